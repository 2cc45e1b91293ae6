package leakcensus.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchSettingsTest {

  @ParameterizedTest(name = "{0} of at most {1} mentions: {2}")
  @CsvSource({
    "100, 0, 100",
    "100, 20000, 100",
    "100, 80000, 50",
    "100, 1000000, 14",
    "100, 1000000000, 8",
    "5, 1000000000, 5",
    "1000, 2000000, 100"
  })
  void letsFewerShareAKeyInALargerSample(int maxBlock, long mentions, int largest) {
    assertThat(new MatchSettings(maxBlock, 400, 2_500).largestBlock(mentions)).isEqualTo(largest);
  }
}
