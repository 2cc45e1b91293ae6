package leakcensus.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeChainTest {

  private static final TokenKey KEY = TokenKey.of(new byte[16]);

  /** x^128 + x^7 + x^2 + x + 1, of NIST SP 800-38B. */
  private static final BigInteger MODULUS =
      BigInteger.ONE.shiftLeft(128).or(BigInteger.valueOf(0x87));

  private static final BigInteger NONE = BigInteger.ZERO;

  private final CodeChain chain = new CodeChain(KEY);

  @Test
  void isThePolynomialWithTheseCoefficients() {
    Random random = new Random(3);
    for (int length = 0; length <= CodeChain.LONGEST; length++) {
      List<BigInteger> codes = codes(random, length);

      BigInteger expected = BigInteger.ONE;
      for (BigInteger code : codes) {
        expected = reduced(expected.shiftLeft(1)).xor(code);
      }
      assertThat(chained(codes)).as("%d codes", length).isEqualTo(expected);
    }
  }

  @Test
  void tellsOrdersLengthsAndPlacesApart() {
    List<BigInteger> two = codes(new Random(4), 2);
    BigInteger a = two.get(0);
    BigInteger b = two.get(1);

    List<BigInteger> sums =
        Stream.of(
                List.<BigInteger>of(),
                List.of(NONE),
                List.of(a),
                List.of(NONE, a),
                List.of(a, NONE),
                List.of(a, b),
                List.of(b, a),
                List.of(a, a),
                List.of(a, NONE, b))
            .map(this::chained)
            .toList();

    assertThat(sums).doesNotHaveDuplicates();
  }

  /** By the polynomial alone five equal values at such places would be as good as none. */
  @Test
  void keepsLongSequencesApartWhosePolynomialsAreEqual() {
    BigInteger code = codes(new Random(5), 1).get(0);
    BigInteger[] without = new BigInteger[200];
    Arrays.fill(without, NONE);
    BigInteger[] with = without.clone();
    for (int power : new int[] {128, 7, 2, 1, 0}) {
      with[150 - power] = code;
    }

    assertThat(chained(List.of(with))).isNotEqualTo(chained(List.of(without)));
    assertThat(polynomial(with)).isEqualTo(polynomial(without));
  }

  @ParameterizedTest(name = "{0} codes")
  @ValueSource(ints = {121, 240, 241, 361, 1_000})
  void enciphersAfterEachHundredAndTwenty(int length) throws GeneralSecurityException {
    List<BigInteger> codes = codes(new Random(length), length);
    Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(new byte[16], "AES"));

    BigInteger expected = BigInteger.ONE;
    for (int i = 0; i < length; i++) {
      if (i > 0 && i % 120 == 0) {
        byte[] block =
            ByteBuffer.allocate(16)
                .putLong(expected.shiftRight(64).longValue())
                .putLong(expected.longValue())
                .array();
        expected = new BigInteger(1, cipher.doFinal(block));
      }
      expected = reduced(expected.shiftLeft(1)).xor(codes.get(i));
    }
    assertThat(chained(codes)).isEqualTo(expected);
  }

  @Test
  void givesLongSequencesTheSameCodeAgainAndAnotherUnderAnotherKey() {
    List<BigInteger> codes = codes(new Random(6), 1_000);
    BigInteger first = chained(codes);
    CodeChain again = new CodeChain(KEY);
    CodeChain other =
        new CodeChain(TokenKey.of(new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));

    assertThat(chained(again, codes)).isEqualTo(first).isNotEqualTo(chained(other, codes));
    Collections.swap(codes, 3, 4);
    assertThat(chained(codes)).isNotEqualTo(first);
  }

  private static BigInteger polynomial(BigInteger[] codes) {
    BigInteger value = BigInteger.ONE;
    for (BigInteger code : codes) {
      value = reduced(value.shiftLeft(1)).xor(code);
    }
    return value;
  }

  private static BigInteger reduced(BigInteger value) {
    return value.testBit(128) ? value.xor(MODULUS) : value;
  }

  private static List<BigInteger> codes(Random random, int count) {
    return new ArrayList<>(
        IntStream.range(0, count).mapToObj(i -> new BigInteger(128, random)).toList());
  }

  private BigInteger chained(List<BigInteger> codes) {
    return chained(chain, codes);
  }

  private static BigInteger chained(CodeChain chain, List<BigInteger> codes) {
    chain.begin();
    codes.forEach(code -> chain.add(code.shiftRight(64).longValue(), code.longValue()));
    return unsigned(chain.high()).shiftLeft(64).or(unsigned(chain.low()));
  }

  private static BigInteger unsigned(long half) {
    return new BigInteger(Long.toUnsignedString(half));
  }
}
