package leakcensus.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class DomainTokensTest {

  private static final byte[] KEY = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

  private final DomainTokens tokens = new DomainTokens(TokenKey.of(KEY));

  @Test
  void enciphersTheCodeUnderTheMaskOfItsDomain() throws GeneralSecurityException {
    Random random = new Random(7);
    long[] high = random.longs(5_000).toArray();
    long[] low = random.longs(5_000).toArray();
    for (int i = 0; i < high.length; i++) {
      assertThat(tokens.add(i % 0x80, high[i], low[i])).isEqualTo(i);
    }

    tokens.seal();

    for (int i = 0; i < high.length; i++) {
      assertThat(tokens.token(i)).as("token %d", i).isEqualTo(expected(i % 0x80, high[i], low[i]));
    }
  }

  @Test
  void givesOneCodeOtherTokensInOtherDomainsAndUnderOtherKeys() {
    Set<Long> seen = new HashSet<>();
    for (int key = 0; key < 3; key++) {
      byte[] secret = KEY.clone();
      secret[15] = (byte) key;
      DomainTokens ofKey = new DomainTokens(TokenKey.of(secret));
      for (int domain = 0; domain < 0x80; domain++) {
        ofKey.add(domain, 5, 6);
      }
      ofKey.seal();
      for (int domain = 0; domain < 0x80; domain++) {
        seen.add(ofKey.token(domain));
      }
    }

    assertThat(seen).hasSize(3 * 0x80);
  }

  @Test
  void givesNoTokenThatStandsForNone() throws GeneralSecurityException {
    Cipher cipher = aes(Cipher.DECRYPT_MODE);
    ByteBuffer code = ByteBuffer.wrap(cipher.doFinal(new byte[16]));
    byte[] mask = mask(3);

    tokens.add(
        3,
        code.getLong(0) ^ ByteBuffer.wrap(mask).getLong(0),
        code.getLong(8) ^ ByteBuffer.wrap(mask).getLong(8));
    tokens.seal();

    assertThat(tokens.token(0)).isEqualTo(1);
  }

  @Test
  void beginsAnewWhenCleared() throws GeneralSecurityException {
    tokens.add(1, 2, 3);
    tokens.add(1, 4, 5);
    tokens.seal();

    tokens.clear();
    int again = tokens.add(2, 6, 7);
    tokens.seal();

    assertThat(again).isZero();
    assertThat(tokens.token(0)).isEqualTo(expected(2, 6, 7));
  }

  @Test
  void tellsTheMaskOfADomain() throws GeneralSecurityException {
    assertThat(tokens.maskHigh(9)).isEqualTo(ByteBuffer.wrap(mask(9)).getLong(0));
    assertThat(tokens.maskLow(9)).isEqualTo(ByteBuffer.wrap(mask(9)).getLong(8));
  }

  private static long expected(int domain, long high, long low) throws GeneralSecurityException {
    ByteBuffer mask = ByteBuffer.wrap(mask(domain));
    ByteBuffer block = ByteBuffer.allocate(16);
    block.putLong(high ^ mask.getLong(0)).putLong(low ^ mask.getLong(8));
    return ByteBuffer.wrap(aes(Cipher.ENCRYPT_MODE).doFinal(block.array())).getLong(0);
  }

  private static byte[] mask(int domain) throws GeneralSecurityException {
    return new PlainCmac(KEY).code(new byte[] {0x7E, (byte) domain});
  }

  private static Cipher aes(int mode) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
    cipher.init(mode, new SecretKeySpec(KEY, "AES"));
    return cipher;
  }
}
