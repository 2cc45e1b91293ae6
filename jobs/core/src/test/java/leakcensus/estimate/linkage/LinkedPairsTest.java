package leakcensus.estimate.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import leakcensus.link.UnionFind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinkedPairsTest {

  private static Stream<LinkedPairs> linkings() {
    return Stream.of(new LinkedPairs.Singly(10_000, 7), new LinkedPairs.AsGroups(10_000, 7, 0.4));
  }

  @ParameterizedTest
  @MethodSource("linkings")
  void invertsItself(LinkedPairs linking) {
    double observed = linking.observed(900, 2e-6);

    assertThat(linking.linked(observed, 2e-6)).isCloseTo(900, within(1e-6));
    assertThat(linking.falseRatio(observed, 900)).isCloseTo(2e-6, within(1e-14));
    assertThat(linking.foundRatio(linking.missedFactor(0.7))).isCloseTo(0.7, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("linkings")
  void comesToTheSumWhereFewLinksAreFalse(LinkedPairs linking) {
    // 10,000 records: 49,995,000 pairs
    assertThat(linking.observed(0, 1e-7)).isCloseTo(7 + 4.9995, within(0.03));
  }

  /** Twins of two records each, and false links between any two records. */
  @Test
  void countsThePairsOfGroupsThatFalseLinksJoin() {
    int records = 20_000;
    int links = 1_500;
    SplittableRandom random = new SplittableRandom(71);
    double pairs = 0;
    int draws = 200;
    for (int draw = 0; draw < draws; draw++) {
      UnionFind groups = new UnionFind(records);
      for (int record = 0; record < 4_000; record += 2) {
        groups.union(record, record + 1);
      }
      for (int link = 0; link < links; link++) {
        groups.union(random.nextInt(records), random.nextInt(records));
      }
      int[] sizes = new int[records];
      for (int record = 0; record < records; record++) {
        sizes[groups.find(record)]++;
      }
      for (int size : sizes) {
        pairs += size * (size - 1.0) / 2 / draws;
      }
    }
    double falseRatio = links / (records * (records - 1.0) / 2);

    assertThat(new LinkedPairs.AsGroups(records, 0, 1).observed(2_000, falseRatio))
        .as("seed 71")
        .isCloseTo(pairs, within(0.01 * pairs));
    assertThat(new LinkedPairs.Singly(records, 0).observed(2_000, falseRatio))
        .as("links by themselves are fewer")
        .isLessThan(0.8 * pairs);
  }

  @Test
  void fallsIntoOneGroupWhereLinksAreMany() {
    assertThat(new LinkedPairs.AsGroups(1_000, 0, 1).observed(0, 1e-2)).isInfinite();
  }

  @Test
  void missesNothingWhereNobodyIsAlone() {
    assertThat(new LinkedPairs.AsGroups(1_000, 0, 0).missedFactor(0.5)).isEqualTo(1);
    assertThat(new LinkedPairs.AsGroups(1_000, 0, 0.5).missedFactor(0.5)).isEqualTo(1.5);
    assertThat(new LinkedPairs.Singly(1_000, 0).missedFactor(0.5)).isEqualTo(2);
  }
}
