package leakcensus.spark.census;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import leakcensus.census.Consequences;
import leakcensus.duty.Duty;
import leakcensus.duty.Operator;
import leakcensus.duty.Quantity;
import leakcensus.duty.Threshold;
import leakcensus.severity.SeverityBand;
import leakcensus.severity.SeverityComponent;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;

/** Rows of the tables that say how severe a breach is, and whom the law wants told. */
public final class ConsequenceRows {

  private ConsequenceRows() {}

  /** The rows of both tables. */
  public static List<SummaryRows> of(Consequences consequences, String runId) {
    return List.of(severity(consequences, runId), notification(consequences, runId));
  }

  private static SummaryRows severity(Consequences consequences, String runId) {
    SummaryRows rows = new SummaryRows(CensusTables.SEVERITY, runId);
    for (SeverityComponent component : consequences.severity()) {
      rows.add(
          component.component(),
          component.value(),
          component.lower(),
          component.upper(),
          component.derived(),
          component.reason(),
          component.band().map(SeverityBand::key));
    }
    return rows;
  }

  private static SummaryRows notification(Consequences consequences, String runId) {
    SummaryRows rows = new SummaryRows(CensusTables.NOTIFICATION, runId);
    for (Duty duty : consequences.duties()) {
      Threshold threshold = duty.threshold();
      rows.add(
          duty.regime().key(),
          threshold.jurisdiction(),
          threshold.measure().key(),
          threshold.operator().map(Operator::key),
          threshold.number(),
          end(duty, quantity -> OptionalDouble.of(quantity.lower())),
          end(duty, Quantity::best),
          end(duty, Quantity::upper),
          duty.reached().key(),
          threshold.deadline(),
          threshold.article(),
          threshold.criterion(),
          duty.regime().checked().toString(),
          duty.explanation(),
          threshold.whom(),
          duty.regime().title(),
          duty.regime().source(),
          duty.regime().notice());
    }
    return rows;
  }

  private static OptionalDouble end(Duty duty, Function<Quantity, OptionalDouble> which) {
    Optional<OptionalDouble> end = duty.measured().map(which);
    return end.orElseGet(OptionalDouble::empty);
  }
}
