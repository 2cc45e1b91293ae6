package leakcensus.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealKeyTest {

  private static final byte[] SECRET = secret(0);
  private static final byte[] CONTENT = "a block of tokens".getBytes(StandardCharsets.UTF_8);
  private static final byte[] PLACE = "mentions 3 7".getBytes(StandardCharsets.UTF_8);

  private final SealKey key = SealKey.of(SECRET);

  @Test
  void opensWhatItSealed() throws Exception {
    byte[] sealed = key.seal(CONTENT, PLACE);

    assertThat(sealed).hasSize(CONTENT.length + SealKey.OVERHEAD_BYTES);
    assertThat(SealKey.of(SECRET).open(sealed, PLACE)).isEqualTo(CONTENT);
    assertThat(key.open(key.seal(new byte[0], PLACE), PLACE)).isEmpty();
  }

  @Test
  void sealsAsTheStandardDoes() throws GeneralSecurityException {
    byte[] sealed = key.seal(CONTENT, PLACE);

    Cipher cipher = Cipher.getInstance("AES_256/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(SECRET, "AES"),
        new GCMParameterSpec(128, Arrays.copyOf(sealed, 12)));
    cipher.updateAAD(PLACE);

    assertThat(cipher.doFinal(sealed, 12, sealed.length - 12)).isEqualTo(CONTENT);
  }

  @Test
  void neverSealsTheSameWayTwice() {
    assertThat(key.seal(CONTENT, PLACE)).isNotEqualTo(key.seal(CONTENT, PLACE));
  }

  @Test
  void opensNothingThatWasChanged() {
    byte[] sealed = key.seal(CONTENT, PLACE);

    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertBroken(key, changed, PLACE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 12, 27, 28, 44})
  void opensNothingThatWasCut(int bytes) {
    assertBroken(key, Arrays.copyOf(key.seal(CONTENT, PLACE), bytes), PLACE);
  }

  @Test
  void opensNothingElsewhereAndNothingOfOthers() {
    byte[] sealed = key.seal(CONTENT, PLACE);

    assertBroken(key, sealed, "mentions 3 8".getBytes(StandardCharsets.UTF_8));
    assertBroken(SealKey.of(secret(1)), sealed, PLACE);
  }

  @Test
  void refusesOtherLengthsAndPrintsNothingSecret() {
    assertThatThrownBy(() -> SealKey.of(new byte[16]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid key: 16 bytes (must be 32)");
    assertThat(key).hasToString("SealKey");
  }

  private static void assertBroken(SealKey key, byte[] sealed, byte[] place) {
    assertThatThrownBy(() -> key.open(sealed, place))
        .isInstanceOf(BrokenSealException.class)
        .hasMessage("Cannot open what was sealed: it was changed, or another key sealed it")
        .hasNoCause();
  }

  private static byte[] secret(int first) {
    byte[] secret = new byte[32];
    IntStream.range(0, 32).forEach(i -> secret[i] = (byte) (first + i));
    return secret;
  }
}
