package leakcensus.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import leakcensus.report.TableView.Cells;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.table.SummaryTable;
import leakcensus.spark.write.Manifest;

/**
 * Why mentions were joined or kept apart, in numbers only; made from the published tables alone.
 */
public final class ExplainReport {

  private static final List<SummaryTable> TABLES =
      List.of(
          CensusTables.MATCH_WEIGHT,
          CensusTables.BLOCKING,
          CensusTables.LABEL_EFFECT,
          CensusTables.LINKAGE_QUALITY,
          CensusTables.FREQUENCY);
  private static final Set<String> ALL = Set.of("*");
  private static final String PAIR = "pair";
  private static final int LARGEST_SIZES = 10;

  private final TableView tables;
  private final List<String> lines = new ArrayList<>();

  private ExplainReport(List<SummaryRows> tables) {
    this.tables = new TableView(tables);
  }

  /** The explanation as text for a terminal. */
  public static String text(List<SummaryRows> tables) {
    return new ExplainReport(tables).text();
  }

  /** The explanation as JSON. */
  public static ObjectNode json(List<SummaryRows> tables, Manifest manifest) {
    List<SummaryRows> explaining =
        tables.stream().filter(rows -> TABLES.contains(rows.table())).toList();
    ObjectNode json = RunJson.header(manifest);
    for (SummaryRows rows : explaining) {
      ArrayNode list = json.putArray(rows.table().name());
      RunJson.addRows(rows, list);
    }
    return json;
  }

  private String text() {
    weights();
    bands();
    labels();
    blocking();
    new ExplainChecks(tables).lines().forEach(lines::add);
    sizes();
    refused();
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }

  private void weights() {
    title("What agreement says (bits for one person; against it where negative)");
    if (tables.rows(CensusTables.MATCH_WEIGHT).findAny().isEmpty()) {
      lines.add("  Nothing was compared: identifiers alone decide (resolve.method), or no two");
      lines.add("  mentions share a blocking key.");
      return;
    }
    line("  %-14s %-10s %14s %10s %10s %10s", "field", "level", "pairs", "one", "two", "bits");
    tables
        .rows(CensusTables.MATCH_WEIGHT)
        .forEach(
            row ->
                line(
                    "  %-14s %-10s %14s %10s %10s %10s",
                    row.text("field"),
                    row.text("level"),
                    Numbers.count(row.whole("pairs")),
                    Numbers.percent(row.real("same_ratio")),
                    Numbers.percent(row.real("unrelated_ratio")),
                    signed(row.real("weight_bits"))));
  }

  private void bands() {
    title("Compared pairs by the probability that they are one person");
    line(
        "  %-16s %16s %14s %14s %14s",
        "probability", "pairs", "one person", "false merges", "splits");
    tables
        .rows(CensusTables.LINKAGE_QUALITY)
        .filter(row -> row.text("identifier").equals(PAIR))
        .forEach(
            row ->
                line(
                    "  %-16s %16s %14s %14s %14s",
                    row.text("outcome"),
                    row.whole("pairs").map(pairs -> Numbers.count(Optional.of(pairs))).orElse("-"),
                    rounded(row.real("expected_same_pairs")),
                    rounded(row.real("expected_false_merges")),
                    rounded(row.real("expected_false_splits"))));
  }

  private void labels() {
    tables
        .rows(CensusTables.LABEL_EFFECT)
        .forEach(
            row -> {
              title("What labels have changed");
              line(
                  "  %s of %s labels used, %s of them one person; %s decided without the model, %s not found, %s unanswered",
                  Numbers.count(row.whole("used")),
                  Numbers.count(row.whole("labels")),
                  Numbers.count(row.whole("used_same")),
                  Numbers.count(row.whole("decided")),
                  Numbers.count(row.whole("not_found")),
                  Numbers.count(row.whole("unanswered")));
              line(
                  "  log odds times %.3f, plus %.3f, from %.1f to %.1f",
                  row.real("slope").orElseThrow(),
                  row.real("intercept").orElseThrow(),
                  row.real("from_log_odds").orElseThrow(),
                  row.real("to_log_odds").orElseThrow());
              line(
                  "  pairs of one person expected: %s without labels, %s with them",
                  rounded(row.real("same_pairs_without")), rounded(row.real("same_pairs_with")));
            });
  }

  private void blocking() {
    title("What brought mentions together");
    line(
        "  %-24s %12s %14s %14s %8s %14s",
        "rule", "keys", "pairs", "one person", "recall", "skipped pairs");
    tables
        .rows(CensusTables.BLOCKING)
        .forEach(
            row ->
                line(
                    "  %-24s %12s %14s %14s %8s %14s",
                    row.text("rule"),
                    Numbers.count(row.whole("keys")),
                    Numbers.count(row.whole("pairs")),
                    rounded(row.real("expected_same_pairs")),
                    Numbers.percent(row.real("expected_recall")),
                    Numbers.count(row.whole("skipped_pairs"))));
  }

  private void sizes() {
    title("Persons by number of mentions");
    List<Cells> sizes =
        tables
            .rows(CensusTables.FREQUENCY)
            .filter(row -> ALL.contains(row.text("source")) && row.text("level").equals("person"))
            .toList();
    for (Cells row : sizes.subList(0, Math.min(LARGEST_SIZES, sizes.size()))) {
      line("  %10s %16s", Numbers.count(row.whole("k")), Numbers.count(row.whole("persons")));
    }
    if (sizes.size() > LARGEST_SIZES) {
      Cells last = sizes.get(sizes.size() - 1);
      line(
          "  %10s %16s",
          "... " + Numbers.count(last.whole("k")), Numbers.count(last.whole("persons")));
    }
  }

  private void refused() {
    title("Identifiers, by what was done with them");
    tables
        .rows(CensusTables.LINKAGE_QUALITY)
        .filter(row -> !row.text("identifier").equals(PAIR) && !ExplainChecks.isCheck(row))
        .forEach(
            row ->
                line(
                    "  %-12s %12s identifiers, %12s joins: %s",
                    row.text("identifier"),
                    Numbers.count(row.whole("identifiers")),
                    Numbers.count(row.whole("joins")),
                    row.text("meaning")));
  }

  private void title(String title) {
    lines.add("");
    lines.add(title);
  }

  private void line(String format, Object... cells) {
    lines.add(String.format(Locale.ROOT, format, cells).stripTrailing());
  }

  private static String rounded(Optional<Double> number) {
    return number.map(Numbers::persons).orElse("-");
  }

  private static String signed(Optional<Double> bits) {
    return bits.map(value -> String.format(Locale.ROOT, "%+.1f", value)).orElse("-");
  }
}
