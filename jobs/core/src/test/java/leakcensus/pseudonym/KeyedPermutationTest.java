package leakcensus.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedPermutationTest {

  private static final byte[] SECRET = "sixteen bytes 01".getBytes(StandardCharsets.US_ASCII);
  private static final int MANY = 2_000_000;

  private final KeyedPermutation permutation = new KeyedPermutation(TokenKey.of(SECRET));

  @Test
  void agreesWithAFeistelNetworkThatAsksAesInEveryRound() throws GeneralSecurityException {
    SplittableRandom random = new SplittableRandom(1);
    for (int bits : new int[] {16, 28, 32}) {
      KeyedPermutation permuting = new KeyedPermutation(TokenKey.of(SECRET), bits);
      PlainFeistel plain = new PlainFeistel(SECRET, bits);
      int mask = -1 >>> 32 - bits;
      for (int number : new int[] {0, 1, -1, 0xFFFF, 0x10000, Integer.MIN_VALUE}) {
        assertThat(replaced(permuting, number & mask)).isEqualTo(plain.of(number & mask));
      }
      for (int i = 0; i < 1_000; i++) {
        int number = random.nextInt() & mask;
        assertThat(replaced(permuting, number)).isEqualTo(plain.of(number));
      }
    }
  }

  @Test
  void mapsNoTwoNumbersOf32BitsToOne() {
    IntOpenHashSet found = new IntOpenHashSet();

    for (int i = 0; i < MANY; i++) {
      // An odd stride goes over all numbers before it repeats one.
      found.add(replaced(permutation, i * 0x9E37_79B1));
    }

    assertThat(found).hasSize(MANY);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 20})
  void permutesAllNumbersOfFewerBits(int bits) {
    KeyedPermutation small = new KeyedPermutation(TokenKey.of(SECRET), bits);
    int[] numbers = IntStream.range(0, 1 << bits).toArray();

    small.replace(numbers, 0, numbers.length);

    assertThat(Arrays.stream(numbers).sorted().toArray())
        .containsExactly(IntStream.range(0, 1 << bits).toArray());
    assertThat(numbers).isNotEqualTo(IntStream.range(0, 1 << bits).toArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 21, 34})
  void refusesOtherNumbersOfBits(int bits) {
    assertThatThrownBy(() -> new KeyedPermutation(TokenKey.of(SECRET), bits))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid bits: %d (must be even, 16 to 32)".formatted(bits));
  }

  @Test
  void replacesTheNumbersOfAPartOfAnArrayOnly() {
    int[] numbers = {7, 8, 9, 10};

    permutation.replace(numbers, 1, 3);

    assertThat(numbers).containsExactly(7, replaced(permutation, 8), replaced(permutation, 9), 10);
  }

  @Test
  void mapsTheSameNumbersElsewhereUnderAnotherKey() {
    byte[] secret = SECRET.clone();
    secret[15]++;
    KeyedPermutation other = new KeyedPermutation(TokenKey.of(secret));
    KeyedPermutation same = new KeyedPermutation(TokenKey.of(SECRET.clone()));

    int equal = 0;
    for (int number = 0; number < 10_000; number++) {
      equal += replaced(permutation, number) == replaced(other, number) ? 1 : 0;
      assertThat(replaced(permutation, number)).isEqualTo(replaced(same, number));
    }

    assertThat(equal).isLessThan(3);
  }

  private static int replaced(KeyedPermutation permutation, int number) {
    int[] numbers = {number};
    permutation.replace(numbers, 0, 1);
    return numbers[0];
  }

  /** The same network by its definition: AES of (purpose, round, half) in each of eight rounds. */
  private static final class PlainFeistel {

    private final Cipher cipher;
    private final int bits;

    PlainFeistel(byte[] secret, int bits) throws GeneralSecurityException {
      cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(secret, "AES"));
      this.bits = bits;
    }

    int of(int number) throws GeneralSecurityException {
      int[] halves = {number >>> bits / 2, number & (1 << bits / 2) - 1};
      for (int round = 0; round < 8; round++) {
        halves = new int[] {halves[1], halves[0] ^ roundFunction(round, halves[1])};
      }
      return halves[0] << bits / 2 | halves[1];
    }

    private int roundFunction(int round, int half) throws GeneralSecurityException {
      byte[] block = new byte[16];
      block[0] = (byte) 0xF5;
      block[1] = (byte) round;
      block[2] = (byte) (half >>> 8);
      block[3] = (byte) half;
      block[4] = (byte) bits;
      byte[] sealed = Arrays.copyOf(cipher.doFinal(block), 2);
      return ((sealed[0] & 0xFF) << 8 | sealed[1] & 0xFF) & (1 << bits / 2) - 1;
    }
  }
}
