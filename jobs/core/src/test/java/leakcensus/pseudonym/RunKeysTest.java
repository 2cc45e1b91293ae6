package leakcensus.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunKeysTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] SECRET = secret(0);

  private final RunKeys keys = RunKeys.lasting(SECRET);

  /** Reckoned by Python's hmac module: HKDF with the salt "leak-census keys 1". */
  @Test
  void derivesAKeyForEachPurpose() {
    assertThat(HEX.formatHex(keys.tokens().secret())).isEqualTo("79d58c685ef44e0664d2b29dba954f1c");
    assertThat(HEX.formatHex(keys.numbers().secret()))
        .isEqualTo("289b4daf47b68fe7369507f25f8d8be12e84d0516acb0f325b8fac278a02ff44");
    assertThat(HEX.formatHex(keys.seals("night").secret()))
        .isEqualTo("d57e9fa19435c040141aa15e9c6a2a841cae84fb3761368a7766b1fd0b9335de");
  }

  @Test
  void sealsEachThingByAKeyOfItsOwn() {
    assertThat(keys.seals("a").secret()).isNotEqualTo(keys.seals("b").secret());
    assertThat(keys.seals("a").secret()).isEqualTo(RunKeys.lasting(SECRET).seals("a").secret());
  }

  @Test
  void areOtherKeysInEveryRunUnlessTheyLast() {
    assertThat(RunKeys.random().id()).isNotEqualTo(RunKeys.random().id());
    assertThat(RunKeys.random().isLasting()).isFalse();
    assertThat(RunKeys.lasting(SECRET).id()).isEqualTo(keys.id());
    assertThat(RunKeys.lasting(secret(1)).id()).isNotEqualTo(keys.id());
    assertThat(keys.isLasting()).isTrue();
  }

  @Test
  void printsNothingSecret() {
    assertThat(keys).hasToString("RunKeys[" + keys.id() + "]");
    assertThat(HEX.formatHex(SECRET)).doesNotContain(keys.id());
  }

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {0, 16, 31, 33, 64})
  void refusesOtherLengths(int bytes) {
    assertThatThrownBy(() -> RunKeys.lasting(new byte[bytes]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid key: %d bytes (must be 32)".formatted(bytes));
  }

  @Test
  void refusesWhatIsNotRandom() {
    byte[] repeated = new byte[32];
    IntStream.range(0, 32).forEach(i -> repeated[i] = (byte) (i % 15));

    assertThatThrownBy(() -> RunKeys.lasting(repeated))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid key: only 15 different bytes (must be random)");
    for (int i = 0; i < 1_000; i++) {
      assertThat(RunKeys.lasting(RunKeys.freshSecret()).isLasting()).isTrue();
    }
  }

  private static byte[] secret(int first) {
    byte[] secret = new byte[32];
    IntStream.range(0, 32).forEach(i -> secret[i] = (byte) (first + i));
    return secret;
  }
}
