package leakcensus.canary;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Looks for many byte patterns at once: by their first eight bytes in a table, then byte by byte.
 */
final class CanarySearch {

  private static final VarHandle FIRST_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final int BUFFER_BYTES = 1 << 20;
  private static final int FILTER_BITS = 18;
  private static final long MIXER = 0x9E3779B97F4A7C15L;

  private final Map<Long, List<CanaryPattern>> patterns = new HashMap<>();
  private final BitSet filter = new BitSet(1 << FILTER_BITS);
  private int longest = CanaryPattern.SHORTEST_BYTES;

  CanarySearch(Collection<Canary> canaries) {
    for (Canary canary : canaries) {
      for (CanaryPattern pattern : CanaryForms.of(canary)) {
        long first = (long) FIRST_BYTES.get(pattern.bytes(), 0);
        patterns.computeIfAbsent(first, unseen -> new ArrayList<>()).add(pattern);
        filter.set(filterBit(first));
        longest = Math.max(longest, pattern.bytes().length);
      }
    }
  }

  /** Number of patterns. */
  int patterns() {
    return patterns.values().stream().mapToInt(List::size).sum();
  }

  /** Searches a stream to its end, and tells each pattern with its offset; the bytes searched. */
  long search(InputStream input, BiConsumer<CanaryPattern, Long> found) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long offset = 0;
    int filled = 0;
    boolean ended = false;
    while (!ended) {
      filled += input.readNBytes(buffer, filled, buffer.length - filled);
      ended = filled < buffer.length;
      int end = filled - (ended ? CanaryPattern.SHORTEST_BYTES : longest);
      for (int i = 0; i <= end; i++) {
        long first = (long) FIRST_BYTES.get(buffer, i);
        if (filter.get(filterBit(first))) {
          match(buffer, i, filled, first, offset + i, found);
        }
      }
      int done = Math.max(0, end + 1);
      System.arraycopy(buffer, done, buffer, 0, filled - done);
      filled -= done;
      offset += done;
    }
    return offset + filled;
  }

  private void match(
      byte[] buffer,
      int at,
      int filled,
      long first,
      long offset,
      BiConsumer<CanaryPattern, Long> found) {
    for (CanaryPattern pattern : patterns.getOrDefault(first, List.of())) {
      byte[] bytes = pattern.bytes();
      if (at + bytes.length <= filled
          && Arrays.equals(buffer, at, at + bytes.length, bytes, 0, bytes.length)) {
        found.accept(pattern, offset);
      }
    }
  }

  private static int filterBit(long first) {
    return (int) (first * MIXER >>> (Long.SIZE - FILTER_BITS));
  }
}
