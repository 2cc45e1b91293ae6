package leakcensus.profile;

import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.person.QuasiIdentifier;

/**
 * Counts persons whom a quasi-identifier does not tell apart: lists them by a key of its facts, and
 * counts the groups where equal keys have met.
 */
public final class AlikePersons {

  /** Column: key of the facts, see {@link QuasiIdentifier#of}. */
  public static final int KEY = 0;

  /** Column: ordinal of the quasi-identifier. */
  private static final int IDENTIFIER = 1;

  /** Column: number of persons. */
  private static final int PERSONS = 2;

  private static final int COLUMNS = 3;
  private static final QuasiIdentifier[] IDENTIFIERS = QuasiIdentifier.values();

  private final LongTable persons = table(0);

  /** An empty table. */
  public static LongTable table(int capacity) {
    return new LongTable(COLUMNS, capacity);
  }

  /** Adds a person with some facts. */
  void add(long facts) {
    for (QuasiIdentifier identifier : IDENTIFIERS) {
      long key = identifier.of(facts);
      if (key != 0) {
        persons.append(key, identifier.ordinal(), 1);
      }
    }
  }

  /** The persons added, those alike together. */
  LongTable table() {
    return merged(persons);
  }

  /** Groups by their number of persons, given all rows of each. */
  public static CountTable count(LongTable rows) {
    CountTable counts = new CountTable();
    LongTable groups = merged(rows);
    for (int row = 0; row < groups.size(); row++) {
      counts.add(
          Measure.ALIKE_FREQUENCY,
          CountTable.ALL_SOURCES,
          groups.at(row, IDENTIFIER),
          groups.at(row, PERSONS),
          1);
    }
    return counts;
  }

  private static LongTable merged(LongTable rows) {
    LongTable merged = table(rows.size());
    for (int row : rows.order(2)) {
      int last = merged.size() - 1;
      if (last >= 0
          && merged.at(last, KEY) == rows.at(row, KEY)
          && merged.at(last, IDENTIFIER) == rows.at(row, IDENTIFIER)) {
        merged.set(last, PERSONS, Math.addExact(merged.at(last, PERSONS), rows.at(row, PERSONS)));
      } else {
        merged.append(rows.at(row, KEY), rows.at(row, IDENTIFIER), rows.at(row, PERSONS));
      }
    }
    return merged;
  }
}
