package leakcensus.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import leakcensus.synthetic.RecordLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterSettingsTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 30_000_001})
  void refusesThisManyPersons(long persons) {
    assertRefused(
        () -> Registers.of(1, persons, Map.of()),
        "Invalid register: %d persons (must be 1 to 30000000)".formatted(persons));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.99, 6.01, Double.NaN})
  void refusesThisHousehold(double persons) {
    assertRefused(
        () -> settings(persons, Registers.ALL, Map.of(), 1),
        "Invalid household: %s persons in the mean (must be 1 to 6.0)".formatted(persons));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_001})
  void refusesThisManyFiles(int files) {
    assertRefused(
        () -> settings(2, Registers.ALL, Map.of(), files),
        "Invalid number of files: %d (must be 1 to 1000)".formatted(files));
  }

  @ParameterizedTest
  @EnumSource
  void refusesARatioOutsideItsLimits(RegisterRatio ratio) {
    double above = Math.nextUp(ratio.most());

    assertThatCode(() -> settings(2, Registers.ALL, Map.of(ratio, ratio.most()), 1))
        .doesNotThrowAnyException();
    for (double wrong : new double[] {above, -1e-9, Double.NaN}) {
      assertRefused(
          () -> settings(2, Registers.ALL, Map.of(ratio, wrong), 1),
          "Invalid %s: %s (must be 0 to %s)".formatted(ratio.key(), wrong, ratio.most()));
    }
  }

  @Test
  void takesEveryLimit() {
    assertThatCode(() -> settings(1, Registers.ALL, Map.of(), 1_000)).doesNotThrowAnyException();
    assertThatCode(() -> settings(6, Registers.ALL, Map.of(), 1)).doesNotThrowAnyException();
    assertThatCode(() -> Registers.of(1, 30_000_000, Map.of())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "9, 0, Invalid pool of names: 9 names (must be 10 to 100000)",
    "100001, 0, Invalid pool of names: 100001 names (must be 10 to 100000)",
    "10, -0.1, Invalid exponent of names: -0.1 (must be 0 to 2.0)",
    "10, 2.1, Invalid exponent of names: 2.1 (must be 0 to 2.0)",
    "10, NaN, Invalid exponent of names: NaN (must be 0 to 2.0)"
  })
  void refusesThisPoolOfNames(int names, double exponent, String message) {
    assertRefused(() -> new NamePool(names, exponent), message);
  }

  @Test
  void refusesColumnsThatTellNobodyApart() {
    assertRefused(
        () ->
            settings(
                2,
                List.of(
                    RegisterColumn.GIVEN_NAME,
                    RegisterColumn.SURNAME,
                    RegisterColumn.SEX,
                    RegisterColumn.PHONE),
                Map.of(),
                1),
        "Missing columns: 1 of [date_of_birth, address, phone, email, national_id] (must be at"
            + " least 2, or persons cannot be told apart)");
  }

  @Test
  void refusesColumnsWithoutNames() {
    assertRefused(
        () ->
            settings(
                2,
                List.of(RegisterColumn.SURNAME, RegisterColumn.PHONE, RegisterColumn.ADDRESS),
                Map.of(),
                1),
        "Missing columns: given_name and surname must be there");
  }

  @Test
  void refusesAColumnTwice() {
    assertRefused(
        () ->
            settings(
                2,
                List.of(
                    RegisterColumn.GIVEN_NAME,
                    RegisterColumn.SURNAME,
                    RegisterColumn.PHONE,
                    RegisterColumn.PHONE),
                Map.of(),
                1),
        "Invalid columns: one of them twice");
  }

  @Test
  void refusesTrustWithoutIds() {
    assertRefused(
        () ->
            settings(
                2,
                List.of(
                    RegisterColumn.GIVEN_NAME,
                    RegisterColumn.SURNAME,
                    RegisterColumn.PHONE,
                    RegisterColumn.ADDRESS),
                Map.of(RegisterRatio.TRUSTED, 0.5),
                1),
        "Invalid trusted-ratio: 0.5 without the column national_id");
  }

  @Test
  void namesNoRatioThatNeverHappens() {
    assertThat(Registers.of(1, 10, Map.of()).ratio(RegisterRatio.TWINS)).isZero();
  }

  private static RegisterSettings settings(
      double household,
      List<RegisterColumn> columns,
      Map<RegisterRatio, Double> ratios,
      int files) {
    return new RegisterSettings(
        1,
        10,
        new RecordLaw.One(),
        new NamePool(10, 0),
        new NamePool(10, 0),
        household,
        columns,
        ratios,
        files);
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable making, String message) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
