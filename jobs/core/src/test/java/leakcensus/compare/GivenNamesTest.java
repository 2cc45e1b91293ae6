package leakcensus.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GivenNamesTest {

  @Test
  void knowsWhatAFormMayStandFor() {
    assertThat(GivenNames.namesOf("bill")).containsExactly("william");
    assertThat(GivenNames.namesOf("william")).containsExactly("william");
    assertThat(GivenNames.namesOf("alex")).containsExactly("alexander", "alexandra");
    assertThat(GivenNames.namesOf("محمد")).containsExactly("muhammad");
    assertThat(GivenNames.namesOf("lovelace")).isEmpty();
    assertThat(GivenNames.namesOf("")).isEmpty();
    assertThat(GivenNames.isKnown("peggy")).isTrue();
    assertThat(GivenNames.isKnown("garcia")).isFalse();
  }
}
