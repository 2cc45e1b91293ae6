package leakcensus.profile;

import java.util.Objects;
import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.person.BirthAndSex;
import leakcensus.person.PersonField;
import leakcensus.person.PersonRows;
import leakcensus.person.Place;

/**
 * Counts persons: by number of mentions, by field and combination of fields, by set of sources, and
 * how they repeat within and across sources. Persons too thin to be anyone are left out.
 */
public final class CountPersons {

  /** Number of bins for the gap between the relative positions of two mentions. */
  public static final int GAP_BINS = 1000;

  private static final long FIELD_MASK = (1L << PersonField.COUNT) - 1;

  private final long[] fileExtents;
  private final CountTable counts = new CountTable();
  private final AlikePersons alike = new AlikePersons();

  /**
   * Counts with the extent of each file, by file id: its bytes, or its rows where positions are row
   * numbers.
   */
  public CountPersons(long[] fileExtents) {
    this.fileExtents = Objects.requireNonNull(fileExtents, "fileExtents").clone();
  }

  /** Counts the persons of a table of whole persons, rows of one person together. */
  public void count(LongTable persons) {
    for (int start = 0; start < persons.size(); ) {
      int end = start + 1;
      while (end < persons.size()
          && persons.at(end, PersonRows.PERSON) == persons.at(start, PersonRows.PERSON)) {
        end++;
      }
      if (PersonRows.isAttributable(persons.at(start, PersonRows.FACTS))) {
        countPerson(persons, start, end);
      }
      start = end;
    }
  }

  /** The persons counted by what some facts say of them. */
  public LongTable alike() {
    return alike.table();
  }

  /** All counts so far. */
  public CountTable counts() {
    return counts;
  }

  private void countPerson(LongTable persons, int start, int end) {
    long mentions = 0;
    long checkedMentions = 0;
    long presence = 0;
    long validity = 0;
    long sources = 0;
    for (int row = start; row < end; row++) {
      countInSource(persons, row);
      mentions = Math.addExact(mentions, persons.at(row, PersonRows.MENTIONS));
      checkedMentions =
          Math.addExact(checkedMentions, persons.at(row, PersonRows.CHECKED_MENTIONS));
      presence |= persons.at(row, PersonRows.PRESENCE);
      validity |= persons.at(row, PersonRows.VALIDITY);
      sources |= 1L << persons.at(row, PersonRows.SOURCE);
      countPairs(persons, start, row);
    }
    countFields(CountTable.ALL_SOURCES, mentions, checkedMentions, presence, validity);
    counts.add(Measure.OVERLAP, CountTable.ALL_SOURCES, 0, sources, 1);
    long facts = persons.at(start, PersonRows.FACTS);
    int place = PersonRows.place(facts);
    if (mentions == 2) {
      countGap(persons, start, end - 1);
    }
    counts.add(Measure.REGION_FREQUENCY, CountTable.ALL_SOURCES, Place.region(place), mentions, 1);
    counts.add(
        Measure.COUNTRY_FREQUENCY, CountTable.ALL_SOURCES, Place.country(place), mentions, 1);
    BirthAndSex birth = new BirthAndSex(PersonRows.birthYear(facts), PersonRows.sex(facts));
    counts.add(Measure.BIRTH_SEX_FREQUENCY, CountTable.ALL_SOURCES, birth.packed(), mentions, 1);
    alike.add(facts);
  }

  private void countInSource(LongTable persons, int row) {
    int source = (int) persons.at(row, PersonRows.SOURCE);
    long mentions = persons.at(row, PersonRows.MENTIONS);
    countFields(
        source,
        mentions,
        persons.at(row, PersonRows.CHECKED_MENTIONS),
        persons.at(row, PersonRows.PRESENCE),
        persons.at(row, PersonRows.VALIDITY));
    if (mentions >= 2) {
      counts.add(Measure.REPEAT_PERSONS, source, source, 1);
      counts.add(
          Measure.REPEAT_PAIRS, source, source, Math.multiplyExact(mentions, mentions - 1) / 2);
    }
  }

  private void countFields(
      int source, long mentions, long checkedMentions, long presence, long validity) {
    counts.add(Measure.PERSON_FREQUENCY, source, 0, mentions, 1);
    if (checkedMentions > 0) {
      counts.add(Measure.CHECKED_ID_FREQUENCY, source, 0, checkedMentions, 1);
    }
    counts.add(Measure.COMBINATION_PERSONS, source, 0, presence & FIELD_MASK, 1);
    for (long rest = presence; rest != 0; rest &= rest - 1) {
      counts.add(Measure.PERSON_PRESENT, source, Long.numberOfTrailingZeros(rest), 1);
    }
    for (long rest = validity; rest != 0; rest &= rest - 1) {
      counts.add(Measure.PERSON_VALID, source, Long.numberOfTrailingZeros(rest), 1);
    }
  }

  private void countPairs(LongTable persons, int start, int row) {
    long source = persons.at(row, PersonRows.SOURCE);
    for (int earlier = start; earlier < row; earlier++) {
      int other = (int) persons.at(earlier, PersonRows.SOURCE);
      counts.add(Measure.REPEAT_PERSONS, other, source, 1);
      counts.add(
          Measure.REPEAT_PAIRS,
          other,
          source,
          Math.multiplyExact(
              persons.at(row, PersonRows.MENTIONS), persons.at(earlier, PersonRows.MENTIONS)));
    }
  }

  /**
   * Two mentions stand in one row, or each in a row of its own. Positions count relative to their
   * files, so that the order of the files plays no part. A record that names somebody twice has no
   * gap.
   */
  private void countGap(LongTable persons, int first, int last) {
    int otherFile = first == last ? PersonRows.SECOND_FILE : PersonRows.FIRST_FILE;
    int otherPosition = first == last ? PersonRows.SECOND_POSITION : PersonRows.FIRST_POSITION;
    if (persons.at(first, PersonRows.FIRST_FILE) == persons.at(last, otherFile)
        && persons.at(first, PersonRows.FIRST_POSITION) == persons.at(last, otherPosition)) {
      return;
    }
    double gap =
        Math.abs(
            positionRatio(persons, first, PersonRows.FIRST_FILE, PersonRows.FIRST_POSITION)
                - positionRatio(persons, last, otherFile, otherPosition));
    int bin = Math.min(GAP_BINS - 1, (int) (gap * GAP_BINS));
    int source = (int) persons.at(first, PersonRows.SOURCE);
    counts.add(Measure.REPEAT_GAPS, source, persons.at(last, PersonRows.SOURCE), bin, 1);
  }

  private double positionRatio(LongTable persons, int row, int fileColumn, int positionColumn) {
    long extent = fileExtents[(int) persons.at(row, fileColumn)];
    return (double) persons.at(row, positionColumn) / Math.max(1, extent);
  }
}
