package leakcensus.pseudonym;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The keys of one run, all derived from one secret: one for the tokens inside the run, one for
 * numbers of persons that leave it, one for what a run keeps for a later one, one for each table
 * that it publishes.
 *
 * <p>The secret of a run is random and dies with it, unless the user gives a lasting one. Then
 * tokens of two runs can be compared by whoever holds the secret, and by nobody else.
 */
public final class RunKeys {

  /** Length of a lasting secret, in bytes. */
  public static final int SECRET_BYTES = 32;

  /** Fewer different bytes than this among 32 are no random secret: chance gives some 30. */
  private static final int FEWEST_DIFFERENT = 16;

  private static final int NAME_BYTES = 16;
  private static final byte[] SALT = "leak-census keys 1".getBytes(StandardCharsets.US_ASCII);

  private final byte[] pseudorandom;
  private final boolean lasting;
  private final TokenKey tokens;

  private RunKeys(byte[] secret, boolean lasting) {
    this.pseudorandom = DeriveKey.extract(SALT, secret);
    this.lasting = lasting;
    this.tokens = TokenKey.of(key("tokens", TokenKey.KEY_BYTES));
  }

  /** Fresh keys from the operating system's secure random source. */
  public static RunKeys random() {
    return new RunKeys(freshSecret(), false);
  }

  /**
   * The keys of a lasting secret.
   *
   * @throws IllegalArgumentException unless it has 32 bytes that look random
   */
  public static RunKeys lasting(byte[] secret) {
    if (secret.length != SECRET_BYTES) {
      throw new IllegalArgumentException(
          "Invalid key: %d bytes (must be %d)".formatted(secret.length, SECRET_BYTES));
    }
    boolean[] seen = new boolean[1 << Byte.SIZE];
    int different = 0;
    for (byte one : secret) {
      different += seen[Byte.toUnsignedInt(one)] ? 0 : 1;
      seen[Byte.toUnsignedInt(one)] = true;
    }
    if (different < FEWEST_DIFFERENT) {
      throw new IllegalArgumentException(
          "Invalid key: only %d different bytes (must be random)".formatted(different));
    }
    return new RunKeys(secret, true);
  }

  /** A new secret from the operating system's secure random source. */
  public static byte[] freshSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  /** Whether another run can have the same keys. */
  public boolean isLasting() {
    return lasting;
  }

  /** A name for the keys that tells nothing about them, eight hexadecimal digits. */
  public String id() {
    return tokens.id();
  }

  /** The key of the tokens. */
  public TokenKey tokens() {
    return tokens;
  }

  /** The key of numbers that leave the run. */
  public NumberKey numbers() {
    return NumberKey.of(key("numbers", NumberKey.KEY_BYTES));
  }

  /**
   * The key of what is kept for a later run under a name.
   *
   * @param name name of what is kept; each has a key of its own
   */
  public SealKey seals(String name) {
    return SealKey.of(key("seals " + name, SealKey.KEY_BYTES));
  }

  /**
   * A name for a text, 32 hexadecimal digits: the same for the same text and keys, and no help to
   * find the text without them.
   */
  public String name(String text) {
    byte[] code =
        DeriveKey.mac(key("names", SECRET_BYTES)).doFinal(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(code, 0, NAME_BYTES);
  }

  @Override
  public String toString() {
    return "RunKeys[" + id() + "]";
  }

  byte[] key(String purpose, int bytes) {
    return DeriveKey.expand(pseudorandom, purpose.getBytes(StandardCharsets.UTF_8), bytes);
  }
}
