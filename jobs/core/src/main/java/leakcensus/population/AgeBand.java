package leakcensus.population;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ages in whole years at a day, both ends included.
 *
 * @param youngest in years
 * @param oldest in years; {@link Integer#MAX_VALUE} where nothing bounds it
 */
public record AgeBand(int youngest, int oldest) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3})|(\\+))?");

  /** From July on most of those born in a year have had their birthday. */
  private static final int MIDDLE_MONTH = 7;

  public AgeBand {
    if (!(youngest <= oldest)) {
      throw new IllegalArgumentException(
          "Invalid ages: %d-%d (must ascend)".formatted(youngest, oldest));
    }
  }

  /** The ages of a key such as {@code 0}, {@code 20-24} or {@code 100+}. */
  public static AgeBand of(String key) {
    Matcher form = FORM.matcher(key);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "Invalid ages: %s (must be like 0, 20-24 or 100+)".formatted(key));
    }
    int youngest = Integer.parseInt(form.group(1));
    int oldest =
        form.group(3) != null
            ? Integer.MAX_VALUE
            : form.group(2) != null ? Integer.parseInt(form.group(2)) : youngest;
    return new AgeBand(youngest, oldest);
  }

  /**
   * Whether who was born in a year is taken to be of these ages at a day. Of a year of birth alone
   * nobody knows the age to the year: the likelier of two is taken.
   */
  public boolean holds(int birthYear, LocalDate day) {
    int age = ageOf(birthYear, day);
    return youngest <= age && age <= oldest;
  }

  /** The likelier age, in years, of who was born in a year; negative before birth. */
  public static int ageOf(int birthYear, LocalDate day) {
    int birthdays = day.getYear() - birthYear;
    return birthdays == 0 || day.getMonthValue() >= MIDDLE_MONTH ? birthdays : birthdays - 1;
  }
}
