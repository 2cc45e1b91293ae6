package leakcensus.authenticity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.normalise.IdStep;
import leakcensus.person.PersonField;
import leakcensus.population.RoundCounts;
import leakcensus.population.SmallCells;
import leakcensus.profile.BirthYears;

/**
 * Reads the signs that values are made up, or records recycled, from the counts of a census.
 *
 * <p>Signs of ids stand for all sources and for each; the others for all alone. Where the row of
 * one source is withheld, those of all single sources are: they add up.
 */
public final class JudgeSigns {

  private static final int ALL = CountTable.ALL_SOURCES;

  /** Of eleven invented check digits one is right by chance. */
  private static final double INVENTED_FOR_EACH_FAILURE = 11.0 / 10;

  private static final JudgeDigits PHONE_DIGITS =
      new JudgeDigits(
          "phone-last-digit",
          "Last digits of valid phones",
          0.1,
          0.3,
          "Genuine ones are nearly even; where numbers are chosen, 4 is rarer and 8 more common.");

  private static final String OFFICES =
      "Offices hand out numbers from ranges of their own, so that genuine ones are uneven as well.";

  private static final JudgeDigits FIRST_DIGITS =
      new JudgeDigits(
          "id-sequence-first-digit",
          "First digits of the sequence numbers of checked ids",
          0.7,
          1.5,
          OFFICES);

  private static final JudgeDigits SECOND_DIGITS =
      new JudgeDigits(
          "id-sequence-second-digit",
          "Second digits of the sequence numbers of checked ids",
          0.7,
          1.5,
          OFFICES);

  private static final JudgeDigits LAST_DIGITS =
      new JudgeDigits(
          "id-sequence-last-digit",
          "Last digits of the sequence numbers of checked ids, within each sex,",
          0.4,
          1.0,
          "Numbers that offices hand out in order begin with the small ones.");

  private final CountTable counts;
  private final int sources;
  private final SmallCells smallCells;
  private final RoundCounts rounding;
  private final JudgeShare shares;
  private final JudgeDays days;
  private final List<SignRow> rows = new ArrayList<>();

  /**
   * Will read some counts.
   *
   * @param counts what a census counted
   * @param sources number of sources
   * @param smallCells which counts are withheld
   * @param rounding how counts of persons are rounded
   * @param confidence nominal coverage of every interval, a ratio in (0, 1)
   */
  public JudgeSigns(
      CountTable counts,
      int sources,
      SmallCells smallCells,
      RoundCounts rounding,
      double confidence) {
    this.counts = counts;
    this.sources = sources;
    this.smallCells = smallCells;
    this.rounding = rounding;
    shares = new JudgeShare(smallCells, confidence);
    days = new JudgeDays(smallCells, confidence);
  }

  /** All signs, in a fixed order. */
  public List<SignRow> judge() {
    rows.clear();
    addOfEach(source -> steps(ShareSign.ID_AREA_CODE, source, IdStep.BAD_AREA, 1));
    addOfEach(source -> steps(ShareSign.ID_CALENDAR, source, IdStep.BAD_DATE, 1));
    addOfEach(
        source ->
            steps(ShareSign.ID_CHECK_DIGIT, source, IdStep.BAD_CHECK, INVENTED_FOR_EACH_FAILURE));
    addOfEach(source -> contradictions(ShareSign.ID_SEX, source, SignCount.ID_SEX));
    addOfEach(source -> contradictions(ShareSign.ID_BIRTH_DATE, source, SignCount.ID_BIRTH_DATE));
    addOfEach(this::lateDays);
    addOfEach(source -> digits(FIRST_DIGITS, source, SignCount.SEQUENCE_FIRST_DIGIT));
    addOfEach(source -> digits(SECOND_DIGITS, source, SignCount.SEQUENCE_SECOND_DIGIT));
    addOfEach(this::lastDigits);
    rows.add(sequences(ShareSign.ID_NEIGHBOURS, SignCount.SEQUENCE_PAIRS));
    rows.add(sequences(ShareSign.ID_CROWDING, SignCount.SEQUENCE_IDS));
    rows.add(
        PHONE_DIGITS.judge(
            ALL,
            cells(ALL, SignCount.PHONE_LAST_DIGIT),
            even(cells(ALL, SignCount.PHONE_LAST_DIGIT)),
            9,
            repeats(PersonField.PHONE)));
    rows.add(commonest(ShareSign.COMMONEST_PHONE, PersonField.PHONE));
    rows.add(commonest(ShareSign.COMMONEST_EMAIL, PersonField.EMAIL));
    rows.add(commonest(ShareSign.COMMONEST_ADDRESS, PersonField.ADDRESS));
    rows.add(commonest(ShareSign.COMMONEST_NATIONAL_ID, PersonField.NATIONAL_ID));
    JudgeYears years = new JudgeYears(BirthYears.persons(counts), smallCells, rounding);
    rows.addAll(years.ages(shares));
    rows.addAll(years.ends());
    rows.add(repeatedRecords());
    rows.add(
        SignRow.notTestable(
            "content-dates",
            ALL,
            0,
            "No field of a person holds a date of content: only dates of birth are read."));
    return List.copyOf(rows);
  }

  /** A sign of all sources, then of each source that shows anything of it, if there are several. */
  private void addOfEach(IntFunction<SignRow> sign) {
    rows.add(sign.apply(ALL));
    if (sources < 2) {
      return;
    }
    List<SignRow> ofEach =
        IntStream.range(0, sources).mapToObj(sign).filter(row -> row.tested() > 0).toList();
    boolean withheld = ofEach.stream().anyMatch(SignRow::suppressed);
    for (SignRow row : ofEach) {
      boolean tells = withheld && !row.suppressed() && row.observed().isPresent();
      rows.add(tells ? row.withheld("Withheld, as that of another source is.") : row);
    }
  }

  private SignRow steps(ShareSign sign, int source, IdStep failed, double scale) {
    long with = counts.at(Measure.ID_STEP_MENTIONS, source, failed.ordinal());
    long tested = 0;
    for (IdStep step : IdStep.values()) {
      boolean unchecked = step == IdStep.VALID_15 && failed == IdStep.BAD_CHECK;
      if (step.compareTo(failed) >= 0 && !unchecked) {
        tested = Math.addExact(tested, counts.at(Measure.ID_STEP_MENTIONS, source, step.ordinal()));
      }
    }
    return shares.judge(sign, source, with, tested, repeatsOfIds(source), scale);
  }

  private SignRow contradictions(ShareSign sign, int source, SignCount count) {
    long[] cells = cells(source, count);
    long tested = cells[SignCount.SAME] + cells[SignCount.OTHER];
    return shares.judge(
        sign, source, cells[SignCount.OTHER], tested, repeatsOfCheckedIds(source), 1);
  }

  private SignRow lateDays(int source) {
    long[] cells = cells(source, SignCount.ID_BIRTH_DAY);
    long late = 0;
    for (int day = JudgeDays.FIRST_LATE_DAY; day < cells.length; day++) {
      late += cells[day];
    }
    return days.judge(source, late, Arrays.stream(cells).sum(), repeatsOfCheckedIds(source));
  }

  private SignRow digits(JudgeDigits judge, int source, SignCount count) {
    long[] cells = cells(source, count);
    return judge.judge(source, cells, even(cells), 9, repeatsOfCheckedIds(source));
  }

  /** Odd digits are men and even ones women, who need not be as many. */
  private SignRow lastDigits(int source) {
    long[] cells = cells(source, SignCount.SEQUENCE_LAST_DIGIT);
    long[] ofSex = new long[2];
    for (int digit = 0; digit < cells.length; digit++) {
      ofSex[digit & 1] += cells[digit];
    }
    double[] expected = new double[cells.length];
    Arrays.setAll(expected, digit -> ofSex[digit & 1] / 5.0);
    return LAST_DIGITS.judge(source, cells, expected, 8, repeatsOfCheckedIds(source));
  }

  /** Different ids of some cells of area and date, each once: repeats play no part. */
  private SignRow sequences(ShareSign sign, SignCount count) {
    long with = counts.at(Measure.SIGN_MENTIONS, ALL, count.ordinal(), SignCount.OTHER);
    long without = counts.at(Measure.SIGN_MENTIONS, ALL, count.ordinal(), SignCount.SAME);
    return shares.judge(sign, ALL, with, Math.addExact(with, without), new DesignEffect(1), 1);
  }

  private SignRow commonest(ShareSign sign, PersonField field) {
    Map<Long, Long> values = counts.bySecond(Measure.VALUE_FREQUENCY, ALL, field.ordinal());
    long most = values.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    return shares.judge(sign, ALL, most, total(values), new DesignEffect(1), 1);
  }

  private SignRow repeatedRecords() {
    Map<Long, Long> records = counts.bySecond(Measure.NORMALISED_FREQUENCY, ALL, 0);
    long different = records.values().stream().reduce(0L, Math::addExact);
    long all = total(records);
    return shares.judge(
        ShareSign.REPEATED_RECORDS, ALL, all - different, all, new DesignEffect(1), 1);
  }

  /** Of all sources by all ids, of one by the checked ids of its persons. */
  private DesignEffect repeatsOfIds(int source) {
    return source == ALL ? repeats(PersonField.NATIONAL_ID) : repeatsOfCheckedIds(source);
  }

  private DesignEffect repeatsOfCheckedIds(int source) {
    return DesignEffect.of(counts.bySecond(Measure.CHECKED_ID_FREQUENCY, source, 0));
  }

  private DesignEffect repeats(PersonField field) {
    return DesignEffect.of(counts.bySecond(Measure.VALUE_FREQUENCY, ALL, field.ordinal()));
  }

  private long[] cells(int source, SignCount count) {
    long[] cells = new long[count.cells()];
    for (int each = 0; each < sources; each++) {
      if (source == ALL || source == each) {
        for (int cell = 0; cell < cells.length; cell++) {
          cells[cell] =
              Math.addExact(
                  cells[cell], counts.at(Measure.SIGN_MENTIONS, each, count.ordinal(), cell));
        }
      }
    }
    return cells;
  }

  private static double[] even(long[] cells) {
    double[] expected = new double[cells.length];
    Arrays.fill(expected, (double) Arrays.stream(cells).sum() / cells.length);
    return expected;
  }

  private static long total(Map<Long, Long> frequencies) {
    long sum = 0;
    for (Map.Entry<Long, Long> frequency : frequencies.entrySet()) {
      sum = Math.addExact(sum, Math.multiplyExact(frequency.getKey(), frequency.getValue()));
    }
    return sum;
  }
}
