package leakcensus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import leakcensus.match.LabelledPair;
import leakcensus.match.MentionPosition;
import leakcensus.match.PairLabels;
import leakcensus.match.ParseLabels;
import leakcensus.match.TrueEntities;
import leakcensus.spark.table.ReviewTable;
import leakcensus.spark.table.SummaryRows;
import org.junit.jupiter.api.Test;

class AnsweredSheetTest {

  private static final MentionPosition ADA = new MentionPosition(0, 10, 0);
  private static final MentionPosition ADA_AGAIN = new MentionPosition(1, 3_000_000_000L, 0);
  private static final MentionPosition BO = new MentionPosition(0, 10, 1);
  private static final MentionPosition NOBODY = new MentionPosition(0, 90, 0);
  private static final TrueEntities TRUTH =
      new TrueEntities(Map.of(ADA, 1L, ADA_AGAIN, 1L, BO, 2L));

  private final SummaryRows pairs = new SummaryRows(ReviewTable.TABLE, "run");

  AnsweredSheetTest() {
    add(ADA, NOBODY, 0.6);
    add(ADA, ADA_AGAIN, 0.5);
    add(ADA, BO, 0.25);
    add(BO, ADA_AGAIN, 0.125);
  }

  @Test
  void answersThePairsThatTheTruthKnows() {
    AnsweredSheet sheet = AnsweredSheet.of(pairs, TRUTH, 100);

    assertThat(sheet.csv())
        .isEqualTo(
            """
            file_a,position_a,slot_a,file_b,position_b,slot_b,probability,same
            0,10,0,1,3000000000,0,0.5,yes
            0,10,0,0,10,1,0.25,no
            0,10,1,1,3000000000,0,0.125,no
            """);
    assertThat(sheet.summary())
        .startsWith("Answered 3 of 4 pairs: 1 one person, 2 two. Without a true entity: 1.\n");
  }

  @Test
  void stopsAtTheLimitOfAnswers() {
    AnsweredSheet sheet = AnsweredSheet.of(pairs, TRUTH, 2);

    assertThat(sheet.csv()).hasLineCount(3);
    assertThat(sheet.answered()).isEqualTo(2);
    assertThat(sheet.unknown()).isEqualTo(1);
  }

  @Test
  void writesWhatLabelsAreReadFrom() throws IOException {
    PairLabels labels =
        ParseLabels.read(new StringReader(AnsweredSheet.of(pairs, TRUTH, 100).csv()));

    assertThat(labels.pairs())
        .containsExactly(
            new LabelledPair(ADA, ADA_AGAIN, true),
            new LabelledPair(ADA, BO, false),
            new LabelledPair(BO, ADA_AGAIN, false));
    assertThat(labels.unanswered()).isZero();
  }

  @Test
  void hasTheFormatOfTheSheetThatIsLeftOpen() {
    String open = ReviewSheet.csv(pairs).lines().skip(2).findFirst().orElseThrow();

    assertThat(AnsweredSheet.of(pairs, TRUTH, 1).csv().lines().skip(1))
        .containsExactly(open + "yes");
  }

  @Test
  void asksForEveryMentionOfThePairs() {
    assertThat(ReviewSheet.mentions(pairs)).containsExactlyInAnyOrder(ADA, NOBODY, ADA_AGAIN, BO);
  }

  private void add(MentionPosition left, MentionPosition right, double probability) {
    pairs.add(
        (long) left.fileId(),
        left.position(),
        (long) left.slot(),
        (long) right.fileId(),
        right.position(),
        (long) right.slot(),
        probability);
  }
}
