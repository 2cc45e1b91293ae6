package leakcensus.inspect;

/** The name of a column as it may be shown. */
public final class ShownName {

  private static final String HIDDEN = "(looks like a value)";

  private ShownName() {}

  /** The name without control characters; of one that looks like a value, that it does. */
  public static String of(String name) {
    if (ColumnName.isValue(name)) {
      return HIDDEN;
    }
    return name.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
  }
}
