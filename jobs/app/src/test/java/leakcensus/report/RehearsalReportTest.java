package leakcensus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import leakcensus.evaluate.ClusterAgreement;
import leakcensus.evaluate.Rehearsal;
import leakcensus.evaluate.RehearsedLeak;
import org.junit.jupiter.api.Test;

class RehearsalReportTest {

  private final RehearsalReport report =
      new RehearsalReport(
          new Rehearsal(
              List.of(
                  new RehearsedLeak(
                      "endless",
                      12_345,
                      1_000,
                      1_020,
                      900,
                      Double.POSITIVE_INFINITY,
                      0.95,
                      new ClusterAgreement(12_345, 1, 0.5, 2 / 3.0, 1, 0.6, 0.75),
                      2.34))));

  @Test
  void saysWhereThereIsNoUpperEnd() {
    assertThat(report.text().lines())
        .anyMatch(
            line ->
                line.matches(
                    "  endless +12,345 +1,000 +1,020 +900 +\\? +yes +\\? +\\+2.0% +0.6667 +0.7500 +2.3"))
        .contains("  median width ? of the truth, median error 2.0 %, mean interval score ?");
  }

  @Test
  void givesNoNumberForIt() {
    assertThat(report.json().at("/leaks/0/upper").isNull()).isTrue();
    assertThat(report.json().at("/leaks/0/width_ratio").isNull()).isTrue();
    assertThat(report.json().at("/total/median_width_ratio").isNull()).isTrue();
    assertThat(report.json().at("/total/coverage_ratio").asDouble()).isEqualTo(1);
  }
}
