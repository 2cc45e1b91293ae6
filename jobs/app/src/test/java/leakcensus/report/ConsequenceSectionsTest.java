package leakcensus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import leakcensus.spark.table.CensusTables;
import org.junit.jupiter.api.Test;

class ConsequenceSectionsTest {

  private final SmallRun run = Judged.run();

  @Test
  void saysHowSevere() {
    assertThat(lines())
        .containsSequence(
            "How severe (ENISA 2013: kind of data x ease of identification + circumstances)",
            "  1 x 0.75 + 0.5 = 1.25: low.",
            "  dpc: Simple data. Look.",
            "  ei: A name and a phone.",
            "");
  }

  @Test
  void saysWhomToTellWhatIsReachedFirst() {
    assertThat(text())
        .contains(
            "Whom to tell, and by when (as far as these laws apply) yes: china-incident, Authority"
                + " of CN (at least 50 persons; CN, Art. 4): 4 hours. open: us-states, Authority of"
                + " US-TX (at least 85 residents; US-TX, 521): 30 days. Without a number, by"
                + " weighing: gdpr (table notification; the command notify drafts). "
                + Judged.NOTICE)
        .doesNotContain("hipaa");
  }

  @Test
  void showsAHandfulOfThoseReachedAndCountsTheRest() {
    withNine("yes");

    assertThat(lines()).filteredOn(line -> line.startsWith("  yes: us, Authority")).hasSize(6);
    assertThat(lines()).contains("  yes: 3 more: table notification.");
  }

  @Test
  void letsTheFirstStandForAllOpenThresholdsOfALaw() {
    withNine("open");

    assertThat(lines())
        .filteredOn(line -> line.startsWith("  open: "))
        .containsExactly(
            "  open: us, Authority of US-TX (at least 85 residents; US-TX, 5) and 8 more"
                + " thresholds: now.");
  }

  @Test
  void saysSoWhereNothingIsReached() {
    run.with(
        CensusTables.NOTIFICATION,
        new Object[][] {
          Judged.law("hipaa", "US", "persons", "at-least", 500L, "no", "60 days", "164.408")
        });

    assertThat(lines()).contains("  No threshold that counts is reached or open.");
  }

  @Test
  void keepsQuietOfARunThatWasNotJudged() {
    run.with(CensusTables.SEVERITY).with(CensusTables.NOTIFICATION);

    assertThat(text()).doesNotContain("How severe").doesNotContain("Whom to tell");
  }

  private void withNine(String reached) {
    run.with(
        CensusTables.NOTIFICATION,
        Collections.nCopies(
                9, Judged.law("us", "US-TX", "residents", "at-least", 85L, reached, "now", "5"))
            .toArray(new Object[0][]));
  }

  private String text() {
    return lines().stream().map(String::strip).collect(Collectors.joining(" "));
  }

  private List<String> lines() {
    return TerminalSummary.of(run.tables(), "out").lines().toList();
  }
}
