package leakcensus.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import leakcensus.estimate.RatioWithInterval;
import leakcensus.evaluate.Rehearsal;
import leakcensus.evaluate.RehearsedLeak;

/** A rehearsal over many leaks, as text and as JSON. */
public final class RehearsalReport {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LEAST_NAME_WIDTH = 8;

  private final Rehearsal rehearsal;

  /** The report of a rehearsal. */
  public RehearsalReport(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** The report as text for a terminal. */
  public String text() {
    int width =
        Math.max(
            LEAST_NAME_WIDTH,
            rehearsal.leaks().stream().mapToInt(leak -> leak.name().length()).max().orElse(0));
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%n  %-" + width + "s %9s %8s %8s %8s %8s  %-7s %7s %7s %8s %8s %7s%n",
                "leak",
                "records",
                "true",
                "counted",
                "lower",
                "upper",
                "covered",
                "width",
                "error",
                "pair F1",
                "B3 F1",
                "seconds"));
    rehearsal.leaks().forEach(leak -> text.append(line(leak, width)));
    RatioWithInterval coverage = rehearsal.coverage();
    return text.append(
            String.format(
                Locale.ROOT,
                """

                  intervals hold the truth in %d of %d leaks: %.0f %% (95 %% interval %.0f to %.0f %%)
                  median width %s of the truth, median error %.1f %%, mean interval score %s
                """,
                rehearsal.covered(),
                rehearsal.leaks().size(),
                100 * coverage.ratio(),
                100 * coverage.lowerRatio(),
                100 * coverage.upperRatio(),
                percent(rehearsal.medianWidth()),
                100 * rehearsal.medianAbsoluteError(),
                percent(rehearsal.meanScore())))
        .toString();
  }

  /** The report as JSON; a width without end is null. */
  public ObjectNode json() {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode leaks = json.putArray("leaks");
    rehearsal.leaks().forEach(leak -> leaks.add(json(leak)));
    RatioWithInterval coverage = rehearsal.coverage();
    json.putObject("total")
        .put("leaks", rehearsal.leaks().size())
        .put("covered", rehearsal.covered())
        .put("coverage_ratio", coverage.ratio())
        .put("coverage_lower_ratio", coverage.lowerRatio())
        .put("coverage_upper_ratio", coverage.upperRatio())
        .put("median_width_ratio", finite(rehearsal.medianWidth()))
        .put("median_absolute_error_ratio", rehearsal.medianAbsoluteError())
        .put("mean_interval_score_ratio", finite(rehearsal.meanScore()));
    return json;
  }

  private static ObjectNode json(RehearsedLeak leak) {
    return JSON.createObjectNode()
        .put("leak", leak.name())
        .put("records", leak.records())
        .put("true_persons", leak.truePersons())
        .put("persons", leak.persons())
        .put("lower", leak.lowerPersons())
        .put("upper", finite(leak.upperPersons()))
        .put("covered", leak.covered())
        .put("width_ratio", finite(leak.relativeWidth()))
        .put("error_ratio", leak.relativeError())
        .put("interval_score_ratio", finite(leak.relativeScore()))
        .put("pairwise_precision", leak.agreement().pairPrecisionRatio())
        .put("pairwise_recall", leak.agreement().pairRecallRatio())
        .put("pairwise_f1", leak.agreement().pairF1Ratio())
        .put("b_cubed_f1", leak.agreement().bCubedF1Ratio())
        .put("seconds", leak.seconds());
  }

  private static String line(RehearsedLeak leak, int width) {
    return String.format(
        Locale.ROOT,
        "  %-" + width + "s %,9d %,8d %8s %8s %8s  %-7s %7s %+6.1f%% %8.4f %8.4f %7.1f%n",
        leak.name(),
        leak.records(),
        leak.truePersons(),
        Numbers.persons(leak.persons()),
        Numbers.persons(leak.lowerPersons()),
        Double.isInfinite(leak.upperPersons()) ? "?" : Numbers.persons(leak.upperPersons()),
        leak.covered() ? "yes" : "NO",
        percent(leak.relativeWidth()),
        100 * leak.relativeError(),
        leak.agreement().pairF1Ratio(),
        leak.agreement().bCubedF1Ratio(),
        leak.seconds());
  }

  private static String percent(double ratio) {
    return Double.isInfinite(ratio) ? "?" : String.format(Locale.ROOT, "%.1f%%", 100 * ratio);
  }

  private static Double finite(double number) {
    return Double.isInfinite(number) ? null : Double.valueOf(number);
  }
}
