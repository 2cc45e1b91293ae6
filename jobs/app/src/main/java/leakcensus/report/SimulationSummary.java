package leakcensus.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import leakcensus.simulate.RegimeTotals;
import leakcensus.simulate.RegimeTotals.AtLaw;
import leakcensus.simulate.SimulatedCell;
import leakcensus.simulate.TargetVerdict;

/** Simulated dumps over all laws, and the targets, as tables in Markdown. */
public final class SimulationSummary {

  private SimulationSummary() {}

  /** What was measured over the laws of each regime, then each target with its verdict. */
  public static String text(List<SimulatedCell> cells) {
    List<RegimeTotals> totals = RegimeTotals.of(cells);
    return totals(totals) + targets(TargetVerdict.of(totals));
  }

  private static String totals(List<RegimeTotals> totals) {
    StringBuilder text =
        new StringBuilder(
            """

            | regime | sampled | method | laws | answered (least) | of these "at least" | holds the truth | worst law | error | bias (largest) | upper/lower | order refused (least) |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """);
    for (RegimeTotals total : totals) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %,d | %s | %s | %s | %s | %s | %s | %s | %s |%n",
              total.regime(),
              total.sampledRatio(),
              total.method(),
              total.laws(),
              mean(OptionalDouble.of(total.answeredRatio()), Optional.of(total.leastAnswered())),
              SimulationReport.percent(total.atLeastRatio()),
              SimulationReport.percent(total.coverageRatio()),
              total.leastCoverage().map(SimulationSummary::at).orElse("-"),
              SimulationReport.percent(total.medianErrorRatio()),
              mean(total.biasRatio(), total.largestBias()),
              SimulationReport.number(total.medianWidthRatio()),
              mean(total.orderRefusedRatio(), total.leastOrderRefused())));
    }
    return text.toString();
  }

  private static String targets(List<TargetVerdict> verdicts) {
    if (verdicts.isEmpty()) {
      return "";
    }
    StringBuilder text =
        new StringBuilder(
            """

            | regime | sampled | measure | target | measured | verdict |
            | --- | --- | --- | --- | --- | --- |
            """);
    for (TargetVerdict verdict : verdicts) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s %s | %s | %s |%n",
              verdict.regime(),
              verdict.sampledRatio(),
              verdict.measure(),
              verdict.most() ? "at most" : "at least",
              value(verdict, OptionalDouble.of(verdict.target())),
              value(verdict, verdict.measured()) + worst(verdict),
              verdict.met() ? "met" : "**missed**"));
    }
    return text.toString();
  }

  private static String worst(TargetVerdict verdict) {
    return verdict.law().isEmpty()
        ? ""
        : " (%s; all laws %s)"
            .formatted(verdict.law(), SimulationReport.percent(verdict.overallRatio()));
  }

  private static String value(TargetVerdict verdict, OptionalDouble value) {
    return verdict.measure().equals("upper/lower")
        ? SimulationReport.number(value)
        : SimulationReport.percent(value);
  }

  private static String mean(OptionalDouble mean, Optional<AtLaw> extreme) {
    return mean.isEmpty()
        ? "-"
        : SimulationReport.percent(mean) + extreme.map(value -> " (" + at(value) + ")").orElse("");
  }

  private static String at(AtLaw value) {
    return SimulationReport.percent(OptionalDouble.of(value.ratio())) + " " + value.law();
  }
}
