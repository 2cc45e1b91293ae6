package leakcensus.benchmark;

/**
 * One reading of a file from its first record to its last.
 *
 * @param wallSeconds wall time
 * @param coreSeconds processor time of the whole process meanwhile, its collector and compiler with
 *     it
 */
public record ReaderPass(double wallSeconds, double coreSeconds) {}
