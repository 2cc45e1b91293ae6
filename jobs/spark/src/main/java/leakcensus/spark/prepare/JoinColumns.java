package leakcensus.spark.prepare;

import java.util.List;
import leakcensus.normalise.Normaliser;
import leakcensus.normalise.RawValue;
import leakcensus.normalise.TextNormaliser;
import leakcensus.person.PersonField;
import leakcensus.source.JoinedColumns;
import leakcensus.source.RecordCursor;

/** Reads a value that stands in one column, or in several that belong together. */
final class JoinColumns {

  /** Unknown parts of a date keep their places, so that a day is not read as a month. */
  private static final String UNKNOWN_PART_OF_DATE = "0";

  private final int[] columns;
  private final String unknown;
  private final Normaliser part = TextNormaliser.freeText();
  private final StringBuilder joined = new StringBuilder();

  JoinColumns(JoinedColumns joined, List<String> allColumns, PersonField field) {
    columns = joined.names().stream().mapToInt(allColumns::indexOf).toArray();
    unknown = field == PersonField.BIRTH_DATE ? UNKNOWN_PART_OF_DATE : "";
  }

  /** The value as the record holds it; parts without content are left out. */
  RawValue read(RecordCursor record) {
    return new RawValue(columns.length == 1 ? record.value(columns[0]) : join(record));
  }

  /** Whether the record holds several values here; columns that are joined are one. */
  boolean hasSeveral(RecordCursor record) {
    return columns.length == 1 && record.hasSeveral(columns[0]);
  }

  /** All values as the record holds them. */
  List<String> readAll(RecordCursor record) {
    return record.values(columns[0]);
  }

  private String join(RecordCursor record) {
    joined.setLength(0);
    boolean present = false;
    for (int column : columns) {
      String value = record.value(column);
      boolean hasContent = part.normalise(new RawValue(value)).isPresent();
      present |= hasContent;
      append(hasContent ? value : unknown);
    }
    return present ? joined.toString() : "";
  }

  private void append(String text) {
    if (!text.isEmpty()) {
      joined.append(joined.length() == 0 ? "" : " ").append(text);
    }
  }
}
