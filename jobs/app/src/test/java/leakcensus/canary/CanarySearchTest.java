package leakcensus.canary;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4BlockOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xerial.snappy.SnappyFramedOutputStream;
import org.xerial.snappy.SnappyOutputStream;

class CanarySearchTest {

  private final CanarySearch search = new CanarySearch(Canaries.all());

  @TempDir private Path folder;

  private interface Encoder {
    OutputStream open(OutputStream out) throws IOException;
  }

  @Test
  void findsEveryPatternAnywhereInNoise() throws IOException {
    Random random = new Random(5);
    Map<Long, CanaryPattern> planted = new LinkedHashMap<>();
    ByteArrayOutputStream noise = new ByteArrayOutputStream();
    for (Canary canary : Canaries.all()) {
      for (CanaryPattern pattern : CanaryForms.of(canary)) {
        byte[] gap = new byte[random.nextInt(2000)];
        random.nextBytes(gap);
        noise.write(gap);
        planted.put((long) noise.size(), pattern);
        noise.write(pattern.bytes());
      }
    }
    Map<Long, Canary> found = new HashMap<>();

    search.search(
        new ByteArrayInputStream(noise.toByteArray()),
        (pattern, offset) -> found.put(offset, pattern.canary()));

    assertThat(planted.size()).isGreaterThan(3000);
    planted.forEach(
        (offset, pattern) ->
            assertThat(found).as("%s", pattern).containsEntry(offset, pattern.canary()));
  }

  @Test
  void findsWhatOthersWrite() throws Exception {
    String phone = "+8613987412365";
    String address = Canaries.ADDRESS.text();

    assertThat(found("{\"a\":\"" + phone + "\"}")).containsExactly(Canaries.PHONE);
    assertThat(found("+861398741236")).isEmpty();
    assertThat(found("... 87412365")).containsExactly(Canaries.PHONE);
    assertThat(found(address.getBytes(Charset.forName("GB18030"))))
        .containsExactly(Canaries.ADDRESS);
    assertThat(found("x".concat(address).getBytes(UTF_16LE))).containsExactly(Canaries.ADDRESS);
    assertThat(found("\\u5e7d\\u7bc1\\u91cc\\u4e03\\u865f\\u9662 Quzzlewick 44176 \\u5ba4"))
        .containsExactly(Canaries.ADDRESS);
    for (int before = 0; before < 3; before++) {
      byte[] text = ("abc".substring(before) + phone + "xyz").getBytes(UTF_8);
      assertThat(found(Base64.getEncoder().encode(text))).containsExactly(Canaries.PHONE);
    }
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(phone.getBytes(UTF_8));
    assertThat(found(digest)).containsExactly(Canaries.PHONE);
    assertThat(found(HexFormat.of().formatHex(digest))).containsExactly(Canaries.PHONE);
  }

  @Test
  void tellsCanariesApart() throws IOException {
    List<Canary> parts = List.of(Canaries.COMPOSED_NAME, Canaries.SURNAME, Canaries.GIVEN_NAME);
    for (Canary canary : Canaries.all()) {
      for (String text : parts.contains(canary) ? List.<String>of() : canary.texts()) {
        assertThat(found(text)).as(canary.name()).containsOnly(canary);
      }
    }
  }

  @Test
  void findsNothingInRandomBytes() throws IOException {
    byte[] noise = new byte[1 << 24];
    new Random(7).nextBytes(noise);

    assertThat(found(noise)).isEmpty();
  }

  @Test
  void looksIntoCompressedStreams() throws IOException {
    List<Encoder> encoders =
        List.of(
            GZIPOutputStream::new,
            ZstdOutputStream::new,
            LZ4BlockOutputStream::new,
            LZ4FrameOutputStream::new,
            SnappyOutputStream::new,
            SnappyFramedOutputStream::new);
    byte[] text = (Canaries.EMAIL.text() + " ").repeat(9000).getBytes(UTF_8);
    for (int i = 0; i < encoders.size(); i++) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.write(new byte[] {1, 2, 3});
      try (OutputStream encoded = encoders.get(i).open(file)) {
        encoded.write(text);
      }
      Files.write(folder.resolve("stream-" + i), file.toByteArray());
    }

    Leftovers leftovers = new Leftovers().add(folder);

    for (int i = 0; i < encoders.size(); i++) {
      Path file = folder.resolve("stream-" + i);
      assertThat(leftovers.findings())
          .as("stream %d", i)
          .anyMatch(finding -> finding.file().equals(file) && !finding.layer().equals("as it is"));
    }
  }

  @Test
  void looksIntoParquetRowsAndFileNames() throws IOException {
    PlantedParquet.write(folder);

    List<Finding> findings = new Leftovers().add(folder).findings();

    assertThat(findings)
        .filteredOn(finding -> finding.layer().equals("parquet"))
        .extracting(Finding::canary)
        .contains(
            Canaries.LATIN_NAME,
            Canaries.NATIONAL_ID,
            Canaries.PHONE,
            Canaries.ADDRESS,
            Canaries.FOOTER,
            Canaries.COLUMN);
    assertThat(findings)
        .filteredOn(finding -> finding.layer().equals("name"))
        .extracting(Finding::canary)
        .contains(Canaries.FILE);
    assertThat(findings).extracting(Finding::canary).contains(Canaries.WRITER);
  }

  private List<Canary> found(String text) throws IOException {
    return found(text.getBytes(UTF_8));
  }

  private List<Canary> found(byte[] bytes) throws IOException {
    List<Canary> found = new ArrayList<>();
    search.search(
        new ByteArrayInputStream(bytes),
        (pattern, offset) -> {
          if (!found.contains(pattern.canary())) {
            found.add(pattern.canary());
          }
        });
    return found;
  }
}
