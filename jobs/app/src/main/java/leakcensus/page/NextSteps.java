package leakcensus.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import leakcensus.page.Block.Points;

/** What to do next, by what was found; the most urgent first. */
final class NextSteps {

  private static final int DUTIES = 8;
  private static final int LAWS = 3;

  /** A number of the criminal law is reached without anybody being told. */
  private static final String NO_DEADLINE = "none";

  /** Fields whose exposure calls for a warning of its own. */
  private static final List<String> WARNED = List.of("national-id", "phone", "email", "address");

  /** An interval whose ends differ by more than this can be narrowed by labels. */
  private static final double WIDE = 1.1;

  /** Ratio of a file's records above which rows of another width are no slips. */
  private static final double MANY_RAGGED = 0.01;

  private final RunTables tables;
  private final Texts texts;
  private final List<Phrase> steps = new ArrayList<>();

  private NextSteps(RunTables tables, Texts texts) {
    this.tables = tables;
    this.texts = texts;
  }

  static Section of(RunTables tables, Texts texts) {
    return new Section.Builder("next", texts)
        .say("next.lead")
        .add(new Points("", steps(tables, texts), true))
        .section();
  }

  /** The steps as sentences. */
  static List<Phrase> steps(RunTables tables, Texts texts) {
    NextSteps next = new NextSteps(tables, texts);
    next.quote();
    next.duties();
    next.fields();
    next.claims();
    next.design();
    next.quarantine();
    next.ragged();
    next.linkage();
    next.steps.add(texts.phrase("next.verify"));
    return List.copyOf(next.steps);
  }

  private void quote() {
    Optional<TableRow> dump = tables.selected("dump").filter(row -> row.flag("identifiable"));
    dump.or(() -> tables.selected("sample"))
        .ifPresent(
            row ->
                steps.add(
                    texts.phrase(
                        "next.quote." + row.text("scope"),
                        Intervals.number(texts, row),
                        Intervals.between(texts, row))));
  }

  private void duties() {
    List<TableRow> duties = DutiesSection.sorted(tables);
    if (duties.isEmpty()) {
      steps.add(texts.phrase("next.duties.none"));
      return;
    }
    List<TableRow> told =
        duties.stream().filter(row -> !row.text("deadline").startsWith(NO_DEADLINE)).toList();
    List<TableRow> always = which(told, "not_numeric");
    steps.add(
        texts.phrase(
            "next.duties.count",
            Figures.count(which(told, "yes").size()),
            Figures.count(which(told, "open").size()),
            Figures.count(always.size())));
    if (!always.isEmpty()) {
      steps.add(always(always));
    }
    which(told, "yes").stream().limit(DUTIES).forEach(row -> steps.add(duty(row)));
  }

  /** One deadline of each law, the first that its file names; a paragraph of nine says nothing. */
  private Phrase always(List<TableRow> duties) {
    Map<String, String> deadlines = new LinkedHashMap<>();
    duties.forEach(row -> deadlines.putIfAbsent(DutiesSection.name(row), row.text("deadline")));
    String shown =
        deadlines.entrySet().stream()
            .limit(LAWS)
            .map(law -> law.getKey() + ": " + law.getValue())
            .collect(Collectors.joining("; "));
    return deadlines.size() > LAWS
        ? texts.phrase("next.duties.always-more", shown, Figures.count(deadlines.size() - LAWS))
        : texts.phrase("next.duties.always", shown);
  }

  private static List<TableRow> which(List<TableRow> duties, String reached) {
    return duties.stream().filter(row -> row.text("reached").equals(reached)).toList();
  }

  private Phrase duty(TableRow row) {
    return texts.phrase(
        row.text("whom").isEmpty() ? "next.duty.yes" : "next.duty.whom",
        DutiesSection.name(row),
        row.text("deadline"),
        row.text("whom"));
  }

  private void fields() {
    tables.stream("field_profile")
        .filter(row -> row.text("source").equals(RunTables.ALL))
        .filter(row -> row.text("slot").equals(RunTables.ALL) && WARNED.contains(row.text("field")))
        .filter(row -> row.whole("persons_present").orElse(0L) > 0)
        .forEach(
            row ->
                steps.add(
                    texts.phrase("next.field." + row.text("field"), row.shown("persons_present"))));
  }

  private void claims() {
    for (TableRow claim : tables.rows("claim_check")) {
      if (claim.text("verdict").equals("contradicted")) {
        steps.add(
            texts.phrase(
                "next.claim.contradicted", claim.text("claim"), ClaimsSection.claimed(claim)));
      } else if (claim.text("verdict").equals("not_testable")) {
        steps.add(texts.phrase("next.claim.not_testable", claim.text("claim")));
      }
    }
  }

  private void design() {
    if (tables.selected("dump").filter(row -> row.flag("identifiable")).isEmpty()) {
      steps.add(texts.phrase("next.design"));
    }
    if (tables.stream("design_gate").anyMatch(row -> row.text("outcome").equals("refused"))) {
      steps.add(texts.phrase("next.gate"));
    }
    if (tables.rows("population_share").isEmpty()) {
      steps.add(texts.phrase("next.population"));
    }
  }

  private void quarantine() {
    tables
        .run()
        .flatMap(run -> run.whole("records_quarantined"))
        .filter(records -> records > 0)
        .ifPresent(records -> steps.add(texts.phrase("next.quarantine", Figures.count(records))));
  }

  /** A delimiter that stands in a value shifts what is behind it: files with many such rows. */
  private void ragged() {
    List<TableRow> shifted =
        tables.stream("intake")
            .filter(
                file ->
                    file.whole("records_ragged").orElse(0L)
                        > MANY_RAGGED * file.whole("records_read").orElse(0L))
            .toList();
    if (!shifted.isEmpty()) {
      steps.add(
          texts.phrase(
              "next.ragged",
              Figures.count(shifted.size()),
              Figures.count(shifted.get(0).whole("file_id").orElse(0L))));
    }
  }

  private void linkage() {
    tables
        .selected("sample")
        .filter(row -> row.real("lower").isPresent() && row.real("upper").isPresent())
        .filter(row -> row.real("upper").get() > WIDE * Math.max(1, row.real("lower").get()))
        .ifPresent(row -> steps.add(texts.phrase("next.review")));
  }
}
