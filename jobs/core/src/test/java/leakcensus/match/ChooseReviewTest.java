package leakcensus.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import leakcensus.block.LongTable;
import org.junit.jupiter.api.Test;

class ChooseReviewTest {

  private static final long SEED = 20_261_124;

  @Test
  void spreadsTheChoiceOverTheBands() {
    List<ReviewPair> chosen = chosen(20, pairs(2_000));

    assertThat(chosen).hasSize(20);
    for (int band = 0; band < ReviewBand.COUNT; band++) {
      int wanted = band;
      assertThat(chosen).filteredOn(pair -> band(pair) == wanted).hasSize(2);
    }
    assertThat(chosen.subList(0, 2)).allMatch(pair -> Math.abs(pair.probability() - 0.5) < 0.3);
    assertThat(chosen).doesNotHaveDuplicates();
  }

  @Test
  void choosesTheSameFromPartsAndFromAll() {
    LongTable all = pairs(3_000);
    LongTable parts = ReviewColumns.located();
    for (int part = 0; part < 7; part++) {
      int wanted = part;
      int[] rows = IntStream.range(0, all.size()).filter(row -> row % 7 == wanted).toArray();
      ChooseReview choosing = new ChooseReview(50);
      choosing.add(LongTable.decode(all.encode(rows, 0, rows.length)));
      for (int band = 0; band < ReviewBand.COUNT; band++) {
        assertThat(choosing.kept(band).size()).isLessThanOrEqualTo(50);
        parts.appendAll(choosing.kept(band));
      }
    }

    assertThat(chosen(50, parts)).isEqualTo(chosen(50, all)).hasSize(50);
  }

  @Test
  void choosesTheSameWhicheverSideIsNamedFirst() {
    LongTable pairs = pairs(100);
    LongTable turned = ReviewColumns.located();
    for (int row = 0; row < pairs.size(); row++) {
      turned.append(
          pairs.at(row, 0),
          pairs.at(row, 4),
          pairs.at(row, 5),
          pairs.at(row, 6),
          pairs.at(row, 1),
          pairs.at(row, 2),
          pairs.at(row, 3));
    }

    assertThat(chosen(30, turned)).isEqualTo(chosen(30, pairs));
  }

  @Test
  void takesAllWhereThereAreFewAndFillsUpFromOtherBands() {
    LongTable even = ReviewColumns.located();
    for (int pair = 0; pair < 8; pair++) {
      even.append(Double.doubleToLongBits(0.1), 0, pair, 0, 1, pair, 0);
    }

    assertThat(chosen(6, even)).hasSize(6);
    assertThat(chosen(9, even)).hasSize(8);
    assertThat(chosen(9, ReviewColumns.located())).isEmpty();
  }

  @Test
  void roundsTheProbability() {
    LongTable one = ReviewColumns.located();
    one.append(Double.doubleToLongBits(Math.log(2)), 0, 5, 0, 1, 7, 1);

    // 1 / (1 + exp(-ln 2)) = 2/3.
    assertThat(chosen(1, one))
        .containsExactly(
            new ReviewPair(new MentionPosition(0, 5, 0), new MentionPosition(1, 7, 1), 0.667));
  }

  @Test
  void refusesPairsThatAreNone() {
    MentionPosition here = new MentionPosition(0, 5, 0);
    MentionPosition there = new MentionPosition(0, 6, 0);

    assertThatThrownBy(() -> new ReviewPair(there, here, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid pair for review: its mentions are out of order, or one and the same");
    assertThatThrownBy(() -> new ReviewPair(here, there, 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid probability: 1.5 (must be a ratio in [0, 1])");
    assertThatThrownBy(() -> new MentionPosition(1, -2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid position of a mention: file 1, offset -2, slot 3 (must not be negative)");
  }

  private static int band(ReviewPair pair) {
    return ReviewBand.of(Math.log(pair.probability() / (1 - pair.probability())));
  }

  private static List<ReviewPair> chosen(int limit, LongTable located) {
    ChooseReview choosing = new ChooseReview(limit);
    choosing.add(located);
    return choosing.chosen();
  }

  /** Pairs whose log odds stand inside the middle half of a band, so that rounding moves none. */
  private static LongTable pairs(int number) {
    SplittableRandom random = new SplittableRandom(SEED);
    double width = 2 * Math.log(99) / ReviewBand.COUNT;
    LongTable pairs = ReviewColumns.located();
    for (int pair = 0; pair < number; pair++) {
      double logOdds =
          -Math.log(99)
              + width * (random.nextInt(ReviewBand.COUNT) + 0.25 + random.nextDouble() / 2);
      pairs.append(
          Double.doubleToLongBits(logOdds),
          random.nextInt(3),
          pair,
          0,
          3 + random.nextInt(3),
          random.nextInt(1_000_000),
          random.nextInt(2));
    }
    return pairs;
  }
}
