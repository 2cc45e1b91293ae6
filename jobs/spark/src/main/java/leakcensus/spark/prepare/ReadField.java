package leakcensus.spark.prepare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import leakcensus.normalise.FieldNormalisers;
import leakcensus.normalise.FieldValue;
import leakcensus.normalise.RawValue;
import leakcensus.normalise.RememberedValues;
import leakcensus.person.PersonField;
import leakcensus.source.RecordCursor;
import leakcensus.source.Slot;
import leakcensus.source.ValueChoice;

/**
 * Reads one field of a slot: the value that stands for it and, of an identifier, further ones.
 *
 * <p>Of several values each counts once. They are put into an order of their own, valid ones first
 * and then by their text, so that nothing hangs on the order in which a record lists them.
 */
final class ReadField {

  private static final Comparator<FieldValue> ORDER =
      Comparator.comparing(FieldValue::isValid).reversed().thenComparing(FieldValue::normal);

  private final PersonField field;
  private final ValueChoice choice;
  private final JoinColumns[] columns;
  private final RememberedValues values;
  private final List<FieldValue> found = new ArrayList<>();
  private FieldValue main = FieldValue.ABSENT;
  private List<FieldValue> further = List.of();
  private List<FieldValue> overLimit = List.of();

  ReadField(PersonField field, Slot slot, List<String> allColumns, FieldNormalisers normalisers) {
    this.field = field;
    choice = slot.choices().get(field);
    columns =
        slot.columns().get(field).stream()
            .map(joined -> new JoinColumns(joined, allColumns, field))
            .toArray(JoinColumns[]::new);
    values = RememberedValues.of(field, normalisers.normaliserOf(field));
  }

  PersonField field() {
    return field;
  }

  /** The value that stands for the field: of several the first in order. */
  FieldValue main() {
    return main;
  }

  /** The other values that are kept, in order. */
  List<FieldValue> further() {
    return further;
  }

  /** Values beyond the most that are kept, in order. */
  List<FieldValue> overLimit() {
    return overLimit;
  }

  /** Reads the field of a record. */
  void read(RecordCursor record) {
    further = List.of();
    overLimit = List.of();
    if (choice == ValueChoice.ALL_COLUMNS) {
      readAll(record);
    } else {
      readFirst(record);
    }
  }

  /** Forgets what was read, and what is remembered of values that repeat. */
  void clear() {
    values.clear();
    found.clear();
    main = FieldValue.ABSENT;
    further = List.of();
    overLimit = List.of();
  }

  private void readFirst(RecordCursor record) {
    main = FieldValue.ABSENT;
    for (int column = 0; column < columns.length && !main.isPresent(); column++) {
      if (choice == ValueChoice.FIRST_COLUMN && columns[column].hasSeveral(record)) {
        found.clear();
        add(columns[column].readAll(record));
        settle();
      } else {
        main = values.normalise(columns[column].read(record));
      }
    }
  }

  private void readAll(RecordCursor record) {
    found.clear();
    for (JoinColumns column : columns) {
      if (column.hasSeveral(record)) {
        add(column.readAll(record));
      } else {
        add(values.normalise(column.read(record)));
      }
    }
    settle();
  }

  private void add(List<String> texts) {
    for (String text : texts) {
      add(values.normalise(new RawValue(text)));
    }
  }

  private void add(FieldValue value) {
    if (value.isPresent()) {
      found.add(value);
    }
  }

  private void settle() {
    if (found.size() < 2) {
      main = found.isEmpty() ? FieldValue.ABSENT : found.get(0);
      return;
    }
    List<FieldValue> distinct = found.stream().sorted(ORDER).distinct().toList();
    int kept = Math.min(Slot.MAX_VALUES, distinct.size());
    main = distinct.get(0);
    further = distinct.subList(1, kept);
    overLimit = distinct.subList(kept, distinct.size());
  }
}
