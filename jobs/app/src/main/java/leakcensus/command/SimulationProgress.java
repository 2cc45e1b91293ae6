package leakcensus.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import leakcensus.report.SimulationReport;
import leakcensus.simulate.SimulateDumps;
import leakcensus.simulate.SimulatedCell;

/** Tells of a simulation while it goes on: its rows where they are asked for, and how far it is. */
final class SimulationProgress implements SimulateDumps.Listener {

  private static final long NANOS_PER_LINE = 5_000_000_000L;

  private final PrintWriter rows;
  private final boolean silent;
  private final PrintStream progress;
  private long lastLineNanos = System.nanoTime();
  private long samples;

  /**
   * Tells it to two streams.
   *
   * @param rows takes the rows
   * @param silent whether no row is told
   * @param progress takes a line every few seconds
   */
  SimulationProgress(PrintWriter rows, boolean silent, PrintStream progress) {
    this.rows = rows;
    this.silent = silent;
    this.progress = progress;
  }

  @Override
  public void done(List<SimulatedCell> cells, int done, int cases) {
    samples += cells.get(0).samples();
    if (!silent) {
      cells.forEach(cell -> rows.print(SimulationReport.line(cell)));
      rows.flush();
    }
    long now = System.nanoTime();
    if (now - lastLineNanos > NANOS_PER_LINE || done == cases) {
      lastLineNanos = now;
      progress.println(
          String.format(
              Locale.ROOT,
              "leak-census: simulate: %,d of %,d cells, %,d samples",
              done,
              cases,
              samples));
    }
  }
}
