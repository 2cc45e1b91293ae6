package leakcensus.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParseLabelsTest {

  private static final String HEADER =
      "file_a,position_a,slot_a,file_b,position_b,slot_b,probability,same\n";

  @Test
  void readsASheetThatIsFilledInInPart() throws IOException {
    PairLabels labels =
        read(HEADER + "0,10,0,0,20,1,0.5,yes\n1,5,0,0,30,0,0.2, No \r\n\n0,1,0,0,2,0,0.3,\n");

    assertThat(labels.pairs())
        .containsExactly(
            new LabelledPair(new MentionPosition(0, 10, 0), new MentionPosition(0, 20, 1), true),
            new LabelledPair(new MentionPosition(0, 30, 0), new MentionPosition(1, 5, 0), false));
    assertThat(labels.unanswered()).isEqualTo(1);
    assertThat(labels.positions()).hasSize(4);
  }

  @Test
  void readsColumnsInAnyOrderBehindAByteOrderMark() throws IOException {
    PairLabels labels =
        read("\uFEFFsame,file_a,position_a,slot_a,file_b,position_b,slot_b\nyes,0,1,0,0,2,0\n");

    assertThat(labels.pairs()).hasSize(1);
  }

  @Test
  void readsCellsInQuotesAsSpreadsheetsWriteThem() throws IOException {
    assertThat(read(HEADER + "\"0\",\"10\",\"0\",0,20,1,0.5,\"yes\"\n").pairs()).hasSize(1);
  }

  @Test
  void refusesAQuoteThatIsNotClosedWithoutQuotingIt() {
    assertThatThrownBy(() -> read(HEADER + "0,10,0,0,20,1,0.5,\"yes\n0,1,0,0,2,0,0.5,no\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessage("Invalid labels: a quote that is not closed, or no CSV");
  }

  @Test
  void findsNothingInASheetWithoutPairs() throws IOException {
    assertThat(read(HEADER).pairs()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0,1,0,0,2,0,0.5,perhaps | same is neither yes nor no nor empty",
        "0,1,0,0,1,0,0.5,yes | both mentions are the same",
        "0,x,0,0,1,0,0.5,yes | file, position and slot are not three whole numbers from 0",
        "0,-1,0,0,1,0,0.5,yes | file, position and slot are not three whole numbers from 0",
        "0,1,0,0,1,0 | 6 cells (fewer than the first line)"
      })
  void saysWhichLineIsNoLabelAndNotWhatStandsInIt(String line, String fault) {
    assertThatThrownBy(() -> read(HEADER + "0,7,0,0,8,0,0.5,no\n" + line + "\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessage("Invalid label in line 3: " + fault);
  }

  @Test
  void refusesThePairOfAnEarlierLine() {
    assertThatThrownBy(() -> read(HEADER + "0,7,0,0,8,0,0.5,no\n0,8,0,0,7,0,0.5,yes\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid label in line 3: the pair of an earlier line");
  }

  @Test
  void namesTheColumnsThatAreMissing() {
    assertThatThrownBy(() -> read("file_a,position_a,slot_a,file_b,position_b\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Missing columns in the first line: slot_b, same");
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Missing columns in the first line: file_a, position_a, ");
  }

  @Test
  void refusesMoreThanTheDriverHolds() {
    StringBuilder sheet = new StringBuilder(HEADER);
    for (int pair = 0; pair <= 20_000; pair++) {
      sheet.append("0,").append(pair).append(",0,1,").append(pair).append(",0,0.5,no\n");
    }

    assertThatThrownBy(() -> read(sheet.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid labels: 20001 pairs with an answer (must be at most 20000)");
  }

  @Test
  void refusesALabelOfOneMention() {
    MentionPosition here = new MentionPosition(0, 5, 0);

    assertThatThrownBy(() -> new LabelledPair(here, here, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid label: its mentions are out of order, or one and the same");
  }

  private static PairLabels read(String sheet) throws IOException {
    return ParseLabels.read(new StringReader(sheet));
  }
}
