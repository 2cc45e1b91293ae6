package leakcensus.container;

import static leakcensus.container.Packed.entries;
import static leakcensus.container.Packed.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damages good files at random: whatever comes of them, it ends, stays within the limits, and fails
 * as it should. {@code -Dcontainer.fuzz.mutations=100000} tries more, {@code
 * -Dcontainer.fuzz.seed=2} others.
 */
@Timeout(3600)
class ContainerFuzzTest {

  private static final int MUTATIONS = Integer.getInteger("container.fuzz.mutations", 200);
  private static final long SEED = Long.getLong("container.fuzz.seed", 1);

  private static final ContainerLimits LIMITS =
      new ContainerLimits(1_000, 1_000_000, 500, 4, 4_000_000, 2_000_000);

  private static final Set<String> MESSAGES =
      Arrays.stream(EntryFault.values())
          .map(fault -> "Cannot read a packed part further: " + fault.meaning())
          .collect(Collectors.toSet());

  static List<Arguments> files() {
    byte[] lines = Packed.lines(300, 3);
    Map<String, byte[]> entries =
        entries("a.csv", text("id\n1\n"), "sub/b.csv", lines, "c", text(""), "d.csv", lines);
    byte[] zip = Packed.zip(entries);
    return List.of(
        Arguments.of("gzip", Packed.gzip(lines)),
        Arguments.of("bzip2", Packed.bzip2(lines)),
        Arguments.of("xz", Packed.xz(lines)),
        Arguments.of("zstd", Packed.zstd(lines)),
        Arguments.of("zip", zip),
        Arguments.of("stored zip", Packed.zip(entries, ZipArchiveOutputStream.STORED)),
        Arguments.of("streamed zip", Packed.streamedZip(entries)),
        Arguments.of("tar", Packed.tar(entries)),
        Arguments.of("tar.gz", Packed.gzip(Packed.tar(entries))),
        Arguments.of("7z", Packed.sevenZip(entries)),
        Arguments.of("7z, bzip2", Packed.sevenZip(entries, SevenZMethod.BZIP2)),
        Arguments.of(
            "all in tar",
            Packed.tar(
                entries(
                    "a",
                    zip,
                    "b",
                    Packed.sevenZip(entries),
                    "c",
                    Packed.zstd(lines),
                    "d",
                    Packed.bzip2(lines),
                    "e",
                    Packed.xz(lines),
                    "f",
                    Packed.gzip(zip)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void endsWithinTheLimits(String kind, byte[] file) throws IOException {
    for (int i = 0; i < MUTATIONS; i++) {
      long seed = SEED * 1_000_003 + i;
      try {
        read(damage(file, new Random(seed)));
      } catch (IOException | RuntimeException | AssertionError fault) {
        throw new AssertionError("%s, seed %d".formatted(kind, seed), fault);
      }
    }
  }

  /** What is given of a part that breaks must not hang on how it is asked for. */
  private static void read(byte[] file) throws IOException {
    assertThat(read(file, 10_000)).isEqualTo(read(file, 333)).isEqualTo(read(file, 1));
  }

  /** How many bytes each part gave. */
  private static List<Long> read(byte[] file, int readBytes) throws IOException {
    List<Long> given = new ArrayList<>();
    try (PartCursor cursor = OpenContainer.open(new MemoryBytes(file), LIMITS)) {
      while (cursor.next()) {
        given.add(readPart(cursor.bytes(), readBytes));
        assertThat(cursor.part()).isLessThan((int) LIMITS.maxEntries());
      }
      assertThat(cursor.bytesUnpacked()).isLessThan(LIMITS.maxUnpackedBytes() + 2_000_000);
    }
    assertThat(given.stream().mapToLong(Long::longValue).sum())
        .isLessThanOrEqualTo(LIMITS.maxUnpackedBytes() + file.length);
    return given;
  }

  private static long readPart(InputStream in, int readBytes) throws IOException {
    byte[] buffer = new byte[readBytes];
    long given = 0;
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        given += read;
      }
    } catch (BrokenPartException fault) {
      assertThat(MESSAGES).contains(fault.getMessage());
      assertThat(fault).hasNoCause();
    }
    return given;
  }

  private static byte[] damage(byte[] file, Random random) {
    byte[] damaged = file.clone();
    for (int left = 1 + random.nextInt(4); left > 0 && damaged.length > 8; left--) {
      int at = random.nextInt(damaged.length - 8);
      int length = 1 + random.nextInt(8);
      switch (random.nextInt(7)) {
        case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> damaged[at] = (byte) random.nextInt();
        case 2 -> Arrays.fill(damaged, at, at + length, (byte) 0xFF);
        case 3 -> Arrays.fill(damaged, at, at + length, (byte) 0);
        case 4 -> damaged = Arrays.copyOf(damaged, at + 8);
        case 5 ->
            System.arraycopy(damaged, random.nextInt(damaged.length - 8), damaged, at, length);
        default ->
            damaged =
                Packed.joined(
                    Arrays.copyOf(damaged, at),
                    Arrays.copyOfRange(damaged, at + length, damaged.length));
      }
    }
    return damaged;
  }
}
