package leakcensus.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import leakcensus.synthetic.RandomStream.Purpose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPermutationTest {

  @ParameterizedTest(name = "{0} numbers")
  @ValueSource(ints = {1, 2, 3, 64, 65, 1_000, 65_536, 100_003})
  void givesEveryPlaceOnce(int size) {
    NumberPermutation permutation = new NumberPermutation(9, Purpose.PHONE, size);
    BitSet places = new BitSet(size);

    for (int number = 0; number < size; number++) {
      places.set((int) permutation.place(number));
    }

    assertThat(places.cardinality()).isEqualTo(size);
    assertThat(places.length()).isEqualTo(size);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, (1L << 62) + 1})
  void rejectsSizesThatItCannotHold(long size) {
    assertThatThrownBy(() -> new NumberPermutation(9, Purpose.PHONE, size))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid size of a permutation: %d (must be 1 to 2^62)".formatted(size));
  }
}
