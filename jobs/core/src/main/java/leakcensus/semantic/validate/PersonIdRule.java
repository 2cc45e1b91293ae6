package leakcensus.semantic.validate;

/** The rule of an id that a state, or its health service, gives to one person. */
public interface PersonIdRule extends ValueRule {

  /**
   * One form for all spellings of an id: capitals and digits without separators. Of a value that
   * passes the form passes too, and is its own compact form; of others it is of no meaning, and
   * empty where the value is longer than any id.
   */
  String compact(String value);
}
