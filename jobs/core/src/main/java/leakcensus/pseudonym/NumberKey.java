package leakcensus.pseudonym;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import javax.crypto.Mac;

/**
 * Conceals numbers that leave a run, such as those of persons: the first 64 bits of an HMAC-SHA-256
 * over a domain and the number. Not thread-safe.
 *
 * <p>Source: RFC 2104; FIPS 180-4.
 */
public final class NumberKey {

  static final int KEY_BYTES = 32;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] secret;
  private final Mac mac;

  private NumberKey(byte[] secret) {
    this.secret = secret;
    this.mac = DeriveKey.mac(secret);
  }

  /**
   * A key of given bytes.
   *
   * @throws IllegalArgumentException unless there are 32 of them
   */
  public static NumberKey of(byte[] secret) {
    if (secret.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "Invalid key: %d bytes (must be %d)".formatted(secret.length, KEY_BYTES));
    }
    return new NumberKey(secret.clone());
  }

  /** The bytes of the key, for the way to a task. */
  public byte[] secret() {
    return secret.clone();
  }

  /**
   * What stands outside for a number.
   *
   * @param domain what the number is of; the same number is another in another domain
   */
  public long conceal(byte domain, long number) {
    byte[] message = new byte[1 + Long.BYTES];
    message[0] = domain;
    LONGS.set(message, 1, number);
    return (long) LONGS.get(mac.doFinal(message), 0);
  }

  @Override
  public String toString() {
    return "NumberKey";
  }
}
