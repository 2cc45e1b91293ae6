package leakcensus.report;

import java.util.List;
import java.util.Locale;
import leakcensus.authenticity.Reading;
import leakcensus.report.TableView.Cells;
import leakcensus.spark.table.CensusTables;

/** The part of the summary on signs of made-up or recycled data. */
final class AuthenticitySection {

  private AuthenticitySection() {}

  /** Adds what is unusual, a line each; or one that nothing is, and what could not be tested. */
  static void add(TableView tables, TextLines lines) {
    List<Cells> signs = tables.rows(CensusTables.AUTHENTICITY).toList();
    if (signs.isEmpty()) {
      return;
    }
    lines.title("Signs of fabrication (evidence, never proof; none found proves nothing)");
    List<Cells> found = signs.stream().filter(AuthenticitySection::isFound).toList();
    for (Cells sign : found) {
      lines.wrap(
          "  ",
          "%s, %s: %s. %s"
              .formatted(
                  sign.text("sign"),
                  sign.text("source").equals(TableView.ALL) ? "all sources" : sign.text("source"),
                  sign.text("reading"),
                  sign.text("explanation")));
    }
    List<Cells> all =
        signs.stream().filter(sign -> sign.text("source").equals(TableView.ALL)).toList();
    List<String> untested =
        all.stream()
            .filter(sign -> reads(sign, Reading.NOT_TESTABLE))
            .map(sign -> sign.text("sign"))
            .toList();
    lines.wrap(
        "  ",
        String.format(
            Locale.ROOT,
            "%s%s",
            found.isEmpty()
                ? "None among %d signs.".formatted(all.size() - untested.size())
                : "%d other signs: usual."
                    .formatted(all.stream().filter(sign -> reads(sign, Reading.USUAL)).count()),
            untested.isEmpty() ? "" : " Not testable: " + String.join(", ", untested) + "."));
  }

  private static boolean isFound(Cells sign) {
    return reads(sign, Reading.UNUSUAL) || reads(sign, Reading.FABRICATION_LIKELY);
  }

  private static boolean reads(Cells sign, Reading reading) {
    return sign.text("reading").equals(reading.key());
  }
}
