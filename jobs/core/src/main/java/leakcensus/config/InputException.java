package leakcensus.config;

/** Something the starter of a run can mend; the message says what and how, and holds no value. */
public class InputException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Kind kind;

  /** What kind of input is at fault; decides the exit code. */
  public enum Kind {
    /** Command line or configuration. */
    CONFIGURATION,
    /** Files that are missing, empty or cannot be read. */
    UNREADABLE,
    /** More records in quarantine than the limit. */
    QUARANTINE,
    /** A run that would leave raw values or its key where others can read them. */
    PRIVACY
  }

  /** A fault in command line or configuration. */
  public InputException(String message) {
    this(Kind.CONFIGURATION, message);
  }

  /** A fault in command line or configuration, with its cause. */
  public InputException(String message, Throwable cause) {
    super(message, cause);
    kind = Kind.CONFIGURATION;
  }

  /** A fault of some kind. */
  public InputException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** What kind of input is at fault. */
  public Kind kind() {
    return kind;
  }
}
