package leakcensus.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import leakcensus.recirculated.RecirculatedSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecirculatedReaderTest {

  @Test
  void readsEveryDefaultAtAThousandth() {
    assertThat(read())
        .isEqualTo(
            new RecirculatedSettings(
                1, 1_411_778, 961_000, 961, 420_000, 160_000, 150_000, 135_000, 125_000, 104_700,
                4));
  }

  @Test
  void readsEveryKey() {
    assertThat(
            read(
                "seed=7",
                "one-in=10",
                "population=900",
                "rows=800",
                "broken-rows=50",
                "different-records=700",
                "different-ids=600",
                "right-shape=500",
                "known-area=400",
                "calendar-date=300",
                "right-check-digit=200",
                "files=2"))
        .isEqualTo(new RecirculatedSettings(7, 90, 80, 5, 70, 60, 50, 40, 30, 20, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one-in=0|Invalid one-in: 0 (must be >= 1)",
        "one-in=2000000000|Invalid population: 0 (must be 1 to 9223372036854775807)",
        "row=1|Unknown keys in leak-census.synthesise: recirculated.row. Correct their spelling;"
            + " synthesis.conf lists every key."
      })
  void refusesWhatCannotBe(String setting, String message) {
    assertThatThrownBy(() -> read(setting))
        .isInstanceOf(InputException.class)
        .hasMessage("Cannot read leak-census.synthesise.recirculated: " + message);
  }

  private static RecirculatedSettings read(String... settings) {
    return LoadedConfig.load(
            Optional.empty(),
            Arrays.stream(settings).map(setting -> "synthesise.recirculated." + setting).toList())
        .recirculated();
  }
}
