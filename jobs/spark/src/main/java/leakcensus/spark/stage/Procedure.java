package leakcensus.spark.stage;

/**
 * A step that may start jobs, in a loop if need be, within a stated bound of the driver's memory.
 *
 * @param <I> what it works on
 * @param <O> what it finds
 */
public interface Procedure<I, O> {

  /** Name of the procedure, a verb phrase such as {@code connect-components}. */
  String name();

  /** Does the work. */
  O run(I input);
}
