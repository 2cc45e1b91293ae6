package leakcensus.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import leakcensus.report.TableView.Cells;
import leakcensus.spark.table.CensusTables;

/** What decoys and planted copies say of the matching; nothing where nothing was matched. */
final class ExplainChecks {

  private static final String DECOY = "decoy";
  private static final String ONE_SLIP = "one-slip";
  private static final String TWO_SLIPS = "two-slips";
  private static final List<String> CHECKS = List.of(DECOY, ONE_SLIP, TWO_SLIPS);

  private final TableView tables;

  ExplainChecks(TableView tables) {
    this.tables = tables;
  }

  /** Whether a row of the table of linkage is about a check, not about the linkage. */
  static boolean isCheck(Cells row) {
    return CHECKS.contains(row.text("identifier"));
  }

  /** The section, line by line. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (row(DECOY, "compared").isEmpty()) {
      return lines;
    }
    lines.add("");
    lines.add("Checks without labels (they change no count)");
    lines.add(decoys());
    lines.add(scaled());
    lines.add(planted(ONE_SLIP, "one slip"));
    lines.add(planted(TWO_SLIPS, "two slips"));
    return lines;
  }

  private String decoys() {
    return text(
        "  Decoys joined: %,d of %,d pairs; expected by the model: %s",
        pairs(DECOY, "joined"),
        pairs(DECOY, "compared"),
        few(real(DECOY, "compared", "expected_same_pairs")));
  }

  private String scaled() {
    double joined = real(DECOY, "all-pairs", "expected_false_merges");
    double expected = real(DECOY, "all-pairs", "expected_same_pairs");
    return text(
        "  Scaled to all pairs: %s false matches of strangers; by the model: %s",
        few(joined), few(expected));
  }

  private String planted(String slips, String words) {
    long planted = pairs(slips, "planted");
    return text(
        "  Planted copies with %s: %,d; found by blocking: %s; found and joined: %s",
        words,
        planted,
        share(pairs(slips, "found"), planted),
        share(pairs(slips, "joined"), planted));
  }

  private static String share(long part, long whole) {
    return whole == 0 ? "-" : text("%,d (%s)", part, Numbers.percent((double) part / whole));
  }

  /** A number of pairs that may be below one. */
  private static String few(double pairs) {
    return pairs > 0 && pairs < 10 ? text("%.2g", pairs) : text("%,d", Math.round(pairs));
  }

  private long pairs(String identifier, String outcome) {
    return row(identifier, outcome).flatMap(row -> row.whole("pairs")).orElse(0L);
  }

  private double real(String identifier, String outcome, String column) {
    return row(identifier, outcome).flatMap(row -> row.real(column)).orElse(0.0);
  }

  private Optional<Cells> row(String identifier, String outcome) {
    return tables
        .rows(CensusTables.LINKAGE_QUALITY)
        .filter(
            row -> row.text("identifier").equals(identifier) && row.text("outcome").equals(outcome))
        .findFirst();
  }

  private static String text(String format, Object... cells) {
    return String.format(Locale.ROOT, format, cells);
  }
}
