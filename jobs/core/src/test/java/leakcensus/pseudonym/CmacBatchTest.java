package leakcensus.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CmacBatchTest {

  private static final HexFormat HEX = HexFormat.of();

  /** RFC 4493, section 4. */
  private static final byte[] KEY = HEX.parseHex("2b7e151628aed2a6abf7158809cf4f3c");

  private static final byte[] MESSAGE =
      HEX.parseHex(
          "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
              + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");

  @ParameterizedTest(name = "{0} bytes")
  @CsvSource({
    "16, 070a16b46b4d4144f79bdd9dd04a287c",
    "40, dfa66747de9ae63030ca32611497c827",
    "64, 51f0bebf7e3b9d92fc49741779363cfe"
  })
  void agreesWithTheOfficialVectors(int messageBytes, String code) {
    CmacBatch batch = new CmacBatch(TokenKey.of(KEY));

    int message = batch.add(MESSAGE[0], Arrays.copyOfRange(MESSAGE, 1, messageBytes));
    batch.seal();

    assertThat(code(batch, message)).isEqualTo(code);
  }

  @ParameterizedTest(name = "{0} bytes")
  @CsvSource({
    "0, bb1d6929e95937287fa37d129b756746",
    "16, 070a16b46b4d4144f79bdd9dd04a287c",
    "40, dfa66747de9ae63030ca32611497c827",
    "64, 51f0bebf7e3b9d92fc49741779363cfe"
  })
  void isComparedWithAnImplementationThatAgreesWithThemToo(int messageBytes, String code)
      throws GeneralSecurityException {
    byte[] message = Arrays.copyOf(MESSAGE, messageBytes);

    assertThat(new PlainCmac(KEY).code(message)).isEqualTo(HEX.parseHex(code));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void sealsManyMessagesAsOneByOne(long seed) throws GeneralSecurityException {
    Random random = new Random(seed);
    byte[] key = bytes(random, 16);
    CmacBatch batch = new CmacBatch(TokenKey.of(key));
    PlainCmac plain = new PlainCmac(key);
    List<byte[]> messages = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      messages.add(bytes(random, 1 + random.nextInt(200)));
    }

    for (byte[] message : messages) {
      batch.add(message[0], Arrays.copyOfRange(message, 1, message.length));
    }
    batch.seal();

    for (int i = 0; i < messages.size(); i++) {
      byte[] expected = plain.code(messages.get(i));
      assertThat(batch.high(i)).as("message %d", i).isEqualTo(PlainCmac.high(expected));
      assertThat(batch.low(i)).as("message %d", i).isEqualTo(PlainCmac.low(expected));
    }
  }

  @Test
  void forgetsAllMessagesWhenCleared() throws GeneralSecurityException {
    CmacBatch batch = new CmacBatch(TokenKey.of(KEY));
    PlainCmac plain = new PlainCmac(KEY);
    Random random = new Random(4);
    for (int i = 0; i < 300; i++) {
      batch.add(random.nextInt(256), bytes(random, random.nextInt(100)));
    }
    batch.seal();

    batch.clear();
    byte[] later = bytes(random, 33);
    int message = batch.add(later[0], Arrays.copyOfRange(later, 1, later.length));
    batch.seal();

    assertThat(message).isZero();
    assertThat(batch.high(0)).isEqualTo(PlainCmac.high(plain.code(later)));
    assertThat(batch.low(0)).isEqualTo(PlainCmac.low(plain.code(later)));
  }

  /** A field of the class by its name, since nothing of it may be seen from without. */
  @ParameterizedTest
  @ValueSource(strings = {"messages", "plain", "sealed", "high", "low", "writer.piece"})
  void leavesNothingOfMessagesInMemoryWhenCleared(String field) {
    CmacBatch batch = new CmacBatch(TokenKey.of(KEY));
    for (int i = 0; i < 3_000; i++) {
      batch.add(7, "a text of some blocks of sixteen bytes, number " + i);
    }
    batch.seal();
    assertThat(isZero(batch, field)).isFalse();

    batch.clear();

    assertThat(isZero(batch, field)).isTrue();
  }

  private static boolean isZero(CmacBatch batch, String field) {
    Object[] held = new Object[1];
    assertThat(batch).extracting(field).satisfies(array -> held[0] = array);
    return IntStream.range(0, Array.getLength(held[0]))
        .allMatch(
            i ->
                Array.get(held[0], i) instanceof Number number
                    ? number.longValue() == 0
                    : (char) Array.get(held[0], i) == 0);
  }

  @Test
  void sealsAgainWithMessagesAddedLater() {
    CmacBatch batch = new CmacBatch(TokenKey.of(KEY));
    int first = batch.add(1, "first");
    batch.seal();
    String sealedOnce = code(batch, first);

    int second = batch.add(1, "second, which is longer than one block of sixteen bytes");
    batch.seal();

    assertThat(code(batch, first)).isEqualTo(sealedOnce);
    assertThat(code(batch, second)).isNotEqualTo(sealedOnce);
  }

  @ParameterizedTest(name = "{0} characters")
  @ValueSource(ints = {1, 7, 8, 4_095, 4_096, 70_000})
  void takesTextByAByteOrTwoACharacter(int length) throws GeneralSecurityException {
    String plain = "a7 ".repeat(length).substring(0, length);
    String wide = "aé张".repeat(length).substring(0, length - 1) + "伟";
    CmacBatch batch = new CmacBatch(TokenKey.of(KEY));

    batch.add(7, plain);
    batch.add(7, wide);
    batch.seal();

    PlainCmac cmac = new PlainCmac(KEY);
    assertThat(code(batch, 0))
        .isEqualTo(HEX.formatHex(cmac.code(message(7, plain, StandardCharsets.US_ASCII))));
    assertThat(code(batch, 1))
        .isEqualTo(HEX.formatHex(cmac.code(message(0x87, wide, StandardCharsets.UTF_16LE))));
  }

  @Test
  void readsOnlyTheBytesAskedFor() {
    CmacBatch batch = new CmacBatch(TokenKey.of(KEY));
    byte[] text = "Zoe 7".getBytes(StandardCharsets.US_ASCII);

    int asText = batch.add(7, "Zoe 7");
    int asBytes = batch.add(7, text);
    int asPrefix = batch.add(7, Arrays.copyOf(text, text.length + 20), text.length);
    batch.seal();

    assertThat(code(batch, asBytes)).isEqualTo(code(batch, asText));
    assertThat(code(batch, asPrefix)).isEqualTo(code(batch, asText));
  }

  @Test
  void givesOtherTokensUnderOtherDomainsAndKeys() {
    Set<String> codes = new HashSet<>();
    for (int key = 0; key < 4; key++) {
      byte[] secret = KEY.clone();
      secret[0] = (byte) key;
      CmacBatch batch = new CmacBatch(TokenKey.of(secret));
      for (int domain = 0; domain < 100; domain++) {
        batch.add(domain, "13800000000");
      }
      batch.seal();
      for (int domain = 0; domain < 100; domain++) {
        codes.add(code(batch, domain));
      }
    }

    assertThat(codes).hasSize(400);
  }

  private static byte[] message(int domain, String text, Charset charset) {
    byte[] content = text.getBytes(charset);
    byte[] message = new byte[content.length + 1];
    message[0] = (byte) domain;
    System.arraycopy(content, 0, message, 1, content.length);
    return message;
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String code(CmacBatch batch, int message) {
    return HEX.toHexDigits(batch.high(message)) + HEX.toHexDigits(batch.low(message));
  }
}
