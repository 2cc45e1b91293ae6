package leakcensus.compare;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Many signatures as bytes, the form in which they move between stages: numbers of signatures, keys
 * and forms, then the heads of all, the keys of all and the forms of all. Signatures that were read
 * share two arrays, since a million arrays of their own would cost more than the work on them.
 */
public final class SignatureBlock {

  private static final int HEADER_BYTES = 3 * Integer.BYTES;

  private SignatureBlock() {}

  /** Signatures as bytes. */
  public static byte[] encode(List<Signature> signatures) {
    int keys = 0;
    int forms = 0;
    for (Signature signature : signatures) {
      keys = Math.addExact(keys, signature.keyCount());
      forms = Math.addExact(forms, signature.formCount());
    }
    int heads = HEADER_BYTES + Math.multiplyExact(signatures.size(), Signature.HEAD_BYTES);
    int keyBytes = Math.multiplyExact(keys, Long.BYTES);
    int formBytes = Math.multiplyExact(forms, Integer.BYTES);
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.addExact(heads, Math.addExact(keyBytes, formBytes)))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(signatures.size()).putInt(keys).putInt(forms);
    signatures.forEach(signature -> signature.writeHead(bytes));
    LongBuffer longs = bytes.asLongBuffer();
    signatures.forEach(signature -> signature.writeKeys(longs));
    IntBuffer ints = bytes.position(heads + keyBytes).asIntBuffer();
    signatures.forEach(signature -> signature.writeForms(ints));
    return bytes.array();
  }

  /** The signatures that some bytes encode. */
  public static List<Signature> decode(byte[] encoded) {
    ByteBuffer bytes = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
    int size = bytes.getInt();
    long[] keys = new long[bytes.getInt()];
    int[] forms = new int[bytes.getInt()];
    List<Signature> signatures = new ArrayList<>(size);
    int key = 0;
    int form = 0;
    for (int i = 0; i < size; i++) {
      Signature signature = Signature.read(bytes, keys, key, forms, form);
      signatures.add(signature);
      key += signature.keyCount();
      form += signature.formCount();
    }
    bytes.asLongBuffer().get(keys);
    bytes.position(bytes.position() + keys.length * Long.BYTES).asIntBuffer().get(forms);
    return signatures;
  }
}
