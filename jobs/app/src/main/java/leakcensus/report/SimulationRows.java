package leakcensus.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import leakcensus.estimate.RatioWithInterval;
import leakcensus.simulate.SimulatedCell;
import leakcensus.simulate.SimulationPlan;
import leakcensus.spark.table.SimulationTable;
import leakcensus.spark.table.SummaryRows;

/** Simulated dumps as rows of the table {@code simulation}. */
public final class SimulationRows {

  private SimulationRows() {}

  /** The rows, in the order of the cells. */
  public static SummaryRows of(SimulationPlan plan, List<SimulatedCell> cells) {
    SummaryRows rows = new SummaryRows(SimulationTable.TABLE, "seed-" + plan.seed());
    for (SimulatedCell cell : cells) {
      rows.add(
          cell.regime(),
          cell.sampledRatio(),
          cell.law(),
          cell.method(),
          cell.persons(),
          (long) cell.samples(),
          cell.answered().ratio(),
          cell.answered().lowerRatio(),
          cell.answered().upperRatio(),
          cell.atLeastRatio(),
          part(cell.coverage(), RatioWithInterval::ratio),
          part(cell.coverage(), RatioWithInterval::lowerRatio),
          part(cell.coverage(), RatioWithInterval::upperRatio),
          cell.medianErrorRatio(),
          cell.biasRatio(),
          cell.medianWidthRatio(),
          cell.orderTestedRatio(),
          part(cell.orderRefused(), RatioWithInterval::ratio),
          part(cell.orderRefused(), RatioWithInterval::lowerRatio),
          part(cell.orderRefused(), RatioWithInterval::upperRatio),
          plan.sampleRecords(),
          plan.confidence(),
          plan.seed());
    }
    return rows;
  }

  private static OptionalDouble part(
      Optional<RatioWithInterval> ratio, ToDoubleFunction<RatioWithInterval> value) {
    return ratio
        .map(known -> OptionalDouble.of(value.applyAsDouble(known)))
        .orElse(OptionalDouble.empty());
  }
}
