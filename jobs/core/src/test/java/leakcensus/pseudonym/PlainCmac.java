package leakcensus.pseudonym;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** AES-CMAC of one message, step by step as in RFC 4493, sections 2.3 and 2.4. */
final class PlainCmac {

  private static final int BLOCK = 16;

  private final Cipher cipher;

  PlainCmac(byte[] key) throws GeneralSecurityException {
    cipher = Cipher.getInstance("AES/ECB/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
  }

  /** The code of a message. */
  byte[] code(byte[] message) {
    byte[] firstSubkey = doubled(encrypted(new byte[BLOCK]));
    int blocks = Math.max(1, (message.length + BLOCK - 1) / BLOCK);
    boolean complete = message.length > 0 && message.length % BLOCK == 0;
    byte[] last = Arrays.copyOfRange(message, (blocks - 1) * BLOCK, blocks * BLOCK);
    if (!complete) {
      last[message.length % BLOCK] = (byte) 0x80;
    }
    byte[] state = new byte[BLOCK];
    for (int block = 0; block < blocks - 1; block++) {
      state =
          encrypted(xor(state, Arrays.copyOfRange(message, block * BLOCK, (block + 1) * BLOCK)));
    }
    return encrypted(xor(state, xor(last, complete ? firstSubkey : doubled(firstSubkey))));
  }

  /** The first 64 bits of a code. */
  static long high(byte[] code) {
    return ByteBuffer.wrap(code).getLong(0);
  }

  /** The last 64 bits of a code. */
  static long low(byte[] code) {
    return ByteBuffer.wrap(code).getLong(8);
  }

  private byte[] encrypted(byte[] block) {
    try {
      return cipher.doFinal(block);
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException("Cannot encrypt one AES block", fault);
    }
  }

  private static byte[] doubled(byte[] block) {
    byte[] shifted = new byte[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      int carry = i + 1 < BLOCK ? (block[i + 1] & 0x80) >> 7 : 0;
      shifted[i] = (byte) (block[i] << 1 | carry);
    }
    if ((block[0] & 0x80) != 0) {
      shifted[BLOCK - 1] ^= (byte) 0x87;
    }
    return shifted;
  }

  private static byte[] xor(byte[] left, byte[] right) {
    byte[] mixed = new byte[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      mixed[i] = (byte) (left[i] ^ right[i]);
    }
    return mixed;
  }
}
