package leakcensus.spark.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts an output folder in order that runs which died have left, for the holder of its lease. */
public final class RepairOutput {

  private final OutputFiles output;

  /** Of this folder. */
  public RepairOutput(OutputFiles output) {
    this.output = output;
  }

  /**
   * Sweeps what is left of runs without a manifest, and points to the newest run that has one.
   *
   * @param own id of the run that does so
   * @return what was done, in sentences
   */
  public List<String> repair(String own) throws IOException {
    List<String> done = new ArrayList<>();
    SweepLeftovers.Swept swept = new SweepLeftovers(output).sweep(own);
    if (!swept.isNothing()) {
      done.add(
          "swept what runs that died have left: %,d runs, %,d unfinished files, %,d bytes"
              .formatted(swept.runs(), swept.texts(), swept.bytes()));
    }
    Optional<String> pointed = new PointToLatest(output).repair();
    pointed.ifPresent(
        run -> done.add("run %s is committed, and latest.json points to it now".formatted(run)));
    return done;
  }
}
