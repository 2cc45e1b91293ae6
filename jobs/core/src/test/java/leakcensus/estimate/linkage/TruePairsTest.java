package leakcensus.estimate.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.PoissonInterval;
import org.junit.jupiter.api.Test;

class TruePairsTest {

  private static final FrequencyOfFrequencies TWICE =
      FrequencyOfFrequencies.of(Map.of(1L, 99_800L, 2L, 100L));
  private static final LinkageErrors NONE =
      new LinkageErrors(1_000_000_000_000_000_000L, 0, 1_000_000_000L, 1_000_000_000L, 0);

  @Test
  void comesToGarwoodsIntervalWithoutErrors() {
    TruePairs pairs = TruePairs.of(TWICE, NONE, 0.95);
    PoissonInterval garwood = PoissonInterval.of(100, 0.95);

    assertThat(pairs.pairs()).isEqualTo(100);
    assertThat(pairs.lowerPairs()).isCloseTo(garwood.lower(), within(1e-5));
    assertThat(pairs.upperPairs()).isCloseTo(garwood.upper(), within(1e-5));
    assertThat(pairs.includesNone()).isFalse();
  }

  @Test
  void takesFalsePairsOffAndPutsMissedOnesBack() {
    // 100,000 records: 4,999,950,000 pairs, at 1e-8 about 50 of them false; 10 in households
    LinkageErrors errors = new LinkageErrors(100_000_000_000L, 1_000, 1_000, 800, 10);

    TruePairs pairs = TruePairs.of(TWICE, errors, 0.95);

    assertThat(pairs.observedPairs()).isEqualTo(100);
    assertThat(pairs.falsePairs()).isCloseTo(59.9995, within(1e-9));
    assertThat(pairs.pairs()).isCloseTo(40.0005 / 0.8, within(1e-9));
    assertThat(pairs.lowerPairs()).isBetween(20.0, 35.0);
    assertThat(pairs.upperPairs()).isBetween(70.0, 85.0);
  }

  @Test
  void saysThatAllPairsMayBeFalse() {
    LinkageErrors fewDecoys = new LinkageErrors(10_000_000, 0, 1_000, 800, 0);

    TruePairs pairs = TruePairs.of(TWICE, fewDecoys, 0.95);

    assertThat(pairs.pairs()).isEqualTo(125);
    assertThat(pairs.includesNone()).isTrue();
    assertThat(pairs.upperPairs()).isBetween(140.0, 170.0);
  }

  @Test
  void knowsOfNoPairWhereMoreAreFalseThanFound() {
    TruePairs pairs = TruePairs.of(TWICE, new LinkageErrors(100_000_000, 10, 100, 90, 0), 0.95);

    assertThat(pairs.pairs()).isZero();
    assertThat(pairs.lowerPairs()).isZero();
    // Garwood's upper end of none is 3.689
    assertThat(pairs.upperPairs()).isCloseTo(3.688879 / 0.9, within(1e-5));
  }

  @Test
  void widensBetweenTheErrorsThatMayBe() {
    LinkageErrors most = new LinkageErrors(100_000_000_000L, 1_000, 1_000, 800, 0);
    LinkageErrors fewest = new LinkageErrors(100_000_000_000L, 1_000, 1, 1, 10);

    TruePairs between = TruePairs.between(TWICE, fewest, most, 0.95);

    assertThat(between.lowerPairs())
        .isEqualTo(TruePairs.of(TWICE, fewest, 0.95).lowerPairs())
        .isLessThan(TruePairs.of(TWICE, most, 0.95).lowerPairs());
    assertThat(between.upperPairs()).isEqualTo(TruePairs.of(TWICE, most, 0.95).upperPairs());
  }

  @Test
  void standsForHugeCounts() {
    FrequencyOfFrequencies huge =
        FrequencyOfFrequencies.of(Map.of(1L, 9_000_000_000L, 2L, 500_000_000L));
    LinkageErrors errors =
        new LinkageErrors(4_000_000_000_000_000_000L, 40_000_000L, 1_000_000_000L, 900_000_000L, 0);

    TruePairs pairs = TruePairs.of(huge, errors, 0.95);

    // 5e19 pairs at 1e-11
    assertThat(pairs.falsePairs()).isCloseTo(5e8, within(1.0));
    assertThat(pairs.upperPairs()).isBetween(1e3, 1e6);
  }

  @Test
  void refusesWhatHasNoPair() {
    assertThatThrownBy(() -> TruePairs.of(FrequencyOfFrequencies.of(Map.of(1L, 1L)), NONE, 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid records: 1 (two at least make a pair)");
    assertThatThrownBy(() -> new TruePairs(9, 0, 9, 10, 11, 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid true pairs: 9.0 not inside [10.0, 11.0]");
  }
}
