package leakcensus.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import leakcensus.estimate.claim.ClaimKind;
import leakcensus.page.MarkdownText;
import leakcensus.report.TableView.Cells;
import leakcensus.severity.ScoreSeverity;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;

/**
 * A notification of the breach, filled in as far as the published tables go; made from them alone,
 * so that it holds no value of the leak and no count that they withhold.
 */
public final class NotificationDraft {

  private static final String OPEN = "**[To be filled in: %s]**";

  private static final Set<String> CLAIMS_OF_PERSONS =
      Set.of(ClaimKind.PERSONS.key(), ClaimKind.SHARE.key());

  /** What a kind of field lets others do; to be confirmed by whoever knows the people. */
  private static final Map<String, String> HARMS = harms();

  private final NotificationForm form;
  private final TableView tables;
  private final String runId;
  private final List<String> lines = new ArrayList<>();

  private NotificationDraft(NotificationForm form, List<SummaryRows> tables, String runId) {
    this.form = form;
    this.tables = new TableView(tables);
    this.runId = runId;
  }

  /** The draft of a form from the tables of a run, as Markdown. */
  public static String markdown(NotificationForm form, List<SummaryRows> tables, String runId) {
    return new NotificationDraft(form, tables, runId).text();
  }

  private String text() {
    lines.add("# Draft: notification of a personal data breach");
    paragraph(form.title() + ". Made from census run " + runId + ".");
    paragraph("> " + notice());
    duties();
    for (NotificationForm.Heading heading : form.headings()) {
      paragraph("## " + heading.text());
      add(heading.part());
    }
    return String.join("\n", lines) + "\n";
  }

  private void add(DraftPart part) {
    switch (part) {
      case NATURE -> nature();
      case PERSONS -> persons();
      case RECORDS -> records();
      case CONSEQUENCES -> consequences();
      case MEASURES ->
          open(
              "measures taken or proposed against the breach and its effects, and what people can"
                  + " do");
      case CONTACT -> open("name, unit, data-protection officer or other contact");
      case UNKNOWN -> unknown();
    }
  }

  /** A run under other settings may not have held its numbers against this law. */
  private void duties() {
    List<Cells> duties =
        tables
            .rows(CensusTables.NOTIFICATION)
            .filter(row -> row.text("regime").equals(form.key()))
            .toList();
    if (duties.isEmpty()) {
      return;
    }
    lines.add("");
    for (Cells duty : duties) {
      lines.add(
          "- %s (%s): %s. Reached: %s."
              .formatted(
                  said(duty, "whom"),
                  said(duty, "article"),
                  said(duty, "deadline"),
                  said(duty, "reached")));
    }
  }

  private String notice() {
    return tables
        .rows(CensusTables.NOTIFICATION)
        .filter(row -> row.text("regime").equals(form.key()))
        .map(row -> said(row, "notice"))
        .findFirst()
        .orElse("Facts to check with counsel; no legal advice. This run did not look at this law.");
  }

  private void nature() {
    component("cb_confidentiality");
    component("cb_integrity");
    component("cb_availability");
    open("what happened, when, how it was found, which system");
  }

  private void persons() {
    Cells dump = tables.selected("dump");
    paragraph("- Behind the whole dump: " + number(dump));
    Cells sample = tables.selected("sample");
    lines.add("- In the sample that was counted: " + number(sample));
    lines.add("- The number rests on: " + said(dump, "assumptions"));
    claims();
    open("categories of people, such as customers or staff; children and others in need of care");
  }

  /** What others say may be what an authority has read already. */
  private void claims() {
    tables
        .rows(CensusTables.CLAIM_CHECK)
        .filter(claim -> CLAIMS_OF_PERSONS.contains(claim.text("kind")))
        .forEach(
            claim ->
                lines.add(
                    "- Claimed by others (%s): %s people; by the sample %s."
                        .formatted(
                            said(claim, "claim"),
                            claim.real("claimed").map(Numbers::persons).orElse("?"),
                            said(claim, "verdict"))));
  }

  /** Names and reasons come from a configuration; no character of them is markup. */
  private static String said(Cells row, String column) {
    return MarkdownText.escaped(row.text(column).replace('_', ' '));
  }

  private static String number(Cells row) {
    String lower = row.real("lower").map(Numbers::persons).orElse("0");
    if (!row.flag("identifiable")) {
      return "at least %s; how many at most cannot be said from this sample.".formatted(lower);
    }
    String bounds =
        row.real("upper")
            .map(upper -> "between %s and %s".formatted(lower, Numbers.persons(upper)))
            .orElse("at least " + lower);
    String confidence =
        row.real("confidence").map(Numbers::percent).map(" (confidence %s)"::formatted).orElse("");
    return row.real("persons")
        .map(
            persons ->
                "about %s, %s%s.".formatted(TerminalSummary.rounded(persons), bounds, confidence))
        .orElseGet(() -> "%s%s.".formatted(bounds, confidence));
  }

  private void records() {
    Cells run = tables.rows(CensusTables.RUN).findFirst().orElseThrow();
    paragraph(
        "- Records in the sample: %s read, %s of them usable%s."
            .formatted(
                Numbers.count(run.whole("records_read")),
                Numbers.count(run.whole("records_kept")),
                run.text("sample_design").equals("whole-dump")
                    ? "; the sample is the whole dump"
                    : "; how many the whole dump has is for the holder to say"));
    for (Cells field : exposed()) {
      lines.add(
          "- %s: with %s people of the sample"
              .formatted(
                  said(field, "field").replace('-', ' '),
                  Numbers.count(field.whole("persons_present"))));
    }
    component("dpc");
    open("further categories of data, where the holder knows of any");
  }

  /** Person fields with content, over all sources. */
  private List<Cells> exposed() {
    return tables
        .rows(CensusTables.FIELD_PROFILE)
        .filter(row -> row.text("source").equals(TableView.ALL))
        .filter(row -> row.text("slot").equals(TableView.ALL))
        .filter(row -> !row.text("field").equals("organisation"))
        .filter(row -> row.whole("present").orElse(0L) > 0)
        .toList();
  }

  private void consequences() {
    component(ScoreSeverity.SCORE);
    for (Cells field : exposed()) {
      Optional.ofNullable(HARMS.get(field.text("field")))
          .filter(harm -> !lines.contains(harm))
          .ifPresent(lines::add);
    }
    open("which of these are likely here, and for whom they are worst");
  }

  private static Map<String, String> harms() {
    Map<String, String> harms = new LinkedHashMap<>();
    harms.put(
        "national-id", "- Contracts, accounts or credit in the name of others (national ids).");
    String contact = "- Fraud by calls and messages that know true details (phones, e-mails).";
    harms.put("phone", contact);
    harms.put("email", contact);
    harms.put("address", "- Unwanted visits, stalking, threats (addresses).");
    String questions = "- Answers to questions that check an identity (births).";
    harms.put("birth-date", questions);
    harms.put("birthplace", questions);
    return harms;
  }

  private void unknown() {
    Cells dump = tables.selected("dump");
    if (!dump.text("needed").isEmpty()) {
      paragraph("- How many people stand behind the whole dump. Needed: " + said(dump, "needed"));
    }
    tables
        .rows(CensusTables.SEVERITY)
        .filter(row -> !row.real("lower").equals(row.real("upper")))
        .filter(row -> !row.text("component").equals(ScoreSeverity.SCORE))
        .forEach(
            row ->
                paragraph(
                    "- Severity, %s: %s".formatted(said(row, "component"), said(row, "reason"))));
    open("what else is not known yet, and when it will be");
  }

  private void component(String name) {
    tables
        .rows(CensusTables.SEVERITY)
        .filter(row -> row.text("component").equals(name))
        .forEach(row -> paragraph(said(row, "reason")));
  }

  private void open(String what) {
    paragraph(OPEN.formatted(what));
  }

  private void paragraph(String text) {
    lines.add("");
    lines.add(text);
  }
}
