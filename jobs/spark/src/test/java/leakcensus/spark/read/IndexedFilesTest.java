package leakcensus.spark.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import leakcensus.config.QuarantineLimit;
import leakcensus.config.QuarantineLimits;
import leakcensus.config.ReadSettings;
import leakcensus.container.BzipIndex;
import leakcensus.container.ContainerLimits;
import leakcensus.container.FindBzipBlocks;
import leakcensus.container.SeekableBytes;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.person.PersonField;
import leakcensus.source.DetectedCharset;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordFault;
import leakcensus.source.RecordFormat;
import leakcensus.source.Slot;
import leakcensus.source.Source;
import leakcensus.source.Split;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A bzip2 file read in parts gives what it gives when it is read whole: every record, every count.
 */
class IndexedFilesTest {

  private static final int LINES = 3_000;
  private static final long WHOLE = Long.MAX_VALUE / 2;

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0} in {1}, splits of {2} bytes")
  @CsvSource({
    "CSV, UTF-8, 1024",
    "CSV, UTF-8, 5000",
    "CSV, UTF-8, 33333",
    "CSV, UTF-8, 10000000",
    "CSV, GB18030, 4096",
    "CSV, UTF-16LE, 4096",
    "CSV, UTF-32BE, 7777",
    "CSV, detect, 20000",
    "TSV, UTF-8, 3000",
    "JSON_LINES, UTF-8, 3000",
    "JSON_LINES, UTF-16BE, 12345"
  })
  void readsTheSameInPartsAsWhole(LaidOut format, String charset, long splitBytes)
      throws IOException {
    Charset encoding = Charset.forName(charset.equals("detect") ? "UTF-8" : charset);
    byte[] text = text(format, encoding);

    ReadRecords whole = read(text, format.format(), charset, WHOLE);
    ReadRecords parts = read(text, format.format(), charset, splitBytes);

    assertThat(whole.records()).hasSizeGreaterThan(LINES / 2);
    assertThat(whole.quarantined()).isPositive();
    assertSame(parts, whole);
    assertThat(parts.accountedBytes()).isEqualTo(text.length);
  }

  @Test
  void saysOnceThatAHeaderCannotBeParsed() throws IOException {
    byte[] text = ("name,\"tel\n" + "Ann,1\n".repeat(2_000)).getBytes(Charset.forName("UTF-8"));

    ReadRecords whole = read(text, LaidOut.CSV.format(), "UTF-8", WHOLE);
    ReadRecords parts = read(text, LaidOut.CSV.format(), "UTF-8", 2_000);

    assertThat(whole.intake().quarantined(0, RecordFault.PART_UNREADABLE)).isEqualTo(1);
    assertSame(parts, whole);
  }

  private static void assertSame(ReadRecords parts, ReadRecords whole) {
    assertThat(parts.records()).isEqualTo(whole.records());
    for (IntakeMeasure measure : IntakeMeasure.values()) {
      assertThat(parts.count(measure)).as(measure.name()).isEqualTo(whole.count(measure));
    }
    for (RecordFault fault : RecordFault.values()) {
      assertThat(parts.intake().quarantined(0, fault))
          .as(fault.key())
          .isEqualTo(whole.intake().quarantined(0, fault));
    }
    assertThat(parts.intake().charset(0).map(DetectedCharset::toString))
        .isEqualTo(whole.intake().charset(0).map(DetectedCharset::toString));
  }

  /** Lines of every length, blank ones, broken ones, and ends of both kinds. */
  private static byte[] text(LaidOut format, Charset charset) {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder(format == LaidOut.CSV ? "name,tel\r\n" : "");
    for (int line = 0; line < LINES; line++) {
      String name = "王Ann".repeat(1 + random.nextInt(6)) + line;
      text.append(
          switch (random.nextInt(12)) {
            case 0 -> "";
            case 1 -> "\"broken" + line;
            default ->
                switch (format) {
                  case JSON_LINES -> "{\"name\":\"%s\",\"tel\":\"%d\"}".formatted(name, line);
                  case TSV -> name + "\t" + line;
                  default -> name + "," + line;
                };
          });
      text.append(random.nextBoolean() ? "\n" : "\r\n");
    }
    return text.toString().getBytes(charset);
  }

  /** Reads a text packed in streams of some kilobytes; whole where the splits are that large. */
  private ReadRecords read(byte[] text, RecordFormat format, String charset, long splitBytes)
      throws IOException {
    byte[] packed = packed(text);
    Path path = Files.write(folder.resolve("leak"), packed);
    InputFiles files =
        new InputFiles(
            List.of(
                new InputFile(
                    0, 0, "file:" + path, new FileStamp(packed.length, 0), FilePacking.BZIP2, 0)));
    List<Source> sources = List.of(source(format, charset));
    BlockIndexes indexes =
        splitBytes == WHOLE ? BlockIndexes.none() : new BlockIndexes(Map.of(0, index(packed)));
    FileSplitReader reader =
        new FileSplitReader(
            files,
            indexes,
            sources,
            new ReadSettings(
                1_024,
                200,
                QuarantineLimits.of(QuarantineLimit.ofRatio(1)),
                ContainerLimits.DEFAULT),
            new SerializableConfiguration(new Configuration(false)));
    List<Split> splits = new ArrayList<>();
    PlanSplits.plan(files, sources, splitBytes, indexes).forEach(splits::addAll);
    assertThat(splits).hasSize((int) (splitBytes == WHOLE ? 1 : parts(text.length, splitBytes)));
    ReadRecords read = new ReadRecords(2);
    for (Split split : splits) {
      read.add(reader.open(split, files.file(0).location()));
    }
    return read;
  }

  private static long parts(long bytes, long splitBytes) {
    long step = splitBytes / 8 * 8;
    return (bytes + step - 1) / step;
  }

  private static byte[] packed(byte[] text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int from = 0; from < text.length; from += 6_001) {
      byte[] piece = Arrays.copyOfRange(text, from, Math.min(text.length, from + 6_001));
      out.writeBytes(Packing.BZIP2.pack(piece));
    }
    return out.toByteArray();
  }

  private static BzipIndex index(byte[] packed) throws IOException {
    SeekableBytes file = new HeldPacked(packed);
    return BzipIndex.of(
            FindBzipBlocks.find(file, 0, packed.length), packed.length, ContainerLimits.DEFAULT)
        .orElseThrow();
  }

  private static Source source(RecordFormat format, String charset) {
    Slot holder =
        Slot.of(
            "holder",
            Map.of(PersonField.FULL_NAME, List.of("name"), PersonField.PHONE, List.of("tel")));
    return new Source(
        "s",
        List.of("leak"),
        format,
        charset,
        List.of(holder),
        List.of(),
        new NormaliseSettings("CN", NationalIdRule.OPAQUE, DateOrder.DAY_FIRST));
  }

  /** A packed file in memory. */
  private record HeldPacked(byte[] bytes) implements SeekableBytes {

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public int readAt(long position, byte[] target, int offset, int length) {
      if (position >= bytes.length) {
        return -1;
      }
      int given = (int) Math.min(length, bytes.length - position);
      System.arraycopy(bytes, (int) position, target, offset, given);
      return given;
    }

    @Override
    public InputStream openAt(long position) {
      return new ByteArrayInputStream(bytes, (int) position, bytes.length - (int) position);
    }
  }
}
