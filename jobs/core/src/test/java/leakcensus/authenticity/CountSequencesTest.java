package leakcensus.authenticity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.normalise.ResidentId;
import leakcensus.pseudonym.TokenKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountSequencesTest {

  private static final int ALL = CountTable.ALL_SOURCES;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3})
  void agreesWithARecountOfPairsWhateverTheKey(int seed) {
    List<String> ids = ids(new Random(seed));
    Map<Long, Set<Integer>> cells = new HashMap<>();
    for (String id : ids) {
      long cell = Long.parseLong(id.substring(0, 14));
      if (HideSequences.isLookedAt(cell)) {
        cells.computeIfAbsent(cell, n -> new HashSet<>()).add(Integer.parseInt(id, 14, 17, 10));
      }
    }
    CountTable expected = new CountTable();
    cells.values().forEach(numbers -> recount(List.copyOf(numbers), expected));

    CountTable counts = count(ids, (byte) 1);

    assertThat(expected.at(Measure.SIGN_MENTIONS, ALL, SignCount.SEQUENCE_PAIRS.ordinal(), 1))
        .isPositive();
    assertThat(counts.encode()).isEqualTo(expected.encode());
    assertThat(count(ids, (byte) 2).encode()).isEqualTo(counts.encode());
  }

  @Test
  void hidesCellAndNumber() {
    List<String> ids = ids(new Random(4));

    Set<Long> one = hidden(ids, (byte) 1);
    Set<Long> other = hidden(ids, (byte) 2);

    assertThat(one).hasSameSizeAs(other).isNotEmpty();
    assertThat(one).doesNotContainAnyElementsOf(other);
    for (String id : ids) {
      assertThat(one).doesNotContain(Long.parseLong(id, 0, 17, 10));
    }
  }

  @Test
  void looksAtOneCellInSixteen() {
    long lookedAt = 0;
    for (long cell = 11010119900101L; cell < 11010119900101L + 160_000; cell++) {
      lookedAt += HideSequences.isLookedAt(cell) ? 1 : 0;
    }

    // Binomial, 10,000 expected, standard deviation 97
    assertThat(lookedAt).isBetween(9_500L, 10_500L);
  }

  private static void recount(List<Integer> numbers, CountTable expected) {
    long near = 0;
    for (int left = 0; left < numbers.size(); left++) {
      for (int right = 0; right < left; right++) {
        int apart = Math.abs(numbers.get(left) - numbers.get(right));
        near += Math.min(apart, 1_000 - apart) <= 2 ? 1 : 0;
      }
    }
    long pairs = numbers.size() * (numbers.size() - 1L) / 2;
    expected.add(Measure.SIGN_MENTIONS, ALL, SignCount.SEQUENCE_PAIRS.ordinal(), 1, near);
    expected.add(Measure.SIGN_MENTIONS, ALL, SignCount.SEQUENCE_PAIRS.ordinal(), 0, pairs - near);
    int crowd = numbers.size() > 100 ? 1 : 0;
    expected.add(
        Measure.SIGN_MENTIONS, ALL, SignCount.SEQUENCE_IDS.ordinal(), crowd, numbers.size());
  }

  /** Ids of 300 days of one area, from none to 200 a day, some of them twice. */
  private static List<String> ids(Random random) {
    List<String> ids = new ArrayList<>();
    for (int day = 0; day < 300; day++) {
      String cell = "110101" + java.time.LocalDate.of(1980, 1, 1).plusDays(day);
      int number = random.nextInt(200);
      for (int i = 0; i < number; i++) {
        String body = cell.replace("-", "") + "%03d".formatted(random.nextInt(1_000));
        ids.add(ResidentId.withCheckDigit(body));
        if (random.nextInt(5) == 0) {
          ids.add(ResidentId.withCheckDigit(body));
        }
      }
    }
    return ids;
  }

  private static CountTable count(List<String> ids, byte key) {
    return CountSequences.count(table(ids, key));
  }

  private static Set<Long> hidden(List<String> ids, byte key) {
    LongTable table = table(ids, key);
    Set<Long> hidden = new HashSet<>();
    for (int row = 0; row < table.size(); row++) {
      hidden.add(table.at(row, HideSequences.HIDDEN));
    }
    return hidden;
  }

  private static LongTable table(List<String> ids, byte key) {
    byte[] secret = new byte[16];
    secret[0] = key;
    HideSequences hiding = new HideSequences(TokenKey.of(secret));
    ids.forEach(hiding::add);
    return hiding.take();
  }
}
