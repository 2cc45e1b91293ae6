package leakcensus.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import leakcensus.simulate.RegimeTotals.AtLaw;

/**
 * One aim of the estimators against what was measured.
 *
 * @param regime name of the regime
 * @param sampledRatio sampled part
 * @param measure what is measured
 * @param most whether the target is the most that may be, or the least that must be
 * @param target the target
 * @param measured what was measured; absent where nothing was answered or tested
 * @param law the law that the measured value belongs to; empty where it is one over all laws
 * @param overallRatio the mean over all laws, where the measured value belongs to the worst of
 *     them: of many laws one falls below the target by chance
 */
public record TargetVerdict(
    String regime,
    double sampledRatio,
    String measure,
    boolean most,
    double target,
    OptionalDouble measured,
    String law,
    OptionalDouble overallRatio) {

  private static final double COVERAGE = 0.93;
  private static final double CAPTURE_COVERAGE = 0.9;
  private static final double GATE_SIZE = 0.06;
  private static final double GATE_POWER = 0.95;
  private static final double FLAT_BIAS = 0.02;
  private static final Map<Double, Double> WIDTH =
      Map.of(1e-4, 6.5, 1e-3, 5.5, 1e-2, 3.0, 0.1, 1.45);
  private static final Map<Double, Double> ERROR = Map.of(1e-2, 0.05, 0.1, 0.015);
  private static final Set<String> DUMPS = Set.of("random-records", "independent-draws");
  private static final Set<String> DISORDER =
      Set.of("by-person", "near-tenth", "near-half", "regions", "blocks");
  private static final Set<String> CAPTURES =
      Set.of("captures-pairs", "captures-all-pairs", "captures-five");

  /** Whether the target is met; nothing measured meets none. */
  public boolean met() {
    return measured.isPresent()
        && (most ? measured.getAsDouble() <= target : measured.getAsDouble() >= target);
  }

  /** The targets that concern the selected rows of these totals. */
  public static List<TargetVerdict> of(List<RegimeTotals> totals) {
    List<TargetVerdict> verdicts = new ArrayList<>();
    for (RegimeTotals total : totals) {
      if (total.method().equals(SimulatedCell.SELECTED)) {
        verdicts.addAll(selected(total));
      }
    }
    return List.copyOf(verdicts);
  }

  private static List<TargetVerdict> selected(RegimeTotals total) {
    List<TargetVerdict> verdicts = new ArrayList<>();
    if (DUMPS.contains(total.regime())) {
      verdicts.add(coverage(total, COVERAGE));
    }
    if (total.regime().equals("random-records")) {
      if (WIDTH.containsKey(total.sampledRatio())) {
        verdicts.add(
            most(total, "upper/lower", WIDTH.get(total.sampledRatio()), total.medianWidthRatio()));
      }
      if (ERROR.containsKey(total.sampledRatio())) {
        verdicts.add(
            most(total, "error", ERROR.get(total.sampledRatio()), total.medianErrorRatio()));
      }
    }
    if (total.regime().equals("flat-sources")) {
      verdicts.add(coverage(total, COVERAGE));
      OptionalDouble bias = total.biasRatio();
      verdicts.add(
          most(
              total,
              "bias",
              FLAT_BIAS,
              bias.isPresent() ? OptionalDouble.of(Math.abs(bias.getAsDouble())) : bias));
    }
    if (total.regime().equals("random-order")) {
      verdicts.add(most(total, "order refused", GATE_SIZE, total.orderRefusedRatio()));
    }
    if (DISORDER.contains(total.regime())) {
      verdicts.add(
          least(
              total,
              "order refused",
              GATE_POWER,
              total.leastOrderRefused(),
              total.orderRefusedRatio()));
    }
    if (CAPTURES.contains(total.regime())) {
      verdicts.add(coverage(total, CAPTURE_COVERAGE));
    }
    return verdicts;
  }

  private static TargetVerdict coverage(RegimeTotals total, double target) {
    return least(total, "holds the truth", target, total.leastCoverage(), total.coverageRatio());
  }

  private static TargetVerdict least(
      RegimeTotals total,
      String measure,
      double target,
      Optional<AtLaw> measured,
      OptionalDouble overallRatio) {
    return new TargetVerdict(
        total.regime(),
        total.sampledRatio(),
        measure,
        false,
        target,
        measured.map(value -> OptionalDouble.of(value.ratio())).orElse(OptionalDouble.empty()),
        measured.map(AtLaw::law).orElse(""),
        overallRatio);
  }

  private static TargetVerdict most(
      RegimeTotals total, String measure, double target, OptionalDouble measured) {
    return new TargetVerdict(
        total.regime(),
        total.sampledRatio(),
        measure,
        true,
        target,
        measured,
        "",
        OptionalDouble.empty());
  }
}
