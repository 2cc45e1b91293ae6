package leakcensus.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import leakcensus.block.LongTable;
import org.junit.jupiter.api.Test;

class PersonTraitsTest {

  private static PersonTraits person(long key, Object... traits) {
    LongTable rows = TraitRows.table();
    for (int i = 0; i < traits.length; i += 2) {
      rows.append(key, ((Trait) traits[i]).ordinal(), ((Number) traits[i + 1]).longValue());
    }
    LongTable distinct = TraitRows.distinct(rows);
    return PersonTraits.of(distinct, 0, distinct.size());
  }

  @Test
  void holdsEachTokenOnceByTrait() {
    PersonTraits person =
        person(7, Trait.PHONE, 3, Trait.EMAIL, -5, Trait.PHONE, 1, Trait.PHONE, 3, Trait.NAME, 9);

    assertThat(person.person()).isEqualTo(7);
    assertThat(person.count(Trait.NATIONAL_ID)).isZero();
    assertThat(person.count(Trait.PHONE)).isEqualTo(2);
    assertThat(person.token(Trait.PHONE, 0)).isEqualTo(1);
    assertThat(person.token(Trait.PHONE, 1)).isEqualTo(3);
    assertThat(person.token(Trait.EMAIL, 0)).isEqualTo(-5);
    assertThat(person.token(Trait.NAME, 0)).isEqualTo(9);
  }

  @Test
  void countsCommonTokensAsSetsDo() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 200; round++) {
      LongTable left = TraitRows.table();
      LongTable right = TraitRows.table();
      Set<Long> ofLeft = new HashSet<>();
      Set<Long> ofRight = new HashSet<>();
      for (int i = 0; i < 8; i++) {
        long one = random.nextLong(-6, 6);
        long other = random.nextLong(-6, 6);
        left.append(1, Trait.PHONE.ordinal(), one);
        right.append(2, Trait.PHONE.ordinal(), other);
        ofLeft.add(one);
        ofRight.add(other);
      }
      LongTable leftRows = TraitRows.distinct(left);
      LongTable rightRows = TraitRows.distinct(right);
      ofLeft.retainAll(ofRight);

      assertThat(
              PersonTraits.of(leftRows, 0, leftRows.size())
                  .common(Trait.PHONE, PersonTraits.of(rightRows, 0, rightRows.size())))
          .isEqualTo(ofLeft.size());
    }
  }

  @Test
  void agreesUnlessSomethingThatBothHaveDiffers() {
    PersonTraits zhang = person(1, Trait.PHONE, 1, Trait.NAME, 10, Trait.BIRTH_DATE, 20);

    assertThat(zhang.agrees(person(2, Trait.PHONE, 1))).isTrue();
    assertThat(zhang.agrees(person(2, Trait.PHONE, 1, Trait.NAME, 10))).isTrue();
    assertThat(zhang.agrees(person(2, Trait.PHONE, 1, Trait.NAME, 10, Trait.NAME, 11))).isTrue();
    assertThat(zhang.agrees(person(2, Trait.PHONE, 1, Trait.NAME, 11))).isFalse();
    assertThat(zhang.agrees(person(2, Trait.PHONE, 1, Trait.NAME, 10, Trait.BIRTH_DATE, 21)))
        .isFalse();
  }

  @Test
  void takesACommonNationalIdForMoreThanANameAndTwoForTwoPersons() {
    PersonTraits one = person(1, Trait.NATIONAL_ID, 1, Trait.NAME, 10);

    assertThat(one.agrees(person(2, Trait.NATIONAL_ID, 1, Trait.NAME, 11))).isTrue();
    assertThat(one.agrees(person(2, Trait.NATIONAL_ID, 2, Trait.PHONE, 3, Trait.NAME, 10)))
        .isFalse();
  }

  @Test
  void leavesOutWhatNoPersonHasOf() {
    LongTable rows = TraitRows.table();
    for (int i = 0; i < PersonTraits.MOST_TOKENS + 10; i++) {
      rows.append(1, Trait.NAME.ordinal(), i);
    }
    rows.append(1, Trait.BIRTH_DATE.ordinal(), 5);
    PersonTraits person = PersonTraits.of(TraitRows.distinct(rows), 0, rows.size());

    assertThat(person.count(Trait.NAME)).isEqualTo(PersonTraits.MOST_TOKENS);
    assertThat(person.token(Trait.NAME, PersonTraits.MOST_TOKENS - 1))
        .isEqualTo(PersonTraits.MOST_TOKENS - 1);
    assertThat(person.count(Trait.BIRTH_DATE)).isEqualTo(1);
    assertThat(person.token(Trait.BIRTH_DATE, 0)).isEqualTo(5);
  }

  @Test
  void saysNothingOfItsTokens() {
    assertThat(person(1, Trait.PHONE, 123456789)).hasToString("PersonTraits[1 tokens]");
  }
}
