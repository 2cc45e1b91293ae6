package leakcensus.estimate.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.LinkageBounds;
import org.junit.jupiter.api.Test;

class BoundPersonsTest {

  private static final FrequencyOfFrequencies PERSONS =
      FrequencyOfFrequencies.of(Map.of(1L, 99_000L, 2L, 350L, 4L, 75L));

  @Test
  void closesOnTheCountWithoutErrors() {
    LinkageErrors none =
        new LinkageErrors(1_000_000_000_000_000_000L, 0, 1_000_000_000L, 1_000_000_000L, 0);

    LinkageBounds bounds = BoundPersons.of(PERSONS, none, 0.95);

    assertThat(bounds.lowerPersons()).isEqualTo(99_425);
    assertThat(bounds.upperPersons()).isEqualTo(99_425);
  }

  @Test
  void allowsForMissedJoinsAndFalseLinks() {
    // 575 joins; 4,999,950,000 pairs at 1e-8; a fifth is missed
    LinkageErrors errors = new LinkageErrors(100_000_000_000L, 1_000, 10_000, 8_000, 0);

    LinkageBounds bounds = BoundPersons.of(PERSONS, errors, 0.95);

    // 525 joins are true: 131 more are missed, by 2.1 deviations of 17 up to 170; 50 links are
    // false
    assertThat(bounds.persons()).isEqualTo(99_425 - 131 + 50);
    assertThat(bounds.lowerPersons()).isBetween(99_425L - 210, 99_425L - 165);
    assertThat(bounds.upperPersons()).isBetween(99_425L + 65, 99_425L + 85);
    assertThat(bounds.assumptions())
        .isEqualTo(
            "Both ends allow for as many links that were missed or false as planted copies and"
                + " decoys permit.");
  }

  @Test
  void leavesOneAtLeastAndNoMoreThanRecords() {
    LinkageErrors missed = new LinkageErrors(1_000_000, 0, 100, 1, 0);
    LinkageErrors falsely = new LinkageErrors(10, 9, 100, 99, 0);
    FrequencyOfFrequencies few = FrequencyOfFrequencies.of(Map.of(1L, 3L, 2L, 2L));

    assertThat(BoundPersons.of(few, missed, 0.95).lowerPersons()).isEqualTo(1);
    assertThat(BoundPersons.of(few, falsely, 0.95).upperPersons()).isEqualTo(7);
    assertThat(BoundPersons.of(FrequencyOfFrequencies.empty(), missed, 0.95).upperPersons())
        .isZero();
  }
}
