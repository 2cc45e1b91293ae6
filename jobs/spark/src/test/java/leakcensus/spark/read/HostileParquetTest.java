package leakcensus.spark.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import leakcensus.container.ContainerLimits;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordFault;
import leakcensus.source.Split;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Footers and pages that lie: of rows, of lengths, and with values in what they quote. */
class HostileParquetTest {

  private static final String VALUE = "Ann of the canaries";
  private static final int ROWS = 50;
  private static final int TAIL = 8;
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType("message m { required binary name (STRING); }");

  @TempDir private Path folder;

  private Path file;

  @BeforeEach
  void writeTwoRowGroups() throws IOException {
    file = folder.resolve("t.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withType(SCHEMA)
            .withDictionaryEncoding(false)
            .withRowGroupRowCountLimit(ROWS)
            .build()) {
      for (int row = 0; row < 2 * ROWS; row++) {
        Group group = new SimpleGroup(SCHEMA);
        group.add("name", VALUE + row);
        writer.write(group);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {ROWS + 1, 1L << 40, Long.MAX_VALUE})
  void readsNoMoreRowsThanAColumnHasValues(long rows) throws IOException {
    forgeFooter(footer -> group(footer).setNum_rows(rows));

    ReadRecords read = read();

    assertThat(read.faults().subList(0, ROWS)).containsOnly(RecordFault.TRUNCATED);
    assertThat(read.values()).hasSize(ROWS).first().isEqualTo(VALUE + ROWS);
    assertThat(read.count(IntakeMeasure.RECORDS_READ)).isEqualTo(2 * ROWS);
    assertThat(read.count(IntakeMeasure.PARTIAL)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void countsNoRowsWhereNoneAreSaidToBe(long rows) throws IOException {
    forgeFooter(footer -> group(footer).setNum_rows(rows));

    ReadRecords read = read();

    assertThat(read.values()).hasSize(ROWS);
    assertThat(read.count(IntakeMeasure.RECORDS_READ)).isEqualTo(ROWS);
    assertThat(read.count(IntakeMeasure.PARTIAL)).isEqualTo(1);
  }

  @Test
  void refusesMoreRowsThanThereAreBytesForThem() throws IOException {
    forgeFooter(
        footer -> {
          group(footer).setNum_rows(1L << 40);
          group(footer).getColumns().get(0).getMeta_data().setNum_values(1L << 40);
        });

    ReadRecords read = read();

    assertThat(read.values()).hasSize(ROWS);
    assertThat(read.intake().quarantined(0, RecordFault.PART_OVER_LIMIT)).isEqualTo(1);
    assertThat(read.count(IntakeMeasure.RECORDS_READ)).isEqualTo(ROWS + 1);
  }

  @Test
  void readsAsManyRowsAsAFileMayHold() throws IOException {
    forgeFooter(
        footer -> {
          group(footer).setNum_rows(1_000);
          group(footer).getColumns().get(0).getMeta_data().setNum_values(1_000);
        });

    ReadRecords read = read();

    assertThat(read.count(IntakeMeasure.RECORDS_READ)).isEqualTo(1_000 + ROWS);
    assertThat(read.faults().subList(ROWS, 1_000)).containsOnly(RecordFault.TRUNCATED);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, 1L << 40, Long.MAX_VALUE})
  void survivesAColumnThatStandsOutsideOfTheFile(long offset) throws IOException {
    forgeFooter(
        footer -> group(footer).getColumns().get(0).getMeta_data().setData_page_offset(offset));

    ReadRecords read = read();

    assertThat(read.values()).hasSize(ROWS).first().isEqualTo(VALUE + ROWS);
    assertThat(read.count(IntakeMeasure.RECORDS_READ)).isEqualTo(2 * ROWS);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE - 8, 1 << 30})
  void survivesAPageThatSaysItIsLargerThanTheMemory(int bytes) throws IOException {
    forgeLastPage(header -> header.setCompressed_page_size(bytes));

    ReadRecords read = read();

    assertThat(read.values()).hasSize(ROWS).first().isEqualTo(VALUE + 0);
    assertThat(read.faults().subList(ROWS, 2 * ROWS)).containsOnly(RecordFault.TRUNCATED);
    assertThat(read.count(IntakeMeasure.RECORDS_READ)).isEqualTo(2 * ROWS);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, true", "-50, 0, false", "100, 0, false", "0, -50, false", "0, 1000000, false"})
  void tellsPagesThatLieFromOthers(int moreCompressed, int moreUncompressed, boolean sound)
      throws IOException {
    forgeLastPage(
        header -> {
          int compressed = header.getCompressed_page_size() + moreCompressed;
          header.setCompressed_page_size(moreCompressed < 0 ? moreCompressed : compressed);
          int uncompressed = header.getUncompressed_page_size() + moreUncompressed;
          header.setUncompressed_page_size(moreUncompressed < 0 ? moreUncompressed : uncompressed);
        });
    LocalInputFile input = new LocalInputFile(file);

    try (ParquetFileReader opened = ParquetFileReader.open(input)) {
      PageSizes pages = new PageSizes(input, 1_000_000);
      assertThat(pages.areSound(opened.getRowGroups().get(0), SCHEMA)).isTrue();
      assertThat(pages.areSound(opened.getRowGroups().get(1), SCHEMA)).isEqualTo(sound);
    }
  }

  @Test
  void quotesNothingOfAFooterThatItCannotRead() throws IOException {
    byte[] content = Files.readAllBytes(file);
    forgeFooter(footer -> {});
    // The list of row groups is cut off, and the decoder quotes what it has read before.
    byte[] forged = Files.readAllBytes(file);
    int length =
        ByteBuffer.wrap(forged).order(ByteOrder.LITTLE_ENDIAN).getInt(forged.length - TAIL);
    Arrays.fill(forged, forged.length - TAIL - length / 3, forged.length - TAIL, (byte) 0);
    Files.write(file, forged);

    assertThatThrownBy(this::read)
        .isInstanceOf(IOException.class)
        .hasMessageMatching("Cannot read the footer of a Parquet file \\(\\w+\\)")
        .hasNoCause();
    assertThat(content).isNotEqualTo(forged);
  }

  private ReadRecords read() throws IOException {
    return new ReadRecords(1)
        .add(
            ParquetCursor.open(
                new LocalInputFile(file),
                List.of("name"),
                ContainerLimits.DEFAULT,
                new Split(0, 0, 0, Files.size(file))));
  }

  private static RowGroup group(FileMetaData footer) {
    return footer.getRow_groups().get(0);
  }

  private void forgeFooter(Consumer<FileMetaData> forge) throws IOException {
    byte[] content = Files.readAllBytes(file);
    int start = footerStart(content);
    FileMetaData footer = footer(content);
    forge.accept(footer);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(content, 0, start);
    writeFooter(footer, out);
    Files.write(file, out.toByteArray());
  }

  /** Only the last column of a file is read beyond its end. */
  private void forgeLastPage(Consumer<PageHeader> forge) throws IOException {
    byte[] content = Files.readAllBytes(file);
    FileMetaData footer = footer(content);
    long start =
        footer.getRow_groups().get(1).getColumns().get(0).getMeta_data().getData_page_offset();
    ByteArrayInputStream in =
        new ByteArrayInputStream(content, (int) start, content.length - (int) start);
    PageHeader header = Util.readPageHeader(in);
    byte[] data = in.readNBytes(header.getCompressed_page_size());
    forge.accept(header);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(content, 0, (int) start);
    Util.writePageHeader(header, out);
    out.write(data);
    footer
        .getRow_groups()
        .get(1)
        .getColumns()
        .get(0)
        .getMeta_data()
        .setTotal_compressed_size(out.size() - start);
    writeFooter(footer, out);
    Files.write(file, out.toByteArray());
  }

  private static FileMetaData footer(byte[] content) throws IOException {
    int start = footerStart(content);
    return Util.readFileMetaData(
        new ByteArrayInputStream(content, start, content.length - TAIL - start));
  }

  private static int footerStart(byte[] content) {
    return content.length
        - TAIL
        - ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(content.length - TAIL);
  }

  private static void writeFooter(FileMetaData footer, ByteArrayOutputStream out)
      throws IOException {
    int before = out.size();
    Util.writeFileMetaData(footer, out);
    byte[] length =
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(out.size() - before)
            .array();
    out.write(length);
    out.write(new byte[] {'P', 'A', 'R', '1'});
  }
}
