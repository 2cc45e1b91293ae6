package leakcensus.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import leakcensus.estimate.RatioWithInterval;
import leakcensus.simulate.SimulatedCell;
import leakcensus.simulate.SimulationPlan;
import leakcensus.simulate.TargetVerdict;

/** Simulated dumps case by case, as text and as JSON. */
public final class SimulationReport {

  private static final String LINE = "  %-17s %8s %-19s %-24s %16s %9s %9s %26s %9s %9s %11s %8s%n";

  private SimulationReport() {}

  /** The first lines of the text. */
  public static String header() {
    return "\n"
        + String.format(
            Locale.ROOT,
            LINE,
            "regime",
            "sampled",
            "law",
            "method",
            "persons",
            "answered",
            "at least",
            "holds the truth",
            "error",
            "bias",
            "upper/lower",
            "refused");
  }

  /** One line of the text. */
  public static String line(SimulatedCell cell) {
    return String.format(
        Locale.ROOT,
        LINE,
        cell.regime(),
        cell.sampledRatio(),
        cell.law(),
        cell.method(),
        String.format(Locale.ROOT, "%,.0f", cell.persons()),
        percent(OptionalDouble.of(cell.answered().ratio())),
        percent(cell.atLeastRatio()),
        interval(cell.coverage()),
        percent(cell.medianErrorRatio()),
        percent(cell.biasRatio()),
        number(cell.medianWidthRatio()),
        percent(ratio(cell.orderRefused())));
  }

  /** All rows and the verdicts on them, as JSON. */
  public static ObjectNode json(
      SimulationPlan plan, List<SimulatedCell> cells, List<TargetVerdict> verdicts) {
    ObjectNode result = RunJson.object();
    RunJson.addRows(SimulationRows.of(plan, cells), result.putArray("cells"));
    ArrayNode targets = result.putArray("targets");
    for (TargetVerdict verdict : verdicts) {
      ObjectNode node = targets.addObject();
      node.put("regime", verdict.regime());
      node.put("sampled_ratio", verdict.sampledRatio());
      node.put("measure", verdict.measure());
      node.put(verdict.most() ? "at_most" : "at_least", verdict.target());
      verdict.measured().ifPresent(value -> node.put("measured", value));
      node.put("law", verdict.law());
      verdict.overallRatio().ifPresent(value -> node.put("all_laws", value));
      node.put("met", verdict.met());
    }
    return result;
  }

  static String percent(OptionalDouble ratio) {
    return ratio.isPresent()
        ? String.format(Locale.ROOT, "%,.1f%%", 100 * ratio.getAsDouble())
        : "-";
  }

  static String number(OptionalDouble ratio) {
    return ratio.isPresent() ? String.format(Locale.ROOT, "%,.2f", ratio.getAsDouble()) : "-";
  }

  static OptionalDouble ratio(Optional<RatioWithInterval> ratio) {
    return ratio.map(value -> OptionalDouble.of(value.ratio())).orElse(OptionalDouble.empty());
  }

  private static String interval(Optional<RatioWithInterval> ratio) {
    return ratio
        .map(
            value ->
                String.format(
                    Locale.ROOT,
                    "%.1f%% (%5.1f to %5.1f%%)",
                    100 * value.ratio(),
                    100 * value.lowerRatio(),
                    100 * value.upperRatio()))
        .orElse("-");
  }
}
