package leakcensus.compare;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Many signatures as bytes, the form in which they move between stages. */
public final class SignatureBlock {

  private SignatureBlock() {}

  /** Signatures as bytes. */
  public static byte[] encode(List<Signature> signatures) {
    int bytes = Integer.BYTES;
    for (Signature signature : signatures) {
      bytes = Math.addExact(bytes, signature.writtenBytes());
    }
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(signatures.size());
    signatures.forEach(signature -> signature.write(buffer));
    return buffer.array();
  }

  /** The signatures that some bytes encode. */
  public static List<Signature> decode(byte[] encoded) {
    ByteBuffer buffer = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
    int size = buffer.getInt();
    List<Signature> signatures = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      signatures.add(Signature.read(buffer));
    }
    return signatures;
  }
}
