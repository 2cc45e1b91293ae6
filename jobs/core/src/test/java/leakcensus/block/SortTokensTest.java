package leakcensus.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortTokensTest {

  /** Values of a bucket, which have leading bits in common, of few kinds, or small numbers. */
  @ParameterizedTest(name = "{0} values of {1} bits with {2} bits before")
  @CsvSource({
    "0, 64, 0",
    "1, 64, 0",
    "63, 64, 0",
    "64, 64, 0",
    "64, 1, 0",
    "65, 1, 63",
    "3000, 64, 0",
    "3000, 57, 5",
    "3000, 2, 0",
    "3000, 2, -1",
    "3000, 12, 0",
    "1100000, 50, 77",
  })
  void sortsAsTheJdkDoes(int size, int bits, long before) {
    Random random = new Random(size + bits);
    long[] values = new long[size];
    for (int i = 0; i < size; i++) {
      long value = random.nextLong() >>> Long.SIZE - bits;
      values[i] = bits == Long.SIZE ? value : value | before << bits;
    }
    long[] expected = values.clone();
    Arrays.sort(expected);

    SortTokens.sort(values);

    assertThat(values).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} values")
  @CsvSource({"100", "100000"})
  void sortsValuesOfWhichManyShareTheirPlace(int size) {
    Random random = new Random(size);
    // One far away, and all others close together.
    long[] values = random.longs(size, -1_000, 1_000).toArray();
    values[size / 2] = Long.MAX_VALUE;
    values[size / 3] = Long.MIN_VALUE;
    long[] expected = values.clone();
    Arrays.sort(expected);

    SortTokens.sort(values);

    assertThat(values).isEqualTo(expected);
  }
}
