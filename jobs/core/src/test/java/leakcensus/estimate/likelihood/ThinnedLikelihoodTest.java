package leakcensus.estimate.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.OptionalLong;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.FrequencyOfFrequencies;
import org.junit.jupiter.api.Test;

class ThinnedLikelihoodTest {

  @Test
  void addsThoseBackWhoAreSeenTooOftenForALaw() {
    ThinnedLikelihood likelihood =
        new ThinnedLikelihood(
            new DumpSample(
                FrequencyOfFrequencies.of(Map.of(1L, 1_000L, 2L, 100L, 1_000L, 5L)),
                OptionalLong.of(62_000)));

    // 1,200 of 6,200 records are kept, so 12,000 of the dump: at a mean of 2, and five persons more
    assertThat(likelihood.persons(new KatzLaw(0), Math.log(2)))
        .isCloseTo(6_000 * (1 - Math.exp(-2)) + 5, within(1e-6));
  }
}
