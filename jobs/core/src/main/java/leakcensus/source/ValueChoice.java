package leakcensus.source;

import leakcensus.person.PersonField;

/** Which of the values that a record holds of one field are the field's. */
public enum ValueChoice {
  /** The first with content, of an array as of several columns. */
  FIRST,
  /** All values of the first column with content, such as those of an array. */
  FIRST_COLUMN,
  /** All values of all columns. */
  ALL_COLUMNS;

  /** The choice where the configuration leaves it open: all of an identifier, else the first. */
  public static ValueChoice of(PersonField field) {
    return mayBeSeveral(field) ? FIRST_COLUMN : FIRST;
  }

  /**
   * Whether a person can have several values of a field at once, each of which tells the person.
   */
  public static boolean mayBeSeveral(PersonField field) {
    return switch (field) {
      case NATIONAL_ID, PHONE, EMAIL -> true;
      default -> false;
    };
  }
}
