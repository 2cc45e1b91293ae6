package leakcensus.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import leakcensus.block.LongTable;
import org.junit.jupiter.api.Test;

class MergedTokensTest {

  private final LongTable merged = DistinctTokens.table();
  private final MergedTokens merging = new MergedTokens(merged);

  /** Tokens that agree in as many bits as places are found by. */
  @Test
  void mergesTwoFrequentTokensThatWantTheSamePlace() {
    long one = 0x1234_5678_0000_0001L;
    long other = 0x7FED_CBA9_0000_0001L;
    for (int i = 0; i < 10_000; i++) {
      merging.add(one, 3, 1);
      merging.add(other, 3, 2);
    }
    merging.end();

    assertThat(mentions(one)).isEqualTo(10_000);
    assertThat(mentions(other)).isEqualTo(10_000);
    assertThat(rows(one)).isEqualTo(1);
    assertThat(rows(other)).isEqualTo(1);
  }

  @Test
  void losesNothingAndKeepsWhatDiffersApart() {
    Random random = new Random(5);
    Map<List<Long>, Long> expected = new HashMap<>();
    Map<List<Long>, Long> expectedSources = new HashMap<>();
    for (int i = 0; i < 200_000; i++) {
      long token = (random.nextInt(60_000) + 1) * 0x9E37_79B9_7F4A_7C15L;
      long field = random.nextInt(3);
      long source = 1L << random.nextInt(5);
      merging.add(token, field, source);
      expected.merge(List.of(token, field), 1L, Long::sum);
      expectedSources.merge(List.of(token, field), source, (left, right) -> left | right);
      if (i % 70_000 == 0) {
        merging.end();
      }
    }
    merging.end();
    merging.end();

    Map<List<Long>, Long> found = new HashMap<>();
    Map<List<Long>, Long> foundSources = new HashMap<>();
    for (int row = 0; row < merged.size(); row++) {
      List<Long> key =
          List.of(merged.at(row, DistinctTokens.TOKEN), merged.at(row, DistinctTokens.FIELD));
      found.merge(key, merged.at(row, DistinctTokens.MENTIONS), Long::sum);
      foundSources.merge(
          key, merged.at(row, DistinctTokens.SOURCES), (left, right) -> left | right);
    }
    assertThat(found).isEqualTo(expected);
    assertThat(foundSources).isEqualTo(expectedSources);
  }

  private long mentions(long token) {
    long mentions = 0;
    for (int row = 0; row < merged.size(); row++) {
      if (merged.at(row, DistinctTokens.TOKEN) == token) {
        mentions += merged.at(row, DistinctTokens.MENTIONS);
      }
    }
    return mentions;
  }

  private int rows(long token) {
    int rows = 0;
    for (int row = 0; row < merged.size(); row++) {
      rows += merged.at(row, DistinctTokens.TOKEN) == token ? 1 : 0;
    }
    return rows;
  }
}
