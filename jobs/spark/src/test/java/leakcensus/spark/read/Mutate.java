package leakcensus.spark.read;

import java.util.Arrays;
import java.util.Random;

/** Damages a file at random: flips, truncations, pieces moved, repeated, cut out, blotted. */
final class Mutate {

  private static final String MARKUP = "{}[]\"':,\\`();\n\r\t-/*#$0 xEN<>&\u0000";
  private static final int MOST_CHANGES = 4;
  private static final int MOST_BYTES = 60;

  private Mutate() {}

  /** A damaged copy; the same one for the same state of the random numbers. */
  static byte[] of(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int left = 1 + random.nextInt(MOST_CHANGES); left > 0 && bytes.length > 0; left--) {
      bytes = change(bytes, random);
    }
    return bytes;
  }

  private static byte[] change(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    int length = Math.min(1 + random.nextInt(MOST_BYTES), bytes.length - at);
    switch (random.nextInt(8)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) MARKUP.charAt(random.nextInt(MARKUP.length()));
      case 2 -> Arrays.fill(bytes, at, at + length, (byte) (random.nextBoolean() ? 0xFF : 0));
      case 3 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 4 -> {
        return joined(bytes, at, new byte[0], at + length);
      }
      case 5 -> {
        byte[] junk = new byte[length];
        random.nextBytes(junk);
        return joined(bytes, at, junk, at);
      }
      case 6 -> {
        // Twice in place, as where a buffer was written again.
        return joined(bytes, at + length, Arrays.copyOfRange(bytes, at, at + length), at + length);
      }
      default ->
          System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length + 1), length);
    }
    return bytes;
  }

  /** The bytes before one place, a middle, and the bytes from another place on. */
  private static byte[] joined(byte[] bytes, int before, byte[] middle, int from) {
    byte[] joined = Arrays.copyOf(bytes, before + middle.length + bytes.length - from);
    System.arraycopy(middle, 0, joined, before, middle.length);
    System.arraycopy(bytes, from, joined, before + middle.length, bytes.length - from);
    return joined;
  }
}
