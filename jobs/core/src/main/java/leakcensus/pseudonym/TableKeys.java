package leakcensus.pseudonym;

/**
 * Keys of the tables that runs publish, all derived from one lasting secret: each table of each run
 * has its own, so that none opens in the place of another.
 */
public final class TableKeys {

  /** AES-256. */
  private static final int KEY_BYTES = 32;

  private final RunKeys keys;

  private TableKeys(RunKeys keys) {
    this.keys = keys;
  }

  /**
   * The keys of the tables that a secret opens.
   *
   * @throws IllegalArgumentException if they would die with this process
   */
  public static TableKeys of(RunKeys keys) {
    if (!keys.isLasting()) {
      throw new IllegalArgumentException(
          "Invalid key of tables: it dies with the run (must be a lasting one)");
    }
    return new TableKeys(keys);
  }

  /** A name for the secret that tells nothing about it, eight hexadecimal digits. */
  public String id() {
    return keys.id();
  }

  /** The key of a table of a run, 32 bytes. */
  public byte[] of(String runId, String table) {
    return keys.key("tables " + runId + " " + table, KEY_BYTES);
  }

  @Override
  public String toString() {
    return "TableKeys[" + id() + "]";
  }
}
