package leakcensus.synthetic;

import java.time.LocalDate;

/**
 * The 18 characters of a Chinese resident id: area code, birth date, running number, check digit.
 *
 * <p>Source: GB 11643-1999; the check digit is ISO 7064 MOD 11-2.
 */
public final class NationalIdNumber {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_DIGITS = "10X98765432";
  private static final int FIRST_RUNNING_DIGIT = 14;

  private NationalIdNumber() {}

  static String of(Inhabitant holder) {
    return of(holder.areaCode(), holder.birthDate(), holder.sequence());
  }

  /** The id of these parts, with its check digit; the sequence is odd for men. */
  public static String of(int areaCode, LocalDate birthDate, int sequence) {
    int day =
        10_000 * birthDate.getYear() + 100 * birthDate.getMonthValue() + birthDate.getDayOfMonth();
    String running = Integer.toString(1_000 + sequence).substring(1);
    String body = Integer.toString(areaCode) + day + running;
    return body + CHECK_DIGITS.charAt(remainder(body));
  }

  /** The id with one of its last four characters wrong, which the check digit always shows. */
  static String withOneWrongCharacter(String id, RandomStream random) {
    int place = FIRST_RUNNING_DIGIT + random.below(id.length() - FIRST_RUNNING_DIGIT);
    char right = id.charAt(place);
    int digit = right == 'X' ? 0 : right - '0';
    char wrong = (char) ('0' + (digit + 1 + random.below(9)) % 10);
    return id.substring(0, place) + wrong + id.substring(place + 1);
  }

  private static int remainder(String body) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (body.charAt(i) - '0');
    }
    return sum % CHECK_DIGITS.length();
  }
}
