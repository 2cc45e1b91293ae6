package leakcensus.spark.read;

/**
 * What one look at a file has told: both belong together.
 *
 * @param bytes length
 * @param modified when it was last changed, in milliseconds since 1970
 */
public record FileStamp(long bytes, long modified) {}
