package leakcensus.authenticity;

import java.util.Arrays;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.person.Sex;

/**
 * Counts digits, days and contradictions of values as they are read. What it holds are counts of
 * many mentions; no value can be told from them. Not thread-safe.
 */
public final class TallySigns {

  private static final int BIRTH_DATE = 6;
  private static final int SEQUENCE = 14;
  private static final int DATE_CHARACTERS = 10;
  private static final int FIRST_DIGIT = SignCount.SEQUENCE_FIRST_DIGIT.offset();
  private static final int SECOND_DIGIT = SignCount.SEQUENCE_SECOND_DIGIT.offset();
  private static final int LAST_DIGIT = SignCount.SEQUENCE_LAST_DIGIT.offset();
  private static final int SEX = SignCount.ID_SEX.offset();
  private static final int DATE = SignCount.ID_BIRTH_DATE.offset();
  private static final int DAY = SignCount.ID_BIRTH_DAY.offset();
  private static final int PHONE = SignCount.PHONE_LAST_DIGIT.offset();

  private final long[][] counts;

  /** No counts yet, of this many sources. */
  public TallySigns(int sources) {
    counts = new long[sources][SignCount.allCells()];
  }

  /**
   * Counts a resident id of 18 characters that passes all checks.
   *
   * @param source index of the source
   * @param id the id in normal form
   * @param statedSex sex as a field of the same record states it
   * @param statedBirth birth date as a field of the same record states it, {@code yyyy-MM-dd};
   *     anything of another length is no date
   */
  public void addCheckedId(int source, String id, Sex statedSex, String statedBirth) {
    long[] cells = counts[source];
    cells[FIRST_DIGIT + digit(id, SEQUENCE)]++;
    cells[SECOND_DIGIT + digit(id, SEQUENCE + 1)]++;
    int last = digit(id, SEQUENCE + 2);
    cells[LAST_DIGIT + last]++;
    cells[DAY + 10 * digit(id, BIRTH_DATE + 6) + digit(id, BIRTH_DATE + 7)]++;
    if (statedSex != Sex.UNKNOWN) {
      boolean same = (last & 1) == 1 == (statedSex == Sex.MALE);
      cells[SEX + (same ? SignCount.SAME : SignCount.OTHER)]++;
    }
    if (statedBirth.length() == DATE_CHARACTERS) {
      cells[DATE + (isBornOn(id, statedBirth) ? SignCount.SAME : SignCount.OTHER)]++;
    }
  }

  /** Counts a valid phone number in normal form. */
  public void addPhone(int source, String phone) {
    counts[source][PHONE + digit(phone, phone.length() - 1)]++;
  }

  /** All counts since the last call, by source. */
  public CountTable takeCounts() {
    CountTable taken = new CountTable();
    for (int source = 0; source < counts.length; source++) {
      for (SignCount count : SignCount.values()) {
        for (int cell = 0; cell < count.cells(); cell++) {
          long amount = counts[source][count.offset() + cell];
          taken.add(Measure.SIGN_MENTIONS, source, count.ordinal(), cell, amount);
        }
      }
      Arrays.fill(counts[source], 0);
    }
    return taken;
  }

  private static boolean isBornOn(String id, String date) {
    return id.regionMatches(BIRTH_DATE, date, 0, 4)
        && id.regionMatches(BIRTH_DATE + 4, date, 5, 2)
        && id.regionMatches(BIRTH_DATE + 6, date, 8, 2);
  }

  private static int digit(String text, int index) {
    return text.charAt(index) - '0';
  }
}
