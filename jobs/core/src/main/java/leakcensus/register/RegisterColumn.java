package leakcensus.register;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import leakcensus.person.PersonField;

/** A column of a made-up register. */
public enum RegisterColumn {
  GIVEN_NAME(PersonField.GIVEN_NAME),
  SURNAME(PersonField.SURNAME),
  SEX(PersonField.SEX),
  DATE_OF_BIRTH(PersonField.BIRTH_DATE),
  ADDRESS(PersonField.ADDRESS),
  POSTCODE(PersonField.POSTAL_CODE),
  LOCALITY(PersonField.LOCALITY),
  PHONE(PersonField.PHONE),
  EMAIL(PersonField.EMAIL),
  NATIONAL_ID(PersonField.NATIONAL_ID);

  /** Name of the column that tells the true person; no configuration of a census names it. */
  public static final String TRUE_PERSON = "true_person";

  private static final RegisterColumn[] COLUMNS = values();

  /** Number of columns that a register can have, the truth apart. */
  static final int COUNT = COLUMNS.length;

  private final PersonField field;

  RegisterColumn(PersonField field) {
    this.field = field;
  }

  /** The name in the files and in the configuration, such as {@code given_name}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column of a name, if there is one. */
  public static Optional<RegisterColumn> ofKey(String key) {
    return Arrays.stream(COLUMNS).filter(column -> column.key().equals(key)).findFirst();
  }

  /** All names. */
  public static List<String> keys() {
    return Arrays.stream(COLUMNS).map(RegisterColumn::key).toList();
  }

  public PersonField field() {
    return field;
  }

  boolean isName() {
    return this == GIVEN_NAME || this == SURNAME;
  }
}
