package leakcensus.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.PersonEstimate;
import leakcensus.page.ReportFiles;
import leakcensus.pipeline.CensusRun;
import leakcensus.pipeline.DemoResult;

/** How a census of a synthetic leak compares with the truth. */
public final class DemoSummary {

  private DemoSummary() {}

  /** The comparison as text for a terminal. */
  public static String text(DemoResult result) {
    double seconds =
        result.run().secondsByStep().values().stream().mapToDouble(Double::doubleValue).sum();
    return """

        Estimate against truth (the people are made up, so the truth is known)
        %s%s
        The leak: %s
        Took %.0f s. The whole summary again: leak-census report --run %s
        One page to hand on: %s/%s
        """
        .formatted(
            line("sample", result, EstimateScope.SAMPLE, result.truth().samplePersons()),
            line("dump", result, EstimateScope.DUMP, result.truth().dump().persons()),
            result.leak(),
            seconds,
            result.run().path(),
            result.run().path(),
            ReportFiles.PAGE);
  }

  /** The comparison as JSON, with the run. */
  public static ObjectNode json(DemoResult result) {
    CensusRun run = result.run();
    ObjectNode json = RunJson.of(run.tables(), run.manifest(), run.path(), run.secondsByStep());
    ObjectNode truth = json.putObject("truth");
    Map.of(
            EstimateScope.SAMPLE, result.truth().samplePersons(),
            EstimateScope.DUMP, result.truth().dump().persons())
        .forEach(
            (scope, persons) -> {
              PersonEstimate estimate = run.findings().selected(scope);
              truth
                  .putObject(scope.key())
                  .put("persons", persons)
                  .put("covered", covers(estimate, persons));
            });
    return json;
  }

  private static String line(
      String name, DemoResult result, EstimateScope scope, long truePersons) {
    PersonEstimate estimate = result.run().findings().selected(scope);
    return String.format(
        Locale.ROOT,
        "  %-7s estimate %11s   interval %11s to %11s   truth %,11d   %s%n",
        name,
        estimate.persons().isPresent() ? Numbers.persons(estimate.persons().getAsDouble()) : "-",
        Numbers.persons(estimate.lowerPersons().orElse(0)),
        estimate.upperPersons().isPresent()
            ? Numbers.persons(estimate.upperPersons().getAsDouble())
            : "?",
        truePersons,
        covers(estimate, truePersons) ? "covered" : "NOT covered");
  }

  private static boolean covers(PersonEstimate estimate, long truePersons) {
    return estimate.lowerPersons().orElse(0) <= truePersons
        && truePersons <= estimate.upperPersons().orElse(Double.POSITIVE_INFINITY);
  }
}
