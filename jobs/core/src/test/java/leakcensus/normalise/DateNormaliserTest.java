package leakcensus.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateNormaliserTest {

  private final DateNormaliser dayFirst = new DateNormaliser(DateOrder.DAY_FIRST);
  private final DateNormaliser monthFirst = new DateNormaliser(DateOrder.MONTH_FIRST);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uuuuMMdd",
        "uuuu-MM-dd",
        "uuuu-M-d",
        "uuuu/M/d",
        "uuuu/MM/dd",
        "uuuu.MM.dd",
        "uuuu.M.d",
        "uuuu年M月d日",
        "uuuu年MM月dd日",
        "d.M.uuuu",
        "dd.MM.uuuu",
        "d/M/uuuu",
        "dd-MM-uuuu",
        "uuuu-MM-dd'T00:00:00Z'",
        "uuuu-MM-dd'T12:30:00.000+08:00'",
        "uuuu/M/d '0:00'",
        "d/M/uuuu '1:02:03 PM'"
      })
  void readsWhatJavaTimeWrites(String layout) {
    DateTimeFormatter writer = DateTimeFormatter.ofPattern(layout);

    for (LocalDate date = LocalDate.of(1850, 1, 1);
        date.getYear() <= 2100;
        date = date.plusDays(1)) {
      FieldValue read = dayFirst.normalise(new RawValue(writer.format(date)));
      assertThat(read).isEqualTo(new FieldValue.Valid(date.toString()));
    }
  }

  @Test
  void agreesWithJavaTimeOnWhichDatesExist() {
    RandomText random = new RandomText(20260105);

    for (int text = 0; text < 100_000; text++) {
      int year = 1840 + random.below(270);
      int month = random.below(14);
      int day = random.below(33);
      FieldValue read =
          dayFirst.normalise(new RawValue("%04d-%02d-%02d".formatted(year, month, day)));

      Optional<LocalDate> date = date(year, month, day);
      assertThat(read.isValid())
          .as("%d-%d-%d", year, month, day)
          .isEqualTo(date.isPresent() && year >= 1850 && year <= 2100);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "03/04/1990,   1990-04-03, 1990-03-04",
    "3-4-1990,     1990-04-03, 1990-03-04",
    "3.4.1990,     1990-04-03, 1990-04-03",
    "13/04/1990,   1990-04-13, 1990-04-13",
    "04/13/1990,   1990-04-13, 1990-04-13",
    "04.13.1990,   1990-04-13, 1990-04-13",
    "１９９０－０４－０３, 1990-04-03, 1990-04-03",
    "1990年4月3号, 1990-04-03, 1990-04-03",
    "1990年4月3,   1990-04-03, 1990-04-03",
  })
  void takesTheOrderOfDayAndMonthFromTheSettings(String raw, String day, String month) {
    assertThat(dayFirst.normalise(new RawValue(raw))).isEqualTo(new FieldValue.Valid(day));
    assertThat(monthFirst.normalise(new RawValue(raw))).isEqualTo(new FieldValue.Valid(month));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "90-04-03",
        "1990-04/03",
        "1990年4-3",
        "19900431",
        "1990-02-29",
        "31.02.1990",
        "13/13/1990",
        "1849-12-31",
        "2101-01-01",
        "0000-00-00",
        "19900403120000",
        "1990-04-03x",
        "1990-04-03T",
        "1990-04-03 soon",
        "3/4/9",
        "3/4/199",
        "4/90",
        "32/13/90",
        "003/4/1990",
        "1990-004-03",
        "123456789",
        "yesterday",
        "1990-4-",
        "--1990",
        // Days since 1900 or 1970, seconds, milliseconds; months without a border.
        "32966",
        "7398",
        "639187200",
        "639187200000",
        "199004",
        "900403",
        "0",
        "0000",
        "1849",
        "2101",
        "1234",
        "1990-13",
        "13/1990",
        "1849-12",
        "1990 0403",
        "1990/04 03",
        "4 1990 3",
        "1990-04x",
        "1990x",
        "1990月"
      })
  void keepsWhatIsNoDateAsFoldedText(String raw) {
    String folded = TextFolding.TEXT.fold(raw);

    assertThat(dayFirst.normalise(new RawValue(raw))).isEqualTo(new FieldValue.Invalid(folded));
    assertThat(monthFirst.normalise(new RawValue(raw))).isEqualTo(new FieldValue.Invalid(folded));
  }

  @ParameterizedTest
  @CsvSource({
    "1990,       1990",
    "１９９０,     1990",
    "1990年,     1990",
    "1990.0,     1990",
    "1990-00-00, 1990",
    "1990-00-03, 1990",
    "19900000,   1990",
    "00/00/1990, 1990",
    "0 0 1990,   1990",
    "1990-04,    1990-04",
    "1990/4,     1990-04",
    "1990 4,     1990-04",
    "1990年4月,  1990-04",
    "04/1990,    1990-04",
    "4.1990,     1990-04",
    "04-1990,    1990-04",
    "4 1990,     1990-04",
    "1990-04-00, 1990-04",
    "19900400,   1990-04",
    "00.04.1990, 1990-04",
    "1990 4 0,   1990-04"
  })
  void readsDatesInPartWhichAreNoDays(String raw, String normal) {
    FieldValue date = dayFirst.normalise(new RawValue(raw));

    assertThat(date).isEqualTo(new FieldValue.Invalid(normal));
    assertThat(DateNormaliser.yearOf(date)).isEqualTo(1990);
    assertThat(dayFirst.normalise(new RawValue(normal))).isEqualTo(date);
  }

  @Test
  void givesEveryDateANumberOfItsOwn() {
    LocalDate end = LocalDate.of(2101, 1, 1);
    for (LocalDate day = LocalDate.of(1850, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
      int year = day.getYear();
      int month = day.getMonthValue();
      assertThat(DateNormaliser.number(DateNormaliser.normal(year, month, day.getDayOfMonth())))
          .isEqualTo(year * 10_000 + month * 100 + day.getDayOfMonth());
    }
    for (String none :
        new String[] {
          "",
          "1980",
          "1980-01",
          "1980/01-02",
          "1980-01/02",
          "198O-01-02",
          "198/-01-02",
          "1980-01-0:",
          "1980-01-022"
        }) {
      assertThat(DateNormaliser.number(none)).as(none).isZero();
    }
  }

  @Test
  void readsYearsOfTwoDigitsThatStandLast() {
    for (int year = 1930; year < 2030; year++) {
      FieldValue valid = new FieldValue.Valid("%d-03-04".formatted(year));

      assertThat(dayFirst.normalise(new RawValue("4/3/%02d".formatted(year % 100))))
          .isEqualTo(valid);
      assertThat(monthFirst.normalise(new RawValue("3-4-%02d 0:00".formatted(year % 100))))
          .isEqualTo(valid);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1987 3 7,   1987-03-07",
    "1987 03 07, 1987-03-07",
    "7 3 1987,   1987-03-07",
    "3 17 1987,  1987-03-17",
    "1987 3 7 00:00, 1987-03-07"
  })
  void readsPartsThatColumnsHoldApart(String raw, String normal) {
    assertThat(dayFirst.normalise(new RawValue(raw))).isEqualTo(new FieldValue.Valid(normal));
  }

  @ParameterizedTest
  @CsvSource({
    "1990-04-03, 1990",
    "1990-02-30, 0",
    "1849, 0",
    "1990-13, 0",
    "32966, 0",
    "soon, 0",
    "'', 0"
  })
  void tellsTheYear(String raw, int year) {
    assertThat(DateNormaliser.yearOf(dayFirst.normalise(new RawValue(raw)))).isEqualTo(year);
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
