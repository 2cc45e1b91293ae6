package leakcensus.semantic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import leakcensus.normalise.DateNormaliser;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.FieldValue;
import leakcensus.normalise.RawValue;

/** Whether a value looks like a date, and which order of day and month it allows. */
final class DateTests {

  /** Persons in a leak are mostly born between these years; events mostly lie later. */
  private static final int FIRST_BIRTH_YEAR = 1905;

  private static final int LAST_BIRTH_YEAR = 2014;
  private static final int MOST_CHARACTERS = 40;

  private static final DateNormaliser DATES = new DateNormaliser(DateOrder.DAY_FIRST);
  private static final Pattern CLOCK =
      Pattern.compile("(?s).*\\d[T ]\\d{1,2}:\\d{2}.*|\\d{1,2}:\\d{2}(?::\\d{2})?|\\d{14}");
  private static final Pattern MIDNIGHT = Pattern.compile(".*[T ]0?0:00(?::00(?:\\.0+)?)?Z?");

  /** Seconds or milliseconds since 1970, from September 2001 to November 2033. */
  private static final Pattern EPOCH = Pattern.compile("(?:1\\d{9})(?:\\d{3})?(?:\\.\\d+)?");

  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/ ])(\\d{1,2})\\2(?:\\d{4}|\\d{2})(?:[ T].*)?");

  private DateTests() {}

  /** Whether the value has no content, by the list that all fields share. */
  static boolean isBlank(String value) {
    return value.length() <= MOST_CHARACTERS && !DATES.normalise(new RawValue(value)).isPresent();
  }

  /** A day in the years that living persons are born in, without a time of day. */
  static boolean isBirthDate(SampledValue value) {
    FieldValue date = date(value);
    if (!date.isValid()
        || CLOCK.matcher(value.text()).matches() && !MIDNIGHT.matcher(value.text()).matches()) {
      return false;
    }
    int year = DateNormaliser.yearOf(date);
    return year >= FIRST_BIRTH_YEAR && year <= LAST_BIRTH_YEAR;
  }

  /** A day with or without a time of day. */
  static boolean isDay(SampledValue value) {
    return date(value).isValid();
  }

  static boolean isDate(SampledValue value) {
    return date(value).isValid() || isMoment(value);
  }

  /** A date with a time of day, or a count since 1970. */
  static boolean isMoment(SampledValue value) {
    String text = value.text();
    return text.length() <= MOST_CHARACTERS
        && (CLOCK.matcher(text).matches() && !MIDNIGHT.matcher(text).matches()
            || EPOCH.matcher(text).matches());
  }

  /** Day and month can only stand in this order. */
  static boolean isDayFirst(SampledValue value) {
    return outranks(value, 1, 3);
  }

  /** Month and day can only stand in this order. */
  static boolean isMonthFirst(SampledValue value) {
    return outranks(value, 3, 1);
  }

  private static boolean outranks(SampledValue value, int day, int month) {
    if (value.text().length() > MOST_CHARACTERS) {
      return false;
    }
    Matcher matcher = YEAR_LAST.matcher(value.text());
    if (!matcher.matches()) {
      return false;
    }
    int days = Integer.parseInt(matcher.group(day));
    int months = Integer.parseInt(matcher.group(month));
    return days > 12 && days <= 31 && months >= 1 && months <= 12;
  }

  private static FieldValue date(SampledValue value) {
    return value.text().length() <= MOST_CHARACTERS
        ? DATES.normalise(value.raw())
        : FieldValue.ABSENT;
  }
}
