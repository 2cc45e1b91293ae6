package leakcensus.pseudonym;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what lies on a disk between two runs: AES-256-GCM with a random nonce of 96 bits before and
 * a tag of 128 bits behind the cipher text. Whatever was changed, cut, or stands in another place
 * does not open. Not thread-safe.
 *
 * <p>A key is good for 2^32 seals. Source: NIST SP 800-38D.
 */
public final class SealKey {

  static final int KEY_BYTES = 32;

  /** By how much a sealed content is longer, in bytes. */
  public static final int OVERHEAD_BYTES = 28;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final byte[] secret;
  private final SecureRandom random = new SecureRandom();

  private SealKey(byte[] secret) {
    this.secret = secret;
  }

  /**
   * A key of given bytes.
   *
   * @throws IllegalArgumentException unless there are 32 of them
   */
  public static SealKey of(byte[] secret) {
    if (secret.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "Invalid key: %d bytes (must be %d)".formatted(secret.length, KEY_BYTES));
    }
    return new SealKey(secret.clone());
  }

  /** The bytes of the key, for the way to a task. */
  public byte[] secret() {
    return secret.clone();
  }

  /**
   * Seals a content.
   *
   * @param content what nobody else is to read
   * @param place where it stands; it opens nowhere else
   */
  public byte[] seal(byte[] content, byte[] place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce);
      cipher.updateAAD(place);
      byte[] sealed = Arrays.copyOf(nonce, content.length + OVERHEAD_BYTES);
      cipher.doFinal(content, 0, content.length, sealed, NONCE_BYTES);
      return sealed;
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException(
          "Cannot seal %,d bytes by AES-GCM".formatted(content.length), fault);
    }
  }

  /**
   * Opens a sealed content.
   *
   * @throws BrokenSealException if it was changed, is another's, or stands in another place
   */
  public byte[] open(byte[] sealed, byte[] place) throws BrokenSealException {
    if (sealed.length < OVERHEAD_BYTES) {
      throw new BrokenSealException();
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, sealed);
      cipher.updateAAD(place);
      return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (AEADBadTagException changed) {
      throw new BrokenSealException();
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException(
          "Cannot open %,d bytes by AES-GCM".formatted(sealed.length), fault);
    }
  }

  @Override
  public String toString() {
    return "SealKey";
  }

  private Cipher cipher(int mode, byte[] startsWithNonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(secret, "AES"),
        new GCMParameterSpec(TAG_BITS, startsWithNonce, 0, NONCE_BYTES));
    return cipher;
  }
}
