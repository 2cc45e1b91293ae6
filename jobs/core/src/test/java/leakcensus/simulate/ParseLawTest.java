package leakcensus.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParseLawTest {

  @Test
  void scalesSharesAndCounts() {
    assertThat(ParseLaw.option("mine=1:75, 4:25").ratios()).containsExactly(0.75, 0, 0, 0.25);
    assertThat(ParseLaw.csv("file", List.of("records,ratio", "2,0.5", "", "1,0.5")).ratios())
        .containsExactly(0.5, 0.5);
    assertThat(ParseLaw.of("map", Map.of(2L, 8.0)).meanRecords()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mine | Invalid law: mine (must be name=records:weight,...)",
        "=1:2 | Invalid law: =1:2 (must be name=records:weight,...)",
        "mine=1 | Invalid law mine: 1 cells in a row (must be records and weight)",
        "mine=1:x | Invalid law mine: 1 and x (must be a whole number and a number)",
        "mine=1:1,1:2 | Invalid law mine: 1 records twice",
        "mine=0:1 | Invalid law mine: 0 records (must be 1 to 10,000)",
        "mine=20000:1 | Invalid law mine: 20,000 records (must be 1 to 10,000)",
        "mine=1:-1 | Invalid law mine: weight -1.0 (must be finite and >= 0)",
        "mine=1:0 | Invalid law mine: no number of records has a weight above 0"
      })
  void saysWhatIsNoLaw(String text, String message) {
    assertThatThrownBy(() -> ParseLaw.option(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void needsTheHeader() {
    assertThatThrownBy(() -> ParseLaw.csv("file", List.of("k,count", "1,1")))
        .hasMessage("Invalid law file: no header records,ratio");
  }
}
