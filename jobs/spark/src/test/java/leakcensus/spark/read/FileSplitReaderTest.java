package leakcensus.spark.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import leakcensus.config.ReadSettings;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.person.PersonField;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordFormat;
import leakcensus.source.Slot;
import leakcensus.source.Source;
import leakcensus.source.Split;
import leakcensus.spark.read.ReadRecords.Read;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSplitReaderTest {

  private static final RecordFormat WITH_HEADER = new RecordFormat.Delimited(',', '"', List.of());

  @TempDir private Path folder;

  @Test
  void readsJsonLinesInSplits() throws IOException {
    StringBuilder file = new StringBuilder();
    for (int line = 0; line < 300; line++) {
      file.append("{\"name\": \"n").append(line).append("\", \"tel\": ").append(line).append("}\n");
    }

    ReadRecords read = read(utf8(file.toString()), new RecordFormat.JsonLines(), "UTF-8", 1_024);

    assertThat(read.records()).hasSize(300);
    assertThat(read.records().get(299).values()).containsExactly("n299", "299");
    assertThat(read.accountedBytes()).isEqualTo(file.length());
  }

  @Test
  void readsTheHeaderOfAFileInEverySplit() throws IOException {
    StringBuilder file = new StringBuilder("\uFEFFtel,\"na\"\"me\",name\r\n");
    for (int line = 0; line < 300; line++) {
      file.append(line).append(",x,n").append(line).append("\r\n");
    }
    byte[] bytes = utf8(file.toString());

    ReadRecords read = read(bytes, WITH_HEADER, "UTF-8", 1_024);

    assertThat(read.records()).hasSize(300);
    assertThat(read.records().get(299).values()).containsExactly("n299", "299");
    assertThat(read.count(IntakeMeasure.HEADER_BYTES)).isEqualTo(3 + 17);
    assertThat(read.accountedBytes()).isEqualTo(bytes.length);
  }

  @Test
  void takesColumnsFromTheConfigurationWhereFilesHaveNoHeader() throws IOException {
    RecordFormat format = new RecordFormat.Delimited('\t', '"', List.of("tel", "name"));

    ReadRecords read =
        read("1\t张伟\n2\t㐀\n".getBytes(Charset.forName("GB18030")), format, "GB18030", 1_024);

    assertThat(read.records())
        .extracting(Read::values)
        .containsExactly(List.of("张伟", "1"), List.of("㐀", "2"));
  }

  @Test
  void readsCompressedFilesToTheirEnd() throws IOException {
    byte[] compressed = compressed(utf8("name,tel\nAnn,1\nBo,2\n"));

    ReadRecords read = read(compressed, WITH_HEADER, "UTF-8", 1_024);

    assertThat(read.values()).containsExactly("Ann", "Bo");
    assertThat(read.count(IntakeMeasure.PARTIAL)).isZero();
  }

  @Test
  void refusesACompressedFileThatBreaksOffInItsHeader() throws IOException {
    byte[] compressed = compressed(utf8("name,tel\nAnn,1\n"));

    for (int length : new int[] {2, 5, 9}) {
      assertThatThrownBy(() -> read(Arrays.copyOf(compressed, length), WITH_HEADER, "UTF-8", 1_024))
          .isInstanceOf(IOException.class)
          .hasMessage("Cannot read the gzip header of file 0");
    }
    byte[] unknownMethod = compressed.clone();
    unknownMethod[2] = 99;
    assertThatThrownBy(() -> read(unknownMethod, WITH_HEADER, "UTF-8", 1_024))
        .isInstanceOf(IOException.class)
        .hasMessage("Cannot read the gzip header of file 0");
  }

  @Test
  void refusesAFileWhoseHeaderCannotBeParsedSinceItsRecordsWouldBeLost() {
    for (String file : List.of("name,tel\rAnn,1\rBo,2\r", "name,\"tel\nAnn,1\n")) {
      assertThatThrownBy(() -> read(utf8(file), WITH_HEADER, "UTF-8", 1_024))
          .isInstanceOf(IOException.class)
          .hasMessage("Cannot parse the header line of file 0");
    }
  }

  @Test
  void findsNoRecordInAFileOfBlankLinesOrAHeader() throws IOException {
    assertThat(read(utf8("\n\n"), WITH_HEADER, "UTF-8", 1_024).records()).isEmpty();
    assertThat(read(utf8("name,tel"), WITH_HEADER, "UTF-8", 1_024).records()).isEmpty();
  }

  private ReadRecords read(byte[] content, RecordFormat format, String charset, long splitBytes)
      throws IOException {
    Path path = Files.write(folder.resolve("10:30 leak"), content);
    Compression compression =
        Compression.of(Byte.toUnsignedInt(content[0]), Byte.toUnsignedInt(content[1]));
    InputFiles files =
        new InputFiles(
            List.of(new InputFile(0, 0, "file:" + path, content.length, compression, 0)));
    Slot holder =
        new Slot(
            "holder",
            Map.of(PersonField.FULL_NAME, List.of("name"), PersonField.PHONE, List.of("tel")));
    List<Source> sources =
        List.of(
            new Source(
                "s",
                List.of("leak"),
                format,
                charset,
                List.of(holder),
                List.of(),
                new NormaliseSettings("CN", NationalIdRule.OPAQUE, DateOrder.DAY_FIRST)));
    FileSplitReader reader =
        new FileSplitReader(
            files,
            sources,
            new ReadSettings(splitBytes, 4_096, 1),
            new SerializableConfiguration(new Configuration(false)));
    ReadRecords read = new ReadRecords(2);
    for (List<Split> task : PlanSplits.plan(files, sources, splitBytes)) {
      for (Split split : task) {
        read.add(reader.open(split));
      }
    }
    return read;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(Charset.forName("UTF-8"));
  }

  private static byte[] compressed(byte[] file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(file);
    }
    return bytes.toByteArray();
  }
}
