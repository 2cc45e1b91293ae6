package leakcensus.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import leakcensus.block.LongTable;
import leakcensus.link.ResolveMethod;
import leakcensus.link.TrustSettings;
import org.junit.jupiter.api.Test;

class DropSharedTest {

  private static final TrustSettings TRUST = new TrustSettings(ResolveMethod.IDENTIFIERS, 4, 2);

  private static LongTable held(Trait trait, long token, int persons) {
    LongTable rows = TraitRows.table();
    for (int person = 0; person < persons; person++) {
      rows.append(person, trait.ordinal(), token);
      // Two nodes of one person.
      rows.append(person, trait.ordinal(), token);
    }
    return rows;
  }

  @Test
  void keepsWhatAsManyPersonsHoldAsAreAllowed() {
    assertThat(DropShared.drop(held(Trait.PHONE, 1, 4), TRUST).size()).isEqualTo(4);
    assertThat(DropShared.drop(held(Trait.EMAIL, 1, 4), TRUST).size()).isEqualTo(4);
    assertThat(DropShared.drop(held(Trait.NATIONAL_ID, 1, 2), TRUST).size()).isEqualTo(2);
  }

  @Test
  void dropsWhatMoreHold() {
    LongTable rows = held(Trait.PHONE, 1, 5);
    rows.appendAll(held(Trait.NATIONAL_ID, 2, 3));
    rows.appendAll(held(Trait.EMAIL, 3, 1));

    LongTable believed = DropShared.drop(rows, TRUST);

    assertThat(believed.size()).isEqualTo(1);
    assertThat(believed.at(0, TraitRows.TOKEN)).isEqualTo(3);
  }
}
