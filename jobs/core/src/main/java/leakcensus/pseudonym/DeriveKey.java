package leakcensus.pseudonym;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Derives keys of different purposes from one secret: HKDF with HMAC-SHA-256. Who holds one of them
 * learns nothing of the others.
 *
 * <p>Source: RFC 5869.
 */
final class DeriveKey {

  private static final String HMAC = "HmacSHA256";
  private static final int HASH_BYTES = 32;
  private static final int MOST_BLOCKS = 255;

  private DeriveKey() {}

  /** The pseudorandom key of a secret; an empty salt stands for one of 32 zeros. */
  static byte[] extract(byte[] salt, byte[] secret) {
    return mac(salt.length == 0 ? new byte[HASH_BYTES] : salt).doFinal(secret);
  }

  /**
   * A key for one purpose.
   *
   * @param pseudorandom key from {@link #extract}
   * @param purpose what the key is for; different for each
   * @param bytes length of the key
   * @throws IllegalArgumentException if the length is not 1 to 8,160
   */
  static byte[] expand(byte[] pseudorandom, byte[] purpose, int bytes) {
    int blocks = (bytes + HASH_BYTES - 1) / HASH_BYTES;
    if (bytes < 1 || blocks > MOST_BLOCKS) {
      throw new IllegalArgumentException(
          "Invalid length of a key: %,d bytes (must be 1 to %,d)"
              .formatted(bytes, MOST_BLOCKS * HASH_BYTES));
    }
    Mac mac = mac(pseudorandom);
    byte[] key = new byte[bytes];
    byte[] block = new byte[0];
    for (int number = 1; number <= blocks; number++) {
      mac.update(block);
      mac.update(purpose);
      block = mac.doFinal(new byte[] {(byte) number});
      int start = (number - 1) * HASH_BYTES;
      System.arraycopy(block, 0, key, start, Math.min(HASH_BYTES, bytes - start));
    }
    Arrays.fill(block, (byte) 0);
    return key;
  }

  static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac;
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException(
          "Cannot start HMAC-SHA-256: this Java runtime lacks it", fault);
    }
  }
}
