package leakcensus.spark.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import leakcensus.config.ReadSettings;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.person.PersonField;
import leakcensus.source.RecordFormat;
import leakcensus.source.Slot;
import leakcensus.source.Source;
import leakcensus.source.Split;
import leakcensus.spark.read.ReadRecords.Read;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that are longer than the splits that they lie in. */
class LongLineSplitsTest {

  private static final long SPLIT_BYTES = 1_024;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"UTF-8, 1", "UTF-8, 2", "UTF-16LE, 3", "UTF-16BE, 4", "UTF-32LE, 5"})
  void readsEachOfThemOnce(String charset, long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    List<List<String>> expected = new ArrayList<>();
    for (int line = 0; line < 200; line++) {
      String name = "x".repeat(random.nextInt(4) == 0 ? random.nextInt(5_000) : random.nextInt(30));
      text.append(name).append('\t').append(line).append(random.nextBoolean() ? "\n" : "\r\n");
      expected.add(List.of(name, Integer.toString(line)));
    }
    byte[] bytes = text.toString().getBytes(Charset.forName(charset));

    ReadRecords read = read(bytes, charset);

    assertThat(read.records()).extracting(Read::values).isEqualTo(expected);
    assertThat(read.accountedBytes()).isEqualTo(bytes.length);
  }

  @Test
  void readsNoFurtherThanTheSplitForALineThatIsAnothers() throws IOException {
    CountedBytes bytes = new CountedBytes(new byte[20_000_000]);
    LineFramer lines = new LineFramer(bytes, 5_000_000, 1 << 20);

    lines.skipFirst(6_000_000);

    assertThat(lines.endOffset()).isBetween(6_000_000L, 6_000_000L + (1 << 18));
    assertThat(bytes.given).isEqualTo(lines.endOffset() - 5_000_000);
  }

  @Test
  void stopsBehindTheLineWhereItEndsInTheSplit() throws IOException {
    byte[] text = "tail of another\nmine\n".getBytes(StandardCharsets.US_ASCII);
    LineFramer lines = new LineFramer(new ByteArrayInputStream(text), 700, 1 << 20);

    lines.skipFirst(720);

    assertThat(lines.endOffset()).isEqualTo(716);
    assertThat(lines.next()).isTrue();
    assertThat(lines.offset()).isEqualTo(716);
    assertThat(lines.length()).isEqualTo(4);
  }

  @Test
  void findsNoLineBehindOneThatRunsToTheEndOfTheFile() throws IOException {
    LineFramer lines = new LineFramer(new ByteArrayInputStream(new byte[300]), 0, 1 << 20);

    lines.skipFirst(1_000);

    assertThat(lines.endOffset()).isEqualTo(300);
    assertThat(lines.next()).isFalse();
  }

  private ReadRecords read(byte[] bytes, String charset) throws IOException {
    Path path = Files.write(folder.resolve("leak"), bytes);
    InputFiles files =
        new InputFiles(
            List.of(
                new InputFile(
                    0, 0, "file:" + path, new FileStamp(bytes.length, 0), FilePacking.NONE, 0)));
    Source source =
        new Source(
            "s",
            List.of("leak"),
            new RecordFormat.Delimited('\t', '"', List.of("name", "tel")),
            charset,
            List.of(
                Slot.of(
                    "holder",
                    Map.of(
                        PersonField.FULL_NAME,
                        List.of("name"),
                        PersonField.PHONE,
                        List.of("tel")))),
            List.of(),
            new NormaliseSettings("CN", NationalIdRule.OPAQUE, DateOrder.DAY_FIRST));
    FileSplitReader reader =
        new FileSplitReader(
            files,
            List.of(source),
            new ReadSettings(SPLIT_BYTES, 1 << 20, 1),
            new SerializableConfiguration(new Configuration(false)));
    ReadRecords read = new ReadRecords(2);
    for (List<Split> task : PlanSplits.plan(files, List.of(source), SPLIT_BYTES)) {
      for (Split split : task) {
        read.add(reader.open(split, files.file(0).path()));
      }
    }
    return read;
  }

  private static final class CountedBytes extends FilterInputStream {

    private long given;

    CountedBytes(byte[] bytes) {
      super(new ByteArrayInputStream(bytes));
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      given += Math.max(read, 0);
      return read;
    }
  }
}
