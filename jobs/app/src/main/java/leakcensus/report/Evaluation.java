package leakcensus.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import leakcensus.evaluate.ClusterAgreement;
import leakcensus.report.TableView.Cells;
import leakcensus.spark.evaluate.PersonScore;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;

/** A run held against truth, as text and as JSON. */
public final class Evaluation {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TableView tables;
  private final PersonScore score;
  private final Optional<JsonNode> totals;

  /**
   * An evaluation.
   *
   * @param tables the tables of the run
   * @param score how its persons agree with the true entities
   * @param totals totals of the truth as {@code synthesise} writes them, if there are any
   */
  public Evaluation(List<SummaryRows> tables, PersonScore score, Optional<JsonNode> totals) {
    this.tables = new TableView(tables);
    this.score = score;
    this.totals = totals;
  }

  /** The evaluation as JSON. */
  public ObjectNode json() {
    ObjectNode json = JSON.createObjectNode();
    Cells sample = tables.selected("sample");
    scope(json.putObject("sample"), sample, score.truePersons());
    totals.ifPresent(
        truth ->
            scope(
                json.putObject("dump"),
                tables.selected("dump"),
                truth.at("/dump/persons").asLong()));
    ClusterAgreement agreement = score.agreement();
    json.putObject("pairwise")
        .put("precision", agreement.pairPrecisionRatio())
        .put("recall", agreement.pairRecallRatio())
        .put("f1", agreement.pairF1Ratio());
    json.putObject("b_cubed")
        .put("precision", agreement.bCubedPrecisionRatio())
        .put("recall", agreement.bCubedRecallRatio())
        .put("f1", agreement.bCubedF1Ratio());
    json.put("labelled_mentions", score.labelledMentions());
    json.put("scored_mentions", agreement.mentions());
    json.put("true_organisations", score.trueOrganisations());
    json.put("persons_taken_for_organisations", score.personsTakenForOrganisations());
    totals.ifPresent(truth -> json.put("field_coverage_error", fieldCoverageError(truth)));
    return json;
  }

  /** The evaluation as text for a terminal. */
  public String text() {
    ObjectNode json = json();
    StringBuilder text = new StringBuilder("\nRun against truth\n");
    for (String scope : List.of("sample", "dump")) {
      if (json.has(scope)) {
        JsonNode node = json.get(scope);
        text.append(
            String.format(
                Locale.ROOT,
                "  persons of the %-7s true %,d, counted %s (%s), interval %s to %s: %s%n",
                scope,
                node.get("true_persons").asLong(),
                node.hasNonNull("persons") ? Numbers.persons(node.get("persons").asDouble()) : "-",
                node.hasNonNull("relative_error")
                    ? String.format(
                        Locale.ROOT, "%+.1f %%", 100 * node.get("relative_error").asDouble())
                    : "no point estimate",
                node.hasNonNull("lower") ? Numbers.persons(node.get("lower").asDouble()) : "?",
                node.hasNonNull("upper") ? Numbers.persons(node.get("upper").asDouble()) : "?",
                node.get("covered").asBoolean() ? "covered" : "NOT covered"));
      }
    }
    for (String measure : List.of("pairwise", "b_cubed")) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-9s precision %.4f, recall %.4f, F1 %.4f%n",
              measure.replace('_', '-'),
              json.at("/" + measure + "/precision").asDouble(),
              json.at("/" + measure + "/recall").asDouble(),
              json.at("/" + measure + "/f1").asDouble()));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "  scored %,d of %,d labelled mentions%n",
            json.get("scored_mentions").asLong(),
            json.get("labelled_mentions").asLong()));
    if (score.trueOrganisations() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "  left out %,d true entities that the truth calls organisations%n",
              score.trueOrganisations()));
    }
    if (score.personsTakenForOrganisations() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "  took %,d true persons for organisations%n",
              score.personsTakenForOrganisations()));
    }
    if (json.has("field_coverage_error")) {
      text.append(
          String.format(
              Locale.ROOT,
              "  largest error of a field's share in a source: %.6f%n",
              json.get("field_coverage_error").asDouble()));
    }
    return text.toString();
  }

  private static void scope(ObjectNode node, Cells estimate, long truePersons) {
    node.put("true_persons", truePersons);
    estimate
        .real("persons")
        .ifPresent(
            persons ->
                node.put("persons", persons)
                    .put("relative_error", (persons - truePersons) / truePersons));
    estimate.real("lower").ifPresent(lower -> node.put("lower", lower));
    estimate.real("upper").ifPresent(upper -> node.put("upper", upper));
    node.put(
        "covered",
        estimate.real("lower").orElse(0.0) <= truePersons
            && truePersons <= estimate.real("upper").orElse(Double.POSITIVE_INFINITY));
  }

  /** Largest absolute difference of a field's present ratio from the truth's, over all sources. */
  private double fieldCoverageError(JsonNode truth) {
    return tables
        .rows(CensusTables.FIELD_PROFILE)
        .filter(row -> !row.text("source").equals("*"))
        .filter(row -> !row.text("field").startsWith("other:"))
        .filter(row -> row.text("slot").equals("*"))
        .mapToDouble(row -> error(truth.path("sources").path(row.text("source")), row))
        .max()
        .orElse(0);
  }

  private static double error(JsonNode source, Cells row) {
    long present = 0;
    for (JsonNode slot : source.path("present")) {
      present += slot.path(row.text("field")).asLong();
    }
    double truth = (double) present / source.path("mentions").asLong(1);
    return Math.abs(row.real("present_ratio").orElse(0.0) - truth);
  }
}
