package leakcensus.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitAutomatonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "12|3",
        "(?:1|23)?4",
        "[1-35]\\d{2}",
        "1(?:[38]\\d|4[57]){1,2}0?",
        "(1(?:2|3)|0)",
        "\\d{2,4}",
        "0(1{2}){2}",
        "0|00|000",
        "(?:0?1?)2",
        "1|12|123",
        "[2-9](?:\\d{2}(?:\\d)?)?"
      })
  void agreesWithJavaRegularExpressionsOnAllNumbersOfUpToFourDigits(String expression) {
    DigitAutomaton automaton = DigitAutomaton.of(expression).orElseThrow();
    Pattern pattern = Pattern.compile(expression);

    for (int length = 0; length <= 4; length++) {
      for (int number = 0; number < Math.pow(10, length); number++) {
        String digits = length == 0 ? "" : ("%0" + length + "d").formatted(number);
        assertThat(automaton.matches("7" + digits, 1))
            .as("%s on %s", expression, digits)
            .isEqualTo(pattern.matcher(digits).matches());
        assertPrefix(automaton.prefix("7" + digits, 1), pattern, digits);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1$", "^1", "1*", "1+", "(?!1)2", "1.", "a", "(1", "1)", "[1", "1{2,1}", "1{,2}"})
  void hasNoAutomatonForOtherSyntax(String expression) {
    assertThat(DigitAutomaton.of(expression)).isEmpty();
  }

  @Test
  void tellsThatPrefixesHaveSeveralLengths() {
    DigitAutomaton automaton = DigitAutomaton.of("00(?:1?)").orElseThrow();

    assertThat(automaton.prefix("0012", 0)).isEqualTo(DigitAutomaton.SEVERAL_PREFIXES);
    assertThat(automaton.prefix("0022", 0)).isEqualTo(2);
    assertThat(automaton.prefix("0122", 0)).isEqualTo(DigitAutomaton.NO_PREFIX);
  }

  private static void assertPrefix(int prefix, Pattern pattern, String digits) {
    Matcher matcher = pattern.matcher(digits);
    if (matcher.lookingAt()) {
      assertThat(prefix).isIn(matcher.end(), DigitAutomaton.SEVERAL_PREFIXES);
    } else {
      assertThat(prefix).isEqualTo(DigitAutomaton.NO_PREFIX);
    }
  }
}
