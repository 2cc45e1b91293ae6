package leakcensus.spark.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is far larger than the memory ends as a counted record in quarantine, and the rest of the
 * file is read: by a virtual machine whose heap is 64 MB.
 */
@Tag("long")
@Timeout(1_200)
class LittleMemoryTest {

  private static final long THREE_GB = 3L << 30;
  private static final int PEOPLE = 1_000;
  private static final byte[] HEADER = "name,tel\n".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path folder;

  @Test
  void passesOverAPlainLineOfThreeGigabytes() throws Exception {
    Path file = folder.resolve("line");
    long length;
    // The line is a hole in the file and takes no room on the disk.
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.write(HEADER);
      open.write(people());
      open.seek(open.getFilePointer() + THREE_GB);
      open.write('\n');
      open.write(people());
      length = open.length();
    }

    assertThat(read(file, 64))
        .isEqualTo("kept 2000, quarantined 1 too-long, bytes %d".formatted(length));
  }

  @Test
  void passesOverACompressedLineOfThreeGigabytes() throws Exception {
    Path file = folder.resolve("line.gz");
    long length = HEADER.length + 2L * people().length + THREE_GB + 1;
    try (OutputStream out = gzip(Files.newOutputStream(file), Deflater.BEST_SPEED)) {
      out.write(HEADER);
      out.write(people());
      line(out, THREE_GB, new Random(1));
      out.write('\n');
      out.write(people());
    }

    assertThat(read(file, 64))
        .isEqualTo("kept 2000, quarantined 1 too-long, bytes %d".formatted(length));
  }

  /** Three gigabytes of one character swell more than a thousandfold. */
  @Test
  void breaksOffABombAndKeepsWhatStandsBeforeIt() throws Exception {
    Path file = folder.resolve("bomb.gz");
    try (OutputStream out = gzip(Files.newOutputStream(file), Deflater.BEST_COMPRESSION)) {
      out.write(HEADER);
      out.write(people());
      line(out, THREE_GB);
    }

    assertThat(read(file, 64)).startsWith("kept 1000, quarantined 2 too-long part-over-limit,");
  }

  @Test
  void breaksOffABombInAZipAndReadsTheOtherEntries() throws Exception {
    Path file = folder.resolve("bomb.zip");
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      zip.putNextEntry(new ZipEntry("a"));
      zip.write(HEADER);
      zip.write(people());
      zip.putNextEntry(new ZipEntry("b"));
      zip.write(HEADER);
      line(zip, THREE_GB);
      zip.putNextEntry(new ZipEntry("c"));
      zip.write(HEADER);
      zip.write(people());
    }

    assertThat(read(file, 64)).startsWith("kept 2000, quarantined 2 too-long part-over-limit,");
  }

  /** A thousand bombs of 200 MB each, three zips deep, in a tar. */
  @Test
  void refusesBombsInBombsAndReadsTheOtherEntries() throws Exception {
    byte[] inner = zip(1, new byte[0], 200_000_000);
    for (int depth = 0; depth < 3; depth++) {
      inner = zip(10, inner, 0);
    }
    Path file = folder.resolve("nested.tar");
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(file))) {
      entry(tar, "a", withHeader(people()));
      entry(tar, "b", inner);
      entry(tar, "c", withHeader(people()));
    }

    assertThat(read(file, 64)).startsWith("kept 2000, quarantined ").contains(" part-over-limit, ");
  }

  @Test
  void readsAMillionEntriesAndRefusesTheRest() throws Exception {
    Path file = folder.resolve("million.tgz");
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(gzip(Files.newOutputStream(file), Deflater.BEST_SPEED))) {
      for (int i = 0; i <= 1_000_000; i++) {
        boolean full = i % 1_000 == 0;
        entry(tar, i + ".csv", full ? withHeader(new byte[] {'n', ',', '1', '\n'}) : new byte[0]);
      }
    }

    // The last of a thousand and one full entries is the one too many.
    assertThat(read(file, 64))
        .isEqualTo("kept 1000, quarantined 1 part-over-limit, bytes %d".formatted(13_000));
  }

  /** The directory of a zip is held, as long as it is below a limit; that is for larger heaps. */
  @Test
  void readsAZipOfAMillionEntries() throws Exception {
    Path file = folder.resolve("million.zip");
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (int i = 0; i < 1_000_000; i++) {
        zip.putNextEntry(new ZipEntry(i + ".csv"));
        if (i % 1_000 == 0) {
          zip.write(withHeader(new byte[] {'n', ',', '1', '\n'}));
        }
        zip.closeEntry();
      }
    }

    assertThat(read(file, 256)).isEqualTo("kept 1000, quarantined 0, bytes 13000");
  }

  /** What a virtual machine of so many megabytes prints of a file. */
  private static String read(Path file, int heapMegabytes)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heapMegabytes + "m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ReadsInLittleMemory.class.getName(),
            file.toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    List<String> lines =
        output.lines().filter(line -> line.startsWith("kept") || line.startsWith("heap")).toList();
    assertThat(lines).as(output).hasSize(2);
    // For whoever reads the log of the nightly run.
    System.out.println(file.getFileName() + ": " + lines);
    return lines.get(0);
  }

  private static byte[] people() {
    StringBuilder people = new StringBuilder();
    for (int i = 0; i < PEOPLE; i++) {
      people.append("n%d,13900000%03d\n".formatted(i, i));
    }
    return people.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] withHeader(byte[] lines) {
    byte[] file = Arrays.copyOf(HEADER, HEADER.length + lines.length);
    System.arraycopy(lines, 0, file, HEADER.length, lines.length);
    return file;
  }

  /** One character, again and again. */
  private static void line(OutputStream out, long bytes) throws IOException {
    byte[] part = new byte[1 << 16];
    Arrays.fill(part, (byte) 'x');
    for (long written = 0; written < bytes; written += part.length) {
      out.write(part, 0, (int) Math.min(part.length, bytes - written));
    }
  }

  /** Characters that are packed to a fiftieth, and so are no bomb. */
  private static void line(OutputStream out, long bytes, Random random) throws IOException {
    byte[] part = new byte[1 << 16];
    Arrays.fill(part, (byte) 'x');
    for (long written = 0; written < bytes; written += part.length) {
      for (int i = 0; i < part.length; i += i % 2_048 == 63 ? 1_985 : 1) {
        part[i] = (byte) ('a' + random.nextInt(26));
      }
      out.write(part, 0, (int) Math.min(part.length, bytes - written));
    }
  }

  private static OutputStream gzip(OutputStream file, int level) throws IOException {
    return new GZIPOutputStream(new BufferedOutputStream(file), 1 << 16) {
      {
        def.setLevel(level);
      }
    };
  }

  private static byte[] zip(int entries, byte[] content, int moreBytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      for (int i = 0; i < entries; i++) {
        zip.putNextEntry(new ZipEntry(i + ".zip"));
        zip.write(content);
        line(zip, moreBytes);
      }
    }
    return bytes.toByteArray();
  }

  private static void entry(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }
}
