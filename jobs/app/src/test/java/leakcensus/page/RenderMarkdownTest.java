package leakcensus.page;

import static leakcensus.page.PageRun.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import leakcensus.spark.table.CensusTables;
import org.junit.jupiter.api.Test;

class RenderMarkdownTest {

  private final PageRun run = PageRun.small();

  @Test
  void beginsWithTheNumberOfPersonsAndItsInterval() {
    assertThat(run.markdown())
        .startsWith(
            "# Leak census\n\nCounted on 2 January 2026\n\nRun 20260101T000000.000Z\n\n"
                + "**People in the whole leak** about 12,300,000\n\n"
                + "- between 7,000,000 and 21,000,000\n");
  }

  @Test
  void isNamedAsTheLeakIsWithoutMarkup() {
    run.withTitle("Case *7*: <b>a leak</b>");

    assertThat(run.markdown())
        .startsWith("# Case \\*7\\*: &lt;b&gt;a leak&lt;/b&gt;\n\nCounted on 2 January 2026\n\n");
  }

  @Test
  void hasAsManyCellsInARowAsInItsHead() {
    run.with(
        CensusTables.QUARANTINE,
        row("a | b", "bad-syntax", "broken\n| x |", 10L, List.of(0L), List.of(17L)));

    assertThat(run.markdown())
        .contains(
            "| Source | Reason | Records | Meaning |\n"
                + "| --- | --- | --- | --- |\n"
                + "| a \\| b | Broken or cut off | 10 | broken\\\\u000a\\| x \\| |\n");
  }

  @Test
  void leavesNoMarkupInNames() {
    assertThat(MarkdownText.escaped("<img src=x> [a](http://b) **c** `d` &amp; #e\r\n$f$"))
        .isEqualTo(
            "&lt;img src=x&gt; \\[a\\](http://b) \\*\\*c\\*\\* \\`d\\` &amp;amp; \\#e  \\$f\\$");
  }

  @Test
  void saysWhatAChartShows() {
    run.withFrequencies(6_000, 2_000);

    assertThat(run.markdown())
        .contains("from 6,000 people who appear 1 times to 2,000 people who appear 2 times.")
        .contains("| 2 | 2,000 | ");
  }
}
