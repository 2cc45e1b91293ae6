package leakcensus.link;

import leakcensus.block.LongTable;
import leakcensus.person.PersonRows;

/** Puts the parts of each person together: one row for a person and source, persons in order. */
public final class MergePersons {

  private MergePersons() {}

  /** Merges parts, of which all of one person must be there. */
  public static LongTable merge(LongTable parts) {
    LongTable merged = new LongTable(parts.width(), parts.size());
    int[] order = parts.order(2);
    int personStart = 0;
    for (int i = 0; i < order.length; i++) {
      int part = order[i];
      int last = merged.size() - 1;
      boolean samePerson =
          last >= 0 && merged.at(last, PersonRows.PERSON) == parts.at(part, PersonRows.PERSON);
      if (!samePerson) {
        personStart = merged.size();
      }
      if (samePerson && merged.at(last, PersonRows.SOURCE) == parts.at(part, PersonRows.SOURCE)) {
        add(merged, last, parts, part);
      } else {
        append(merged, parts, part);
      }
      shareFacts(merged, personStart, parts.at(part, PersonRows.FACTS));
    }
    return merged;
  }

  /** Keeps the positions of the first two mentions, the earlier one first. */
  static void addPosition(LongTable rows, int row, long file, long position) {
    long mentions = rows.at(row, PersonRows.MENTIONS);
    if (mentions == 0) {
      rows.set(row, PersonRows.FIRST_FILE, file);
      rows.set(row, PersonRows.FIRST_POSITION, position);
    } else if (mentions == 1) {
      addSecondPosition(rows, row, file, position);
    } else {
      forgetPositions(rows, row);
    }
  }

  private static void addSecondPosition(LongTable rows, int row, long file, long position) {
    long knownFile = rows.at(row, PersonRows.FIRST_FILE);
    long knownPosition = rows.at(row, PersonRows.FIRST_POSITION);
    boolean earlier = file < knownFile || file == knownFile && position < knownPosition;
    rows.set(row, PersonRows.FIRST_FILE, earlier ? file : knownFile);
    rows.set(row, PersonRows.FIRST_POSITION, earlier ? position : knownPosition);
    rows.set(row, PersonRows.SECOND_FILE, earlier ? knownFile : file);
    rows.set(row, PersonRows.SECOND_POSITION, earlier ? knownPosition : position);
  }

  private static void append(LongTable merged, LongTable parts, int part) {
    long[] row = new long[parts.width()];
    for (int column = 0; column < row.length; column++) {
      row[column] = parts.at(part, column);
    }
    merged.append(row);
  }

  private static void add(LongTable merged, int row, LongTable parts, int part) {
    if (parts.at(part, PersonRows.MENTIONS) == 1) {
      addPosition(
          merged,
          row,
          parts.at(part, PersonRows.FIRST_FILE),
          parts.at(part, PersonRows.FIRST_POSITION));
    } else {
      forgetPositions(merged, row);
    }
    for (int column : new int[] {PersonRows.MENTIONS, PersonRows.CHECKED_MENTIONS}) {
      merged.set(row, column, Math.addExact(merged.at(row, column), parts.at(part, column)));
    }
    for (int column : new int[] {PersonRows.PRESENCE, PersonRows.VALIDITY}) {
      merged.set(row, column, merged.at(row, column) | parts.at(part, column));
    }
  }

  private static void forgetPositions(LongTable rows, int row) {
    rows.set(row, PersonRows.FIRST_FILE, 0);
    rows.set(row, PersonRows.FIRST_POSITION, 0);
    rows.set(row, PersonRows.SECOND_FILE, 0);
    rows.set(row, PersonRows.SECOND_POSITION, 0);
  }

  private static void shareFacts(LongTable merged, int personStart, long facts) {
    long shared = PersonRows.merged(merged.at(personStart, PersonRows.FACTS), facts);
    for (int row = personStart; row < merged.size(); row++) {
      merged.set(row, PersonRows.FACTS, shared);
    }
  }
}
