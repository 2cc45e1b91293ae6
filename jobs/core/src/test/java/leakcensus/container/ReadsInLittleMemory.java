package leakcensus.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads files to their ends in a virtual machine of its own, and prints what came of each. */
final class ReadsInLittleMemory {

  static final ContainerLimits LIMITS =
      new ContainerLimits(1_000, 10_000_000, 1_000_000, 4, 2_000_000_000, 16 << 20);

  private ReadsInLittleMemory() {}

  public static void main(String[] files) throws IOException {
    for (String file : files) {
      try (RandomAccessFile open = new RandomAccessFile(file, "r");
          PartCursor cursor = OpenContainer.open(new DiskBytes(Path.of(file), open), LIMITS)) {
        long bytes = 0;
        String last = "none";
        while (cursor.next()) {
          bytes += read(cursor.bytes());
          last = cursor.name();
        }
        System.out.println(
            "%d parts, last %s, %s %s, within limits: %b"
                .formatted(
                    cursor.part() + 1,
                    last,
                    faults(cursor),
                    cursor.refused().isEmpty() ? "" : cursor.refused().get(0).place(),
                    bytes <= LIMITS.maxUnpackedBytes()
                        && bytes
                            <= Math.max(LIMITS.maxRatio() * open.length(), LIMITS.ratioFromBytes())
                                + 11 * LIMITS.ratioFromBytes()));
      }
    }
  }

  private static String faults(PartCursor cursor) {
    return Arrays.stream(EntryFault.values())
        .filter(fault -> cursor.refused(fault) > 0)
        .map(fault -> fault.key() + (cursor.refused(fault) > 1 ? " many" : " 1"))
        .toList()
        .toString();
  }

  private static long read(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
      }
    } catch (BrokenPartException fault) {
      return bytes;
    }
    return bytes;
  }

  private record DiskBytes(Path path, RandomAccessFile file) implements SeekableBytes {

    @Override
    public long size() {
      try {
        return file.length();
      } catch (IOException fault) {
        throw new IllegalStateException(fault);
      }
    }

    @Override
    public int readAt(long position, byte[] target, int offset, int length) throws IOException {
      file.seek(position);
      return file.read(target, offset, length);
    }

    @Override
    public InputStream openAt(long position) throws IOException {
      InputStream in = Files.newInputStream(path);
      in.skipNBytes(position);
      return in;
    }
  }
}
