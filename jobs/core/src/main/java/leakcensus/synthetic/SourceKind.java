package leakcensus.synthetic;

import static leakcensus.person.PersonField.ADDRESS;
import static leakcensus.person.PersonField.BIRTHPLACE;
import static leakcensus.person.PersonField.BIRTH_DATE;
import static leakcensus.person.PersonField.EMAIL;
import static leakcensus.person.PersonField.FULL_NAME;
import static leakcensus.person.PersonField.NATIONAL_ID;
import static leakcensus.person.PersonField.PHONE;
import static leakcensus.person.PersonField.POSTAL_CODE;
import static leakcensus.person.PersonField.SEX;
import static leakcensus.synthetic.SyntheticColumn.amount;
import static leakcensus.synthetic.SyntheticColumn.field;
import static leakcensus.synthetic.SyntheticColumn.other;
import static leakcensus.synthetic.SyntheticColumn.truth;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import leakcensus.person.PersonField;

/**
 * What a synthetic source is about, which fixes its columns: the three indexes of the case that
 * started this.
 */
public enum SourceKind {
  /** A register: national id, birth date and birthplace. */
  PERSONS(
      List.of("holder"),
      List.of(
          field("name", 0, FULL_NAME),
          field("sex", 0, SEX),
          field("id_no", 0, NATIONAL_ID),
          field("birth_date", 0, BIRTH_DATE),
          field("mobile", 0, PHONE),
          field("birthplace", 0, BIRTHPLACE),
          field("address", 0, ADDRESS),
          other("ethnicity"),
          other("education"),
          other("marital_status"),
          other("updated_at"),
          truth("true_entity", 0))),

  /** Deliveries: name, phone, address and notes. */
  DELIVERIES(
      List.of("receiver"),
      List.of(
          field("name", 0, FULL_NAME),
          field("mobile", 0, PHONE),
          field("email", 0, EMAIL),
          field("address", 0, ADDRESS),
          field("postcode", 0, POSTAL_CODE),
          other("note"),
          amount("amount"),
          other("ordered_at"),
          truth("true_entity", 0))),

  /** Case reports: one person who reports, and another who is suspected, where one is known. */
  CASES(
      List.of("reporter", "suspect"),
      List.of(
          other("case_no"),
          field("reporter_name", 0, FULL_NAME),
          field("reporter_id", 0, NATIONAL_ID),
          field("reporter_phone", 0, PHONE),
          field("reporter_address", 0, ADDRESS),
          field("suspect_name", 1, FULL_NAME),
          field("suspect_sex", 1, SEX),
          field("suspect_id", 1, NATIONAL_ID),
          other("case_type"),
          other("description"),
          other("reported_at"),
          truth("true_entity_reporter", 0),
          truth("true_entity_suspect", 1)));

  private final List<String> slots;
  private final List<SyntheticColumn> columns;
  private final List<List<PersonField>> fields;

  SourceKind(List<String> slots, List<SyntheticColumn> columns) {
    this.slots = slots;
    this.columns = columns;
    this.fields = IntStream.range(0, slots.size()).mapToObj(slot -> fields(slot, columns)).toList();
  }

  /** Names of the slots, the one whom the record belongs to first. */
  public List<String> slots() {
    return slots;
  }

  /** Columns in the order of the files. */
  public List<SyntheticColumn> columns() {
    return columns;
  }

  /** Person fields of a slot, in the order of the columns. */
  List<PersonField> fields(int slot) {
    return fields.get(slot);
  }

  /** The name in configuration files. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static List<PersonField> fields(int slot, List<SyntheticColumn> columns) {
    return columns.stream()
        .filter(column -> column.slot() == slot)
        .flatMap(column -> column.field().stream())
        .toList();
  }
}
