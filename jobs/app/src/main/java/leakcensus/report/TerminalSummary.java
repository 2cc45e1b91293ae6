package leakcensus.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import leakcensus.report.TableView.Cells;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;

/** What a run found, as text for a terminal; made from the published tables alone. */
public final class TerminalSummary {

  /** Of a population told apart by age and sex the total is that of all others. */
  private static final Set<String> WHOLE = Set.of("region", "state", "country", "total");

  private final TableView tables;
  private final String path;
  private final TextLines lines = new TextLines();

  private TerminalSummary(List<SummaryRows> tables, String path) {
    this.tables = new TableView(tables);
    this.path = path;
  }

  /** The summary of a run's tables, which are in a folder. */
  public static String of(List<SummaryRows> tables, String path) {
    return new TerminalSummary(tables, path).text();
  }

  private String text() {
    headline();
    funnel();
    coverage();
    PersonsSection.add(tables, lines);
    PlacesSection.add(tables, lines);
    representativeness();
    claims();
    SeveritySection.add(tables, lines);
    DutySection.add(tables, lines);
    AuthenticitySection.add(tables, lines);
    linkage();
    quarantine();
    unknown();
    where();
    return lines.text();
  }

  private void headline() {
    Cells sample = tables.selected("sample");
    lines.add("");
    lines.wrap("", sampleSentence(sample));
    Cells dump = tables.selected("dump");
    if (!dump.flag("identifiable")) {
      lines.wrap(
          "",
          "How many stand in the whole dump is not identifiable; at least %s do."
              .formatted(dump.real("lower").map(Numbers::persons).orElse("0")));
    } else if (dump.real("persons").isEmpty()) {
      lines.wrap(
          "",
          "In the whole dump stand at least %s people%s."
              .formatted(
                  dump.real("lower").map(Numbers::persons).orElse("0"),
                  dump.real("upper")
                      .map(upper -> " and at most " + Numbers.persons(upper))
                      .orElse("")));
    } else {
      lines.wrap(
          "",
          "About %s people stand in the whole dump: %s."
              .formatted(
                  rounded(dump.real("persons").orElseThrow()),
                  dump.real("upper")
                      .map(
                          upper ->
                              "between %s and %s"
                                  .formatted(
                                      dump.real("lower").map(Numbers::persons).orElse("0"),
                                      Numbers.persons(upper)))
                      .orElse("at least " + dump.real("lower").map(Numbers::persons).orElse("0"))));
    }
    tables
        .rows(CensusTables.POPULATION_SHARE)
        .filter(share -> share.text("stratum").equals("total") && !share.flag("suppressed"))
        .filter(share -> WHOLE.contains(share.text("dimension")))
        .forEach(share -> lines.wrap("", shareSentence(share)));
  }

  private static String sampleSentence(Cells sample) {
    String upper = sample.real("upper").map(Numbers::persons).orElse("?");
    double lower = sample.real("lower").orElse(0.0);
    return lower <= 1
        ? "At most %s people stand in this sample: how many fewer, no checked id can tell."
            .formatted(upper)
        : "About %s people stand in this sample: between %s and %s."
            .formatted(
                rounded(sample.real("persons").orElse(lower)), Numbers.persons(lower), upper);
  }

  /** A number of persons to three digits. */
  static String rounded(double persons) {
    double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, persons))) - 2));
    return Numbers.persons(Math.round(persons / unit) * unit);
  }

  private static String shareSentence(Cells share) {
    String interval =
        share.real("share_upper").isPresent()
            ? "%s to %s"
                .formatted(
                    Numbers.percent(share.real("share_lower")),
                    Numbers.percent(share.real("share_upper")))
            : "at least " + Numbers.percent(share.real("share_lower"));
    return "That is %s of the population %s (%s people)."
        .formatted(
            interval, share.text("population"), Numbers.count(share.whole("population_persons")));
  }

  private void funnel() {
    lines.title("Funnel");
    tables
        .rows(CensusTables.ID_FUNNEL)
        .forEach(
            step ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "  %-46s %15s %9s",
                        step.text("name"),
                        left(step),
                        Numbers.percent(step.real("ratio_to_previous")))));
  }

  /** A number of persons may be a bound, or not known at all, without being withheld. */
  private static String left(Cells step) {
    if (step.whole("left").isPresent() || step.flag("suppressed")) {
      return Numbers.count(step.whole("left"));
    }
    return step.real("lower").map(lower -> ">= " + Numbers.persons(lower)).orElse("?");
  }

  private void coverage() {
    lines.title("Fields exposed");
    lines.add(
        String.format(
            Locale.ROOT,
            "  %-12s %-14s %13s %9s %9s %13s %13s",
            "source",
            "field",
            "present",
            "share",
            "valid",
            "distinct",
            "persons"));
    tables
        .rows(CensusTables.FIELD_PROFILE)
        .filter(field -> field.text("slot").equals("*"))
        .forEach(
            field ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "  %-12s %-14s %13s %9s %9s %13s %13s",
                        TextLines.shortened(field.text("source"), 12),
                        TextLines.shortened(field.text("field"), 14),
                        Numbers.count(field.whole("present")),
                        Numbers.percent(field.real("present_ratio")),
                        Numbers.percent(field.real("valid_ratio")),
                        field.text("field").startsWith("other:")
                            ? ""
                            : Numbers.count(field.whole("distinct")),
                        field.text("field").startsWith("other:")
                            ? ""
                            : Numbers.count(field.whole("persons_present")))));
  }

  private void representativeness() {
    List<Cells> rows = tables.rows(CensusTables.REPRESENTATIVENESS).toList();
    if (rows.isEmpty()) {
      return;
    }
    lines.title("How like the population");
    for (Cells row : rows) {
      lines.wrap("  ", row.text("population") + ": " + row.text("reading"));
    }
    tables
        .rows(CensusTables.POPULATION_SHARE)
        .filter(share -> share.flag("above_one"))
        .forEach(
            share ->
                lines.wrap(
                    "  ",
                    "More persons than people: %s of %s. Registers hold the dead and those who moved."
                        .formatted(share.text("label"), share.text("population"))));
  }

  private void claims() {
    List<Cells> claims = tables.rows(CensusTables.CLAIM_CHECK).toList();
    if (claims.isEmpty()) {
      return;
    }
    lines.title("Claims");
    for (Cells claim : claims) {
      lines.wrap("  ", ClaimSentences.verdict(claim));
      for (String sentence : ClaimSentences.reach(claim)) {
        lines.wrap("    ", sentence);
      }
    }
  }

  private void linkage() {
    List<Cells> refused =
        tables
            .rows(CensusTables.LINKAGE_QUALITY)
            .filter(row -> row.text("outcome").startsWith("refused"))
            .toList();
    if (refused.isEmpty()) {
      return;
    }
    lines.title("Identifiers that were not believed");
    for (Cells row : refused) {
      lines.wrap(
          "  ",
          "%s: %s"
              .formatted(
                  row.text("identifier"),
                  row.whole("identifiers").orElse(0L) > 0
                      ? "%s identifiers on %s mentions: %s"
                          .formatted(
                              Numbers.count(row.whole("identifiers")),
                              Numbers.count(row.whole("mentions")),
                              row.text("meaning"))
                      : "%s joins: %s"
                          .formatted(Numbers.count(row.whole("joins")), row.text("meaning"))));
    }
  }

  private void quarantine() {
    List<Cells> reasons = tables.rows(CensusTables.QUARANTINE).toList();
    if (reasons.isEmpty()) {
      return;
    }
    lines.title("Quarantine");
    for (Cells reason : reasons) {
      lines.wrap(
          "  ",
          "%s: %s records: %s"
              .formatted(
                  reason.text("source"),
                  Numbers.count(reason.whole("records")),
                  reason.text("meaning")));
    }
  }

  private void unknown() {
    lines.title("Not known");
    Cells dump = tables.selected("dump");
    if (!dump.text("needed").isEmpty()) {
      lines.wrap("  ", "Persons of the whole dump. Needed: " + dump.text("needed"));
    }
    Cells run = tables.rows(CensusTables.RUN).findFirst().orElseThrow();
    Optional<Long> thin = run.whole("unattributable_mentions");
    if (thin.orElse(0L) > 0) {
      lines.wrap(
          "  ",
          "Who the %s mentions are that are too thin to be anyone.".formatted(Numbers.count(thin)));
    }
    Optional<Long> organisations = run.whole("organisation_mentions");
    if (organisations.orElse(0L) > 0) {
      lines.wrap(
          "  ",
          "Whether one of the %s mentions that are held for organisations is a person."
              .formatted(Numbers.count(organisations)));
    }
    lines.wrap("  ", "Persons whom no source can reach.");
  }

  private void where() {
    lines.title("Tables");
    lines.wrap("  ", path + " (docs/tables.md explains each column)");
  }
}
