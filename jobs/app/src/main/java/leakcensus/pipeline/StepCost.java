package leakcensus.pipeline;

/**
 * What Spark's tasks have spent on a step.
 *
 * @param shuffledBytes bytes that they wrote for other tasks, as they lie on disk
 * @param cpuSeconds processor time of the tasks, without that of the driver, the collection of
 *     garbage and the compilation of code
 * @param gcSeconds time that the tasks stood still for the collection of garbage; a pause counts
 *     for each task that it holds up
 */
public record StepCost(long shuffledBytes, double cpuSeconds, double gcSeconds) {

  /** Of a step without any task. */
  public static final StepCost NOTHING = new StepCost(0, 0, 0);

  StepCost plus(StepCost other) {
    return new StepCost(
        Math.addExact(shuffledBytes, other.shuffledBytes),
        cpuSeconds + other.cpuSeconds,
        gcSeconds + other.gcSeconds);
  }
}
