package leakcensus.pipeline;

/**
 * Where a run stands.
 *
 * @param number number of its step, from 1; 0 where the step is not one of a census
 * @param steps number of steps that it has in all
 * @param step name of the step
 * @param seconds how long the step has been going on
 * @param tasksDone tasks of Spark that the step has done
 * @param tasks tasks of Spark that the step has, as far as Spark knows yet
 * @param read how much of the files has been read
 * @param readingSeconds how long files have been read, or were
 * @param isReading whether they are being read now
 */
record Standing(
    int number,
    int steps,
    String step,
    double seconds,
    int tasksDone,
    int tasks,
    ReadSoFar read,
    double readingSeconds,
    boolean isReading) {

  /** Records read in a second, on average; 0 before there is one. */
  long recordsPerSecond() {
    return readingSeconds > 0 ? Math.round(read.records() / readingSeconds) : 0;
  }
}
