package leakcensus.pseudonym;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/** AES of single blocks under a key, many in one call. Source: FIPS 197. Not thread-safe. */
final class AesBlocks {

  /** Length of a block, in bytes. */
  static final int BYTES = 16;

  private final Cipher cipher;

  AesBlocks(TokenKey key) {
    cipher = key.cipher();
  }

  /**
   * Encrypts the first blocks of an array.
   *
   * @param plain what is encrypted, which stays as it is
   * @param blocks how many blocks of 16 bytes
   * @param sealed where they go, another array with as much room
   */
  void encrypt(byte[] plain, int blocks, byte[] sealed) {
    try {
      cipher.update(plain, 0, blocks * BYTES, sealed, 0);
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException("Cannot encrypt %d AES blocks".formatted(blocks), fault);
    }
  }
}
