package leakcensus.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.LocalDate;
import leakcensus.person.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidentIdTest {

  // The two examples printed in GB 11643-1999.
  private static final String WOMAN = "11010519491231002X";
  private static final String MAN = "440524188001010014";

  @Test
  void acceptsTheExamplesOfTheStandard() {
    assertThat(ResidentId.step(WOMAN)).isEqualTo(IdStep.VALID_18);
    assertThat(ResidentId.step(MAN)).isEqualTo(IdStep.VALID_18);
  }

  @Test
  void readsProvinceBirthDateAndSex() {
    assertThat(ResidentId.provincePrefix(WOMAN)).isEqualTo(11);
    assertThat(ResidentId.birthDate(WOMAN)).isEqualTo(19491231);
    assertThat(ResidentId.sex(WOMAN)).isEqualTo(Sex.FEMALE);
    assertThat(ResidentId.provincePrefix(MAN)).isEqualTo(44);
    assertThat(ResidentId.birthDate(MAN)).isEqualTo(18800101);
    assertThat(ResidentId.sex(MAN)).isEqualTo(Sex.MALE);
  }

  @Test
  void readsFifteenDigitsAsBornInThe1900s() {
    String shortForm = "110105491231002";

    assertThat(ResidentId.step(shortForm)).isEqualTo(IdStep.VALID_15);
    assertThat(ResidentId.provincePrefix(shortForm)).isEqualTo(11);
    assertThat(ResidentId.birthDate(shortForm)).isEqualTo(19491231);
    assertThat(ResidentId.sex(shortForm)).isEqualTo(Sex.FEMALE);
    assertThat(ResidentId.step("110105491331002")).isEqualTo(IdStep.BAD_DATE);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "1101051949123100,   NOT_AN_ID_SHAPE",
    "11010519491231002x, NOT_AN_ID_SHAPE",
    "1101051949123100XX, NOT_AN_ID_SHAPE",
    "A1010519491231002X, NOT_AN_ID_SHAPE",
    "11010549123100X,    NOT_AN_ID_SHAPE",
    "99010519491231002X, BAD_AREA",
    "00000019491231002X, BAD_AREA",
    "11010519490229002X, BAD_DATE",
    "11010519491301002X, BAD_DATE",
    "11010519490431002X, BAD_DATE",
    "11010519490400002X, BAD_DATE",
    "11010518791231002X, BAD_DATE",
    "11010520270101002X, BAD_DATE",
    "110105194912310021, BAD_CHECK",
    "110105491231002,    VALID_15",
  })
  void namesTheFirstCheckThatFails(String id, IdStep step) {
    assertThat(ResidentId.step(id)).isEqualTo(step);
  }

  @Test
  void givesFifteenDigitsTheCenturyAndTheCheckDigitOfTheirSuccessor() {
    // The two examples of GB 11643-1999, appendix A, of which the second was born in 1880.
    assertThat(ResidentId.upgraded("110105491231002")).contains(WOMAN);
    assertThat(ResidentId.upgraded("440524800101001")).contains(id("44052419800101001"));
    for (int sequence = 996; sequence <= 999; sequence++) {
      assertThat(ResidentId.upgraded("110105491231" + sequence)).isEmpty();
    }
    assertThat(ResidentId.upgraded("110105491231995")).isPresent();
    assertThatThrownBy(() -> ResidentId.upgraded(WOMAN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid resident id: 18 characters (must be 15 digits with a known area and date)");
  }

  @Test
  void boundsBirthDatesByTheLastOneGiven() {
    assertThat(ResidentId.step(WOMAN, LocalDate.of(1949, 12, 31))).isEqualTo(IdStep.VALID_18);
    assertThat(ResidentId.step(WOMAN, LocalDate.of(1949, 12, 30))).isEqualTo(IdStep.BAD_DATE);
    assertThat(ResidentId.step(id("11010520261231002"))).isEqualTo(IdStep.VALID_18);
  }

  @Test
  void computesTheCheckDigitThatIso7064Defines() {
    RandomText random = new RandomText(20260104);

    for (int body = 0; body < 20_000; body++) {
      String id = ResidentId.withCheckDigit(random.digits(17));
      assertThat(congruence(id)).as("body %d", body).isEqualTo(1);
    }
  }

  @Test
  void findsEveryWrongDigitAndEverySwapOfNeighbours() {
    for (int index = 14; index < 17; index++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        StringBuilder wrong = new StringBuilder(WOMAN);
        wrong.setCharAt(index, digit);
        boolean same = wrong.toString().equals(WOMAN);
        assertThat(ResidentId.step(wrong.toString()))
            .isEqualTo(same ? IdStep.VALID_18 : IdStep.BAD_CHECK);
      }
    }
    assertThat(ResidentId.step("11010519491231020X")).isEqualTo(IdStep.BAD_CHECK);
  }

  @Test
  void acceptsEveryDayOfTheCalendarAndNoOther() {
    for (int year = 1879; year <= 2027; year++) {
      for (int month = 0; month <= 13; month++) {
        for (int day = 0; day <= 32; day++) {
          boolean exists =
              year >= 1880
                  && year <= 2026
                  && month >= 1
                  && month <= 12
                  && day >= 1
                  && day <= LocalDate.of(year, month, 1).lengthOfMonth();
          String id = id("110105%04d%02d%02d002".formatted(year, month, day));
          assertThat(ResidentId.step(id) == IdStep.VALID_18)
              .as("%d-%d-%d", year, month, day)
              .isEqualTo(exists);
        }
      }
    }
  }

  @Test
  void saysWhyItCannotDecode() {
    assertThatThrownBy(() -> ResidentId.birthDate("1234567"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid resident id: 7 characters (must be 15 digits, or 17 and a check digit)");
    assertThatThrownBy(() -> ResidentId.withCheckDigit("1101051949123100"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid body of a resident id: 16 characters (must be 17 digits)");
    assertThatThrownBy(() -> ResidentId.withCheckDigit("1101051949123100X"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid body of a resident id: 17 characters (must be 17 digits)");
  }

  private static String id(String body) {
    return ResidentId.withCheckDigit(body);
  }

  /** The definition of ISO 7064 MOD 11-2: the sum of a_i 2^(i-1), i from the right, is 1 mod 11. */
  private static int congruence(String id) {
    BigInteger sum = BigInteger.ZERO;
    for (int index = 0; index < id.length(); index++) {
      int digit = id.charAt(index) == 'X' ? 10 : id.charAt(index) - '0';
      sum =
          sum.add(BigInteger.TWO.pow(id.length() - 1 - index).multiply(BigInteger.valueOf(digit)));
    }
    return sum.mod(BigInteger.valueOf(11)).intValue();
  }
}
