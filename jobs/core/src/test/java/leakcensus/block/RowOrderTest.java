package leakcensus.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowOrderTest {

  /** Keys of few or many values, whose differences lie in their lower or in their upper bits. */
  @ParameterizedTest(name = "{0} rows, {1} keys, shifted by {2}")
  @CsvSource({
    "0, 1, 0",
    "1, 1, 0",
    "2, 2, 0",
    "2, 2, 63",
    "3, 2, 62",
    "1000, 1000000, 0",
    "1000, 1000000, 40",
    "1000, 3, 0",
    "1000, 3, 62",
    "1024, 90, 8",
    "1025, 90, 9",
    "5000, 700, 12",
    "5000, 3, 0",
    "5000, 3, 62",
    "5000, 1, 0",
    "5000, 1000000, 7",
  })
  void ordersAsAStableSortDoes(int rows, int keys, int shift) {
    Random random = new Random(31L * rows + shift);
    long[] values = random.ints(rows, 0, keys).mapToLong(key -> (long) key << shift).toArray();
    long[] then = random.longs(rows, -2, 3).toArray();

    assertThat(RowOrder.by(values, rows))
        .containsExactly(sorted(rows, Comparator.comparingLong(row -> values[row])));
    assertThat(RowOrder.by(values, then, rows))
        .containsExactly(
            sorted(
                rows,
                Comparator.<Integer>comparingLong(row -> values[row])
                    .thenComparingLong(row -> then[row])));
  }

  private static int[] sorted(int rows, Comparator<Integer> order) {
    return IntStream.range(0, rows).boxed().sorted(order).mapToInt(row -> row).toArray();
  }
}
