package leakcensus.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberKeyTest {

  private final NumberKey key = NumberKey.of(secret());

  /** Reckoned by Python's hmac module. */
  @Test
  void concealsByTheStandard() {
    assertThat(Long.toHexString(key.conceal((byte) 7, 123_456_789))).isEqualTo("1e26b34e04a104e2");
  }

  @Test
  void tellsDomainsAndKeysApart() {
    byte[] other = secret();
    other[31]++;

    assertThat(key.conceal((byte) 7, 1)).isEqualTo(NumberKey.of(secret()).conceal((byte) 7, 1));
    assertThat(key.conceal((byte) 7, 1))
        .isNotEqualTo(key.conceal((byte) 8, 1))
        .isNotEqualTo(key.conceal((byte) 7, 2))
        .isNotEqualTo(NumberKey.of(other).conceal((byte) 7, 1));
  }

  @Test
  void refusesOtherLengthsAndPrintsNothingSecret() {
    assertThatThrownBy(() -> NumberKey.of(new byte[16]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid key: 16 bytes (must be 32)");
    assertThat(key).hasToString("NumberKey");
  }

  private static byte[] secret() {
    byte[] secret = new byte[32];
    IntStream.range(0, 32).forEach(i -> secret[i] = (byte) i);
    return secret;
  }
}
