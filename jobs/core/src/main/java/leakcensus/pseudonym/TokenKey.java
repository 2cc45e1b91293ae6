package leakcensus.pseudonym;

import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret key of one run. Without it a token cannot be told from a random number; whoever holds
 * it can try values. It never prints itself, and it cannot be serialised: what Spark serialises
 * with a function may reach a disk.
 */
public final class TokenKey {

  /** Length of a key, in bytes. */
  static final int KEY_BYTES = 16;

  private final byte[] secret;

  private TokenKey(byte[] secret) {
    this.secret = secret;
  }

  /** A fresh key from the operating system's secure random source. */
  public static TokenKey random() {
    byte[] secret = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(secret);
    return new TokenKey(secret);
  }

  /**
   * A key of given bytes.
   *
   * @throws IllegalArgumentException unless there are 16 of them
   */
  public static TokenKey of(byte[] secret) {
    if (secret.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "Invalid key: %d bytes (must be %d)".formatted(secret.length, KEY_BYTES));
    }
    return new TokenKey(secret.clone());
  }

  /**
   * A name for the key that tells nothing about it: the key's cipher text of a fixed block, eight
   * hexadecimal digits.
   */
  public String id() {
    byte[] block = {'l', 'e', 'a', 'k', '-', 'c', 'e', 'n', 's', 'u', 's', ' ', 'k', 'e', 'y', '0'};
    try {
      return HexFormat.of().formatHex(cipher().doFinal(block), 0, 4);
    } catch (java.security.GeneralSecurityException fault) {
      throw new IllegalStateException("Cannot encrypt one AES block", fault);
    }
  }

  /** The bytes of the key, for the way to a task. */
  public byte[] secret() {
    return secret.clone();
  }

  Cipher cipher() {
    try {
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(secret, "AES"));
      return cipher;
    } catch (java.security.GeneralSecurityException fault) {
      throw new IllegalStateException("Cannot start AES: this Java runtime lacks it", fault);
    }
  }

  @Override
  public String toString() {
    return "TokenKey[" + id() + "]";
  }
}
