package leakcensus.report;

import static leakcensus.report.SmallRun.estimate;
import static leakcensus.report.SmallRun.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import leakcensus.spark.table.CensusTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NotificationDraftTest {

  private static final Optional<Object> NONE = Optional.empty();

  private final SmallRun run = Judged.run();

  @BeforeEach
  void exposeFields() {
    run.with(
        CensusTables.FIELD_PROFILE,
        field("*", "*", "full-name", 90L, 80L),
        field("*", "*", "phone", 40L, 38L),
        field("*", "*", "email", 4L, NONE),
        field("*", "*", "address", 0L, 0L),
        field("*", "*", "organisation", 7L, NONE),
        field("customers", "*", "national-id", 90L, 80L),
        field("customers", "*", "other:secret_column", 90L, NONE));
  }

  @Test
  void fillsInWhatTheTablesSayAndMarksTheRest() {
    assertThat(lines(NotificationForm.GDPR))
        .containsSubsequence(
            "# Draft: notification of a personal data breach",
            "General Data Protection Regulation, Art. 33(3). Made from census run run-1.",
            "> " + Judged.NOTICE,
            "- Authority of EU (Art. 33): 72 hours. Reached: not numeric.",
            "## Nature of the breach (a)",
            "Offered.",
            "**[To be filled in: what happened, when, how it was found, which system]**",
            "## Data subjects: categories and approximate number (a)",
            "- Behind the whole dump: about 80, between 70 and 91 (confidence 95.0 %).",
            "- In the sample that was counted: about 80, between 70 and 91 (confidence 95.0 %).",
            "- The number rests on: Assumed of the dump.",
            "## Records: categories and approximate number (a)",
            "- Records in the sample: 100 read, 98 of them usable; how many the whole dump has is for"
                + " the holder to say.",
            "- full name: with 80 people of the sample",
            "- phone: with 38 people of the sample",
            "- email: with < k people of the sample",
            "Simple data. Look.",
            "## Contact (b)",
            "## Likely consequences (c)",
            "1 x 0.75 + 0.5 = 1.25: low.",
            "- Fraud by calls and messages that know true details (phones, e-mails).",
            "## Measures taken or proposed (d)",
            "## Not known yet, to follow in phases (Art. 33(4))",
            "- Severity, dpc: Simple data. Look.",
            "- Severity, ei: A name and a phone.");
  }

  @Test
  void saysEachHarmOnceAndNoneOfFieldsThatAreNotThere() {
    assertThat(lines(NotificationForm.GDPR))
        .filteredOn(line -> line.startsWith("- Fraud by calls"))
        .hasSize(1);
    assertThat(String.join("\n", lines(NotificationForm.GDPR)))
        .doesNotContain("stalking")
        .doesNotContain("national id")
        .doesNotContain("organisation")
        .doesNotContain("secret_column");
  }

  @Test
  void saysThatTheDumpCannotBeToldAndWhatWouldBeNeeded() {
    run.withEstimates(
        estimate("sample", 80.0, 70.0, 91.0, ""),
        estimate("dump", null, 70.0, null, "How the sample was drawn."));

    assertThat(lines(NotificationForm.UK))
        .contains(
            "- Behind the whole dump: at least 70; how many at most cannot be said from this sample.",
            "- How many people stand behind the whole dump. Needed: How the sample was drawn.",
            "> Facts to check with counsel; no legal advice. This run did not look at this law.");
  }

  @Test
  void saysWhatOthersClaimOfPersonsAndOfNothingElse() {
    run.with(
        CensusTables.CLAIM_CHECK,
        claim("seller", 1e9, "not_testable", "persons", "persons"),
        claim("press", 7e8, "contradicted", "share", "persons"),
        claim("seller + rows", 1e9, "consistent", "both", "persons"),
        claim("rows", 3e9, "not_testable", "records", "records"));

    assertThat(lines(NotificationForm.GDPR))
        .filteredOn(line -> line.startsWith("- Claimed"))
        .containsExactly(
            "- Claimed by others (seller): 1,000,000,000 people; by the sample not testable.",
            "- Claimed by others (press): 700,000,000 people; by the sample contradicted.");
  }

  @Test
  void roundsTheNumberButNotItsInterval() {
    run.withEstimates(
        estimate("sample", 80.0, 70.0, 91.0, ""), estimate("dump", 2_883.4, 1_637.0, 4_576.0, ""));

    assertThat(lines(NotificationForm.GDPR))
        .contains(
            "- Behind the whole dump: about 2,880, between 1,637 and 4,576 (confidence 95.0 %).");
  }

  @Test
  void saysBoundsWhereThereIsNoPoint() {
    run.withEstimates(
        estimate("sample", 80.0, 70.0, 91.0, ""), estimate("dump", null, 700.0, 5_000.0, ""));

    assertThat(lines(NotificationForm.PIPL))
        .contains("- Behind the whole dump: between 700 and 5,000 (confidence 95.0 %).");
  }

  @ParameterizedTest
  @EnumSource(NotificationForm.class)
  void leavesMeasuresAndContactOfEveryFormToTheHolder(NotificationForm form) {
    assertThat(lines(form))
        .contains(
            "**[To be filled in: name, unit, data-protection officer or other contact]**",
            "**[To be filled in: measures taken or proposed against the breach and its effects, and"
                + " what people can do]**")
        .filteredOn(line -> line.startsWith("## "))
        .hasSize(7);
  }

  private static Object[] claim(
      String name, double claimed, String verdict, String kind, String unit) {
    return row(
        name, claimed, "none", NONE, NONE, NONE, NONE, NONE, verdict, "", "", kind, unit, "", NONE,
        NONE, NONE, NONE, NONE, NONE);
  }

  private static Object[] field(
      String source, String slot, String field, long present, Object persons) {
    return row(
        source, slot, field, 98L, present, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, persons,
        NONE, NONE, NONE);
  }

  private List<String> lines(NotificationForm form) {
    return NotificationDraft.markdown(form, run.tables(), "run-1").lines().toList();
  }
}
