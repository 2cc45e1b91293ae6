package leakcensus.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import leakcensus.estimate.RatioWithInterval;
import leakcensus.estimate.WilsonInterval;
import leakcensus.simulate.RegimeTotals.AtLaw;
import org.junit.jupiter.api.Test;

class TargetVerdictTest {

  @Test
  void totalsNameTheWorstLaw() {
    RegimeTotals total =
        RegimeTotals.of(
                List.of(
                    cell("random-records", 0.01, "even", 100, 99, 0.02, 2),
                    cell("random-records", 0.01, "uneven", 90, 80, -0.3, 4),
                    cell("random-records", 0.01, "other", 100, 100, 0.04, 3)))
            .get(0);

    assertThat(total.laws()).isEqualTo(3);
    assertThat(total.leastAnswered()).isEqualTo(new AtLaw(0.9, "uneven"));
    assertThat(total.leastCoverage()).contains(new AtLaw(80 / 90.0, "uneven"));
    assertThat(total.medianErrorRatio()).hasValue(0.04);
    assertThat(total.medianWidthRatio()).hasValue(3);
    assertThat(total.biasRatio().orElseThrow()).isCloseTo(-0.08, within(1e-12));
    assertThat(total.largestBias()).contains(new AtLaw(-0.3, "uneven"));
  }

  @Test
  void keepsMethodsAndSampledPartsApart() {
    List<RegimeTotals> totals =
        RegimeTotals.of(
            List.of(
                cell("random-records", 0.01, "even", 100, 99, 0.02, 2),
                cell("random-records", 0.1, "even", 100, 99, 0.02, 2)));

    assertThat(totals).extracting(RegimeTotals::sampledRatio).containsExactly(0.01, 0.1);
  }

  @Test
  void holdsRandomRecordsAgainstTheirTargets() {
    List<TargetVerdict> verdicts =
        TargetVerdict.of(
            RegimeTotals.of(
                List.of(
                    cell("random-records", 0.1, "even", 100, 94, 0.014, 1.46),
                    cell("random-records", 1e-4, "even", 100, 92, 0.5, 6.4))));

    assertThat(verdicts)
        .extracting(
            verdict -> verdict.sampledRatio() + " " + verdict.measure() + " " + verdict.met())
        .containsExactly(
            "0.1 holds the truth true",
            "0.1 upper/lower false",
            "0.1 error true",
            "1.0E-4 holds the truth false",
            "1.0E-4 upper/lower true");
    assertThat(verdicts.get(0).law()).isEqualTo("even");
    assertThat(verdicts.get(0).overallRatio()).hasValue(0.94);
    assertThat(verdicts.get(1).overallRatio()).isEmpty();
  }

  @Test
  void holdsGatesAndListsAgainstTheirs() {
    List<TargetVerdict> verdicts =
        TargetVerdict.of(
            RegimeTotals.of(
                List.of(
                    gate("random-order", 7),
                    gate("by-person", 96),
                    gate("regions", 94),
                    gate("shuffled-head", 5),
                    cell("captures-pairs", 0.15, "pair", 100, 90, 0.1, 2),
                    cell("captures-differ", 0.15, "differ", 100, 10, 0.1, 2),
                    cell("flat-sources", 0.1, "flat", 100, 93, -0.03, 2))));

    assertThat(verdicts)
        .extracting(verdict -> verdict.regime() + " " + verdict.measure() + " " + verdict.met())
        .containsExactly(
            "random-order order refused false",
            "by-person order refused true",
            "regions order refused false",
            "captures-pairs holds the truth true",
            "flat-sources holds the truth true",
            "flat-sources bias false");
  }

  @Test
  void takesNothingMeasuredForAMiss() {
    SimulatedCell never = cell("captures-pairs", 0.15, "pair", 0, 0, 0.1, 2);

    TargetVerdict verdict = TargetVerdict.of(RegimeTotals.of(List.of(never))).get(0);

    assertThat(verdict.measured()).isEmpty();
    assertThat(verdict.met()).isFalse();
  }

  private static SimulatedCell cell(
      String regime, double ratio, String law, int answers, int held, double bias, double width) {
    return cell(regime, ratio, law, answers, held, bias, width, Optional.empty());
  }

  private static SimulatedCell gate(String regime, int refused) {
    return cell(
        regime, 0.01, "law", 100, 100, 0, 1, Optional.of(WilsonInterval.of(refused, 100, 0.95)));
  }

  private static SimulatedCell cell(
      String regime,
      double ratio,
      String law,
      int answers,
      int held,
      double bias,
      double width,
      Optional<RatioWithInterval> refused) {
    return new SimulatedCell(
        regime,
        law,
        ratio,
        SimulatedCell.SELECTED,
        1000,
        100,
        WilsonInterval.of(answers, 100, 0.95),
        OptionalDouble.of(0),
        answers == 0 ? Optional.empty() : Optional.of(WilsonInterval.of(held, answers, 0.95)),
        OptionalDouble.of(Math.abs(bias)),
        OptionalDouble.of(bias),
        OptionalDouble.of(width),
        refused,
        OptionalDouble.empty());
  }
}
