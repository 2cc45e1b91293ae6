package leakcensus.config;

/**
 * Which safeguards a run may do without, and which key it has; none is left out unless the user
 * says so.
 *
 * @param allowUnencryptedSpill whether Spark's files on disk may be unencrypted
 * @param allowOpenNetwork whether others may join the run, or read what its processes send
 * @param allowHeapDumps whether a virtual machine may write its memory to disk
 * @param key where a lasting key lies, if any
 */
public record PrivacySettings(
    boolean allowUnencryptedSpill,
    boolean allowOpenNetwork,
    boolean allowHeapDumps,
    KeySettings key) {

  /** Settings without a lasting key. */
  public PrivacySettings(
      boolean allowUnencryptedSpill, boolean allowOpenNetwork, boolean allowHeapDumps) {
    this(
        allowUnencryptedSpill,
        allowOpenNetwork,
        allowHeapDumps,
        KeySettings.none(KeySettings.OF_RUNS));
  }
}
