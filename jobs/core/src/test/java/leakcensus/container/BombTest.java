package leakcensus.container;

import static leakcensus.container.Packed.entries;
import static leakcensus.container.Packed.joined;
import static leakcensus.container.Packed.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** What swells is refused, by a virtual machine with 64 MB of heap, and costs nothing else. */
@Timeout(300)
class BombTest {

  private interface Packer {

    OutputStream open(OutputStream packed) throws IOException;
  }

  private static final byte[] TWO = text("two\n");
  private static final byte[] ZEROS = new byte[60_000_000];

  @TempDir private Path folder;

  private final List<String> files = new ArrayList<>();

  @Test
  void refusesBombsInLittleMemory() throws Exception {
    byte[] once = zeros(200_000_000, GZIPOutputStream::new);
    write("zip", Packed.zip(entries("bomb", ZEROS, "two", TWO)));
    write("gzip twice", Packed.tar(entries("bomb", Packed.gzip(once), "two", TWO)));
    write("gzip", Packed.tar(entries("bomb", once, "two", TWO)));
    write(
        "bzip2",
        Packed.tar(
            entries("bomb", zeros(60_000_000, BZip2CompressorOutputStream::new), "two", TWO)));
    write(
        "xz",
        Packed.tar(
            entries(
                "bomb",
                zeros(60_000_000, packed -> new XZOutputStream(packed, new LZMA2Options(1))),
                "two",
                TWO)));
    write(
        "zstd", Packed.tar(entries("bomb", zeros(60_000_000, ZstdOutputStream::new), "two", TWO)));

    assertThat(read())
        .containsOnly("2 parts, last two, [bomb 1] [0], within limits: true")
        .hasSize(6);
  }

  @Test
  void refusesABombInAnArchiveInAnArchive() throws Exception {
    write("zip", Packed.zip(entries("in", Packed.zip(entries("bomb", ZEROS)), "two", TWO)));

    // Some hundred bytes in all, so it is the ratio of the whole file that is too large.
    assertThat(read()).containsExactly("2 parts, last two, [bomb 1] [0, 0], within limits: true");
  }

  @Test
  void refusesTheRestOfABlockWithABomb() throws Exception {
    write("7z", Packed.sevenZip(entries("bomb", ZEROS, "two", TWO)));

    assertThat(read()).containsExactly("1 parts, last bomb, [bomb many] [0], within limits: true");
  }

  @Test
  void refusesEntriesThatShareTheirBytes() throws Exception {
    byte[] zip = Packed.zip(entries("kernel", Arrays.copyOf(ZEROS, 9_000_000)));
    write("overlap", overlapping(zip, 300));

    assertThat(read())
        .singleElement()
        .asString()
        .contains("[bomb many]")
        .endsWith("within limits: true");
  }

  @Test
  void refusesTheHolesOfASparseFile() throws Exception {
    // GNU tar 1.34: truncate -s 3G sparse.bin; echo end >> sparse.bin; tar -S -cf - sparse.bin
    // d/one.csv
    write(
        "sparse",
        Packed.base64(
            "H4sIAAAAAAACA+3UTQ7CIBCG4Vn3FBygqVBAD+IJ0LLoQjRFPb/oxlqXRhvT99kMf8kkk3zkUxhybHZ9"
                + "kq/Rxdq5Ry2mtXBivGm9tc7dz8vGtqK28gOXfA6DUjIb+xzDy0TsaK1Hbz5o4N4vY+oqwWJ1q2OKzT5f"
                + "Zcb8m0n+9cZ5L0ovIv/z6rs6hUOsTB34BwAAAAAAAAAAAAAAAP7QDbQDzY0AKAAA"));

    assertThat(read())
        .containsExactly("2 parts, last d/one.csv, [bomb 1] [0], within limits: true");
  }

  @Tag("long")
  @Test
  void readsAMillionEntriesOfATarInLittleMemory() throws Exception {
    Path file = folder.resolve("million");
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(
            new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)))) {
      for (int i = 0; i <= 1_000_000; i++) {
        tar.putArchiveEntry(new TarArchiveEntry(Integer.toString(i)));
        tar.closeArchiveEntry();
      }
    }
    files.add(file.toString());

    assertThat(read())
        .containsExactly(
            "1000000 parts, last 999999, [too-many-entries 1] [1000000], within limits: true");
  }

  @Test
  void streamsAZipWhoseDirectoryIsTooLargeToHold() throws Exception {
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 150_000; i++) {
      many.put(Integer.toString(i), new byte[0]);
    }
    write("many", Packed.streamedZip(many));

    assertThat(read())
        .containsExactly("150000 parts, last 149999, [local-headers 1] [], within limits: true");
  }

  private void write(String name, byte[] file) throws IOException {
    files.add(Files.write(folder.resolve(name), file).toString());
  }

  private List<String> read() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ReadsInLittleMemory.class.getName()));
    command.addAll(files);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(200, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output.lines().toList();
  }

  private static byte[] zeros(int bytes, Packer packer) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] some = new byte[1_000_000];
    try (OutputStream out = packer.open(packed)) {
      for (int i = 0; i < bytes / some.length; i++) {
        out.write(some);
      }
    }
    return packed.toByteArray();
  }

  /** The zip of one entry, with its line of the directory so many times. */
  private static byte[] overlapping(byte[] zip, int times) {
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    int directory = text.indexOf("PK\u0001\u0002");
    int end = text.indexOf("PK\u0005\u0006");
    byte[] line = Arrays.copyOfRange(zip, directory, end);
    byte[] tail = Arrays.copyOfRange(zip, end, zip.length);
    int length = line.length * times;
    for (int i = 0; i < 2; i++) {
      tail[8 + i] = tail[10 + i] = (byte) (times >> 8 * i);
    }
    for (int i = 0; i < 4; i++) {
      tail[12 + i] = (byte) (length >> 8 * i);
    }
    byte[][] lines = new byte[times][];
    Arrays.fill(lines, line);
    return joined(Arrays.copyOf(zip, directory), joined(lines), tail);
  }
}
