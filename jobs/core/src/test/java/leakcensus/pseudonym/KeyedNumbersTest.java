package leakcensus.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.SplittableRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class KeyedNumbersTest {

  private static final byte[] SECRET = "sixteen bytes 01".getBytes(StandardCharsets.US_ASCII);

  private final KeyedNumbers keyed = new KeyedNumbers(TokenKey.of(SECRET));

  @Test
  void areTheFirstHalfOfTheAesOfPurposeAndNumber() throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(SECRET, "AES"));
    long[] numbers = new SplittableRandom(1).longs(1_000).toArray();
    long[] replaced = numbers.clone();

    keyed.replace(replaced, replaced.length);

    for (int i = 0; i < numbers.length; i++) {
      byte[] block = ByteBuffer.allocate(16).putLong(0xF6L << 56).putLong(numbers[i]).array();
      assertThat(replaced[i]).isEqualTo(ByteBuffer.wrap(cipher.doFinal(block)).getLong());
    }
  }

  @Test
  void areTheSameOneByOneOrManyAtOnceAndLeaveTheRestOfTheArray() {
    long[] many = {1, 2, 3, 4};
    keyed.replace(many, 3);
    long[] one = {2};
    keyed.replace(one, 1);

    assertThat(many[1]).isEqualTo(one[0]);
    assertThat(many[3]).isEqualTo(4);
    assertThat(new LongOpenHashSet(many)).hasSize(4);
  }

  @Test
  void areOthersUnderAnotherKey() {
    byte[] secret = SECRET.clone();
    secret[15]++;
    long[] here = new SplittableRandom(2).longs(10_000).toArray();
    long[] elsewhere = here.clone();

    keyed.replace(here, here.length);
    new KeyedNumbers(TokenKey.of(secret)).replace(elsewhere, elsewhere.length);

    LongOpenHashSet all = new LongOpenHashSet(here);
    all.addAll(new LongOpenHashSet(elsewhere));
    assertThat(all).hasSize(20_000);
  }
}
