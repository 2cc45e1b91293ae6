package leakcensus.estimate.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import leakcensus.estimate.PersonEstimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlatIndexEstimatorTest {

  private static final int PERSONS = 100_000;
  private static final int DRAWS = 400;

  /**
   * Other records come from persons with one record each, or with very many for few; persons of the
   * index are sampled at a ratio.
   */
  @ParameterizedTest(name = "index sampled at {0}, other source {1}")
  @CsvSource({
    "0.02, even",
    "0.02, heavy",
    "0.3, even",
    "0.3, heavy",
    "0.003, even",
    "0.003, heavy"
  })
  void holdsThePlantedPersonsWhateverTheTailOfTheOtherSource(double ratio, String law) {
    SplittableRandom random = new SplittableRandom(law.hashCode() + Double.hashCode(ratio));
    int held = 0;
    double[] estimates = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      PersonEstimate row = FlatIndexEstimator.of(draw(random, ratio, law), 0.95);
      boolean above = row.upperPersons().orElse(Double.POSITIVE_INFINITY) >= PERSONS;
      held += row.lowerPersons().orElseThrow() <= PERSONS && above ? 1 : 0;
      estimates[draw] = row.persons().orElseThrow() / PERSONS;
    }

    assertThat(held).as("of %s at 95 %%", DRAWS).isGreaterThanOrEqualTo((int) (0.93 * DRAWS));
    assertThat(Arrays.stream(estimates).average().orElseThrow())
        .as("mean of estimate over truth")
        .isCloseTo(1, within(0.02));
  }

  @Test
  void countsAnIndexThatIsWhole() {
    PersonEstimate row =
        FlatIndexEstimator.of(new IndexMatches(5_000.0 * 300, 300, 300, 300, 300, 1, 5_000), 0.95);

    assertThat(row.persons()).hasValue(5_000);
    assertThat(row.lowerPersons()).hasValue(5_000);
    assertThat(row.upperPersons().orElseThrow()).isBetween(5_000.0, 5_100.0);
    assertThat(row.identifiable()).isTrue();
  }

  @Test
  void countsNoFewerThanTheSampleHolds() {
    PersonEstimate row =
        FlatIndexEstimator.of(new IndexMatches(1_000.0 * 300, 300, 300, 300, 300, 1, 1_100), 0.95);

    assertThat(row.lowerPersons()).hasValue(1_100);
    assertThat(row.persons()).hasValue(1_100);
  }

  @Test
  void hasALowerEndAloneWithoutAMatch() {
    PersonEstimate row =
        FlatIndexEstimator.of(new IndexMatches(1e6, 1_000, 0, 0, 0, 1, 2_000), 0.95);

    // 1,000 trials without success: at most 0.003682 at 97.5 %
    assertThat(row.lowerPersons().orElseThrow()).isCloseTo(1_000 / 0.003682084, within(1.0));
    assertThat(row.persons()).isEmpty();
    assertThat(row.upperPersons()).isEmpty();
    assertThat(row.needed())
        .isEqualTo(
            "Persons of an index whom another source names as well; without any there is no upper"
                + " end.");
  }

  @Test
  void hasNoUpperEndWhereTheLinkageMayHaveMadeAllMatches() {
    PersonEstimate row =
        FlatIndexEstimator.of(new IndexMatches(1e6, 1_000, 5, 0, 9, 1, 2_000), 0.95);

    assertThat(row.persons()).hasValue(1e6 / 6);
    assertThat(row.upperPersons()).isEmpty();
  }

  @Test
  void widensBothEndsByTheErrorOfTheLinkage() {
    PersonEstimate exact =
        FlatIndexEstimator.of(new IndexMatches(1e8, 10_000, 200, 200, 200, 1, 0), 0.95);
    PersonEstimate linked =
        FlatIndexEstimator.of(new IndexMatches(1e8, 10_000, 200, 190, 230, 1, 0), 0.95);

    assertThat(linked.persons()).isEqualTo(exact.persons());
    assertThat(linked.lowerPersons().orElseThrow())
        .isLessThan(exact.lowerPersons().orElseThrow() * 200 / 229);
    assertThat(linked.upperPersons().orElseThrow())
        .isGreaterThan(exact.upperPersons().orElseThrow() * 200 / 191);
  }

  @Test
  void takesSamplesOfAnySize() {
    PersonEstimate row =
        FlatIndexEstimator.of(new IndexMatches(1e26, 1e13, 100, 100, 100, 1, 1e13), 0.95);

    // Garwood's interval of 100 is 81.36 to 121.63
    assertThat(row.lowerPersons().orElseThrow()).isCloseTo(1e26 / 121.6272, within(1e19));
    assertThat(row.upperPersons().orElseThrow()).isCloseTo(1e26 / 81.3640, within(1e19));
  }

  @Test
  void readsMatchesFromLists() {
    // a, b, c by bits; on b: 200 + 100 + 80 + 40
    CaptureHistories histories =
        CaptureHistories.of(
            List.of("a", "b", "c"), Map.of(1, 300L, 2, 200L, 3, 100L, 4, 250L, 6, 80L, 7, 40L));

    IndexMatches matches = IndexMatches.of(histories, Set.of("b"));

    assertThat(matches.comparedPairs()).isEqualTo(420.0 * 440 + 420.0 * 370);
    assertThat(matches.persons()).isEqualTo(440 + 370);
    assertThat(matches.matches()).isEqualTo(140 + 120);
    // 180 persons make one match, 40 make two
    assertThat(matches.dispersionRatio()).isCloseTo((180 + 40 * 4) / 260.0, within(1e-12));
    assertThat(matches.observedPersons()).isEqualTo(970);
    assertThatThrownBy(() -> IndexMatches.of(histories, Set.of("d")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Unknown person index: not among the lists");
  }

  @Test
  void refusesMatchesThatCannotBe() {
    assertThatThrownBy(() -> new IndexMatches(10, 5, 6, 6, 6, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid matches: 6.0 <= 6.0 <= 6.0 of 5.0 persons in 10.0 pairs (must not fall)");
    assertThatThrownBy(() -> new IndexMatches(10, 5, 2, 2, 2, 0.5, 0))
        .hasMessage("Invalid dispersion of matches: 0.5 (must be finite and >= 1)");
    assertThatThrownBy(() -> new IndexMatches(10, 5, 2, 2, 2, 1, -1))
        .hasMessage("Invalid observed persons: -1.0 (must be finite and >= 0)");
  }

  private static IndexMatches draw(SplittableRandom random, double ratio, String law) {
    BitSet index = new BitSet(PERSONS);
    int indexed = (int) (ratio * PERSONS);
    for (int drawn = 0; drawn < indexed; ) {
      int person = random.nextInt(PERSONS);
      drawn += index.get(person) ? 0 : 1;
      index.set(person);
    }
    ToIntFunction<SplittableRandom> someone =
        law.equals("even")
            ? source -> source.nextInt(PERSONS)
            : source -> (int) (PERSONS * Math.pow(source.nextDouble(), 3));
    BitSet named = new BitSet(PERSONS);
    for (int record = 0; record < 20_000; record++) {
      named.set(someone.applyAsInt(random));
    }
    int persons = named.cardinality();
    named.and(index);
    int matches = named.cardinality();
    return new IndexMatches((double) indexed * persons, persons, matches, matches, matches, 1, 0);
  }
}
