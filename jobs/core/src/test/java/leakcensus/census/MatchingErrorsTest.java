package leakcensus.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.linkage.LinkageErrors;
import leakcensus.estimate.linkage.TruePairs;
import leakcensus.match.DecoyMatches;
import leakcensus.match.PlantedMatches;
import org.junit.jupiter.api.Test;

class MatchingErrorsTest {

  private static final FrequencyOfFrequencies PERSONS =
      FrequencyOfFrequencies.of(Map.of(1L, 9_000L, 2L, 500L));

  @Test
  void expectsAsManyFalsePairsAsDecoysAndModelShow() {
    MatchingErrors errors =
        new MatchingErrors(
            new DecoyMatches(1_000_000, 2, 0.1, 2e7), new PlantedMatches(1, 200, 190, 180), 3e-7);

    // 10,000 mentions make 49,995,000 pairs
    assertThat(errors.expectedFalsePairs(10_000))
        .isCloseTo((2e-6 + 3e-7) * 49_995_000, within(1e-9));
  }

  @Test
  void takesAllCopiesForFoundAtTheLowerEndOfTheTruePairs() {
    MatchingErrors errors =
        new MatchingErrors(
            new DecoyMatches(1_000_000_000, 1_000, 0.1, 2e7),
            new PlantedMatches(1, 200, 190, 180),
            3e-7);

    TruePairs pairs = errors.truePairs(PERSONS, 0.95).orElseThrow();

    LinkageErrors missed = new LinkageErrors(1_000_000_000, 1_000, 200, 180, 0);
    LinkageErrors none = new LinkageErrors(1_000_000_000, 1_000, 1, 1, 3e-7 * 49_995_000);
    assertThat(pairs.upperPairs()).isEqualTo(TruePairs.of(PERSONS, missed, 0.95).upperPairs());
    assertThat(pairs.lowerPairs()).isEqualTo(TruePairs.of(PERSONS, none, 0.95).lowerPairs());
  }

  @Test
  void saysNothingOfPairsWithoutCopiesOrMentions() {
    DecoyMatches decoys = new DecoyMatches(100, 0, 0, 100);

    assertThat(
            new MatchingErrors(decoys, new PlantedMatches(1, 9, 9, 0), 0).truePairs(PERSONS, 0.95))
        .isEmpty();
    assertThat(
            new MatchingErrors(decoys, new PlantedMatches(1, 9, 9, 9), 0)
                .truePairs(FrequencyOfFrequencies.empty(), 0.95))
        .isEmpty();
  }
}
