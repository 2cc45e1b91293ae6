package leakcensus.spark.census;

import static leakcensus.spark.census.SmallCensus.ALL;
import static leakcensus.spark.census.SmallCensus.text;
import static org.assertj.core.api.Assertions.assertThat;

import leakcensus.count.Measure;
import leakcensus.link.LinkOutcome;
import leakcensus.link.NodeKind;
import org.junit.jupiter.api.Test;

class LinkageRowsTest {

  private final SmallCensus census = new SmallCensus();

  @Test
  void tellsWhatTheLinkageDidWithEachIdentifier() {
    count(Measure.LINK_IDENTIFIERS, NodeKind.PHONE, LinkOutcome.JOINED, 5);
    count(Measure.LINK_MENTIONS, NodeKind.PHONE, LinkOutcome.JOINED, 12);
    count(Measure.LINK_JOINS, NodeKind.PHONE, LinkOutcome.JOINED, 6);
    count(Measure.LINK_UNNAMED_JOINS, NodeKind.PHONE, LinkOutcome.JOINED, 2);
    count(Measure.LINK_IDENTIFIERS, NodeKind.NATIONAL_ID, LinkOutcome.REFUSED_SHARED, 1);
    count(Measure.LINK_MENTIONS, NodeKind.NATIONAL_ID, LinkOutcome.REFUSED_SHARED, 400);
    count(Measure.LINK_JOINS, NodeKind.PHONE, LinkOutcome.REFUSED_CHAIN, 3);

    assertThat(text(LinkageRows.quality(census.facts(), "run")))
        .containsExactly(
            "national-id | refused-shared | more mentions than the limit share it: refused | 1 |"
                + " 400 | 0 | 0 | - | - | - | -",
            "phone | joined | mentions agree on name, birth date and national id: joined | 5 | 12 |"
                + " 6 | 2 | - | - | - | -",
            "phone | refused-chain | would put two national ids into one person: refused | 0 | 0 |"
                + " 3 | 0 | - | - | - | -");
  }

  @Test
  void hasNoRowsWithoutIdentifiers() {
    assertThat(text(LinkageRows.quality(census.facts(), "run"))).isEmpty();
  }

  private void count(Measure measure, NodeKind kind, LinkOutcome outcome, long amount) {
    census.counts.add(measure, ALL, kind.ordinal(), outcome.ordinal(), amount);
  }
}
