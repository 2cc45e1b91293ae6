package leakcensus.format;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Writes the numbers of cells as people read them: without exponent, and dates as dates. */
final class CellNumbers {

  private static final int SECONDS_PER_DAY = 86_400;

  /** Day 60 is the 29th of February 1900, which never was; days before it are one later. */
  private static final int FIRST_RIGHT_DAY = 61;

  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

  /** The 31st of December 9999. */
  private static final int LAST_DAY = 2_958_465;

  /** No double has more digits before or behind its point. */
  private static final int MAX_DIGITS = 400;

  private final boolean from1904;

  CellNumbers(boolean from1904) {
    this.from1904 = from1904;
  }

  /** The text of a number that is shown as a kind; a text that is no number stays. */
  String write(String number, CellFormats.Kind kind) {
    return parse(number).map(value -> write(value, kind)).orElse(number);
  }

  /** A whole number from 0 up to a limit; -1 if a text is none. */
  static int whole(String text, int limit) {
    if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    int number = Integer.parseInt(text);
    return number > limit ? -1 : number;
  }

  private String write(BigDecimal value, CellFormats.Kind kind) {
    boolean shown = kind != CellFormats.Kind.NUMBER && isDay(value);
    return shown ? writeTime(value.doubleValue(), kind, plain(value)) : plain(value);
  }

  private static Optional<BigDecimal> parse(String number) {
    String stripped = number.strip();
    if (stripped.isEmpty() || stripped.length() > MAX_DIGITS) {
      return Optional.empty();
    }
    try {
      BigDecimal value = new BigDecimal(stripped);
      return Math.abs((long) value.scale()) > MAX_DIGITS ? Optional.empty() : Optional.of(value);
    } catch (NumberFormatException fault) {
      return Optional.empty();
    }
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private boolean isDay(BigDecimal value) {
    return value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(LAST_DAY + 1L)) < 0;
  }

  private String writeTime(double days, CellFormats.Kind kind, String plain) {
    long day = (long) days;
    int second = (int) Math.round((days - day) * SECONDS_PER_DAY);
    if (second == SECONDS_PER_DAY) {
      day++;
      second = 0;
    }
    String time =
        String.format(Locale.ROOT, "%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);
    if (kind == CellFormats.Kind.TIME) {
      return day == 0 ? time : plain;
    }
    String date = date(day).toString();
    return kind == CellFormats.Kind.DATE || second == 0 ? date : date + " " + time;
  }

  private LocalDate date(long day) {
    if (from1904) {
      return EPOCH_1904.plusDays(day);
    }
    return EPOCH_1900.plusDays(day < FIRST_RIGHT_DAY ? day + 1 : day);
  }
}
