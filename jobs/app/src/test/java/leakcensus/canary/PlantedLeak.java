package leakcensus.canary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static leakcensus.canary.Canaries.ARRAY;
import static leakcensus.canary.Canaries.BAD_BYTES;
import static leakcensus.canary.Canaries.EXTRA_FIELD;
import static leakcensus.canary.Canaries.FILE;
import static leakcensus.canary.Canaries.FOLDER;
import static leakcensus.canary.Canaries.GZIP_NAME;
import static leakcensus.canary.Canaries.HALF_OBJECT;
import static leakcensus.canary.Canaries.HEADER;
import static leakcensus.canary.Canaries.LONG_LINE;
import static leakcensus.canary.Canaries.OPEN_QUOTE;
import static leakcensus.canary.Canaries.TRUNCATED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a leak with a canary in every place that a run reads, and the configuration by which a
 * census reads it. The configuration names a canary too: the path of a file.
 */
final class PlantedLeak {

  static final int MAX_RECORD_BYTES = 1 << 16;

  private static final Charset GB18030 = Charset.forName("GB18030");

  private final Path folder;
  private final int records;

  /**
   * A leak to be written.
   *
   * @param folder where to
   * @param records how many records the largest file holds
   */
  PlantedLeak(Path folder, int records) {
    this.folder = folder;
    this.records = records;
  }

  /** Writes all files; the path of the configuration. */
  Path write() throws IOException {
    Path json = create("json");
    Files.writeString(json.resolve(FILE.text() + ".jsonl"), PlantedRecords.jsonLines(records));
    Files.write(json.resolve("part.gz"), gzip(PlantedRecords.jsonLines(500).getBytes(UTF_8)));
    byte[] truncated =
        gzip(PlantedRecords.jsonLine(1, TRUNCATED.text()).repeat(500).getBytes(UTF_8));
    Files.write(json.resolve("broken.gz"), Arrays.copyOf(truncated, truncated.length - 40));
    Files.write(json.resolve("faults.jsonl"), faultyLines());

    Path csv = create("csv");
    Files.writeString(csv.resolve(FILE.text() + ".csv"), csv(2000));
    Files.writeString(csv.resolve("." + FILE.text() + ".csv.crc"), "crc\0\0\0\2\0 wrong checksums");
    Path chinese = create("chinese");
    Files.write(chinese.resolve(FILE.text()), csv(2000).getBytes(GB18030));
    Files.writeString(chinese.resolve("." + FILE.text() + ".crc"), "no checksums at all");

    PlantedParquet.write(create("parquet"));
    Path configuration = folder.resolve("run.conf");
    Files.writeString(configuration, PlantedRecords.configuration(MAX_RECORD_BYTES));
    return configuration;
  }

  private Path create(String source) throws IOException {
    return Files.createDirectories(folder.resolve(source).resolve(FOLDER.text()));
  }

  private static byte[] faultyLines() throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (int line = 0; line < 40; line++) {
      lines.write(PlantedRecords.jsonLine(line, "").repeat(10).getBytes(UTF_8));
    }
    write(lines, "{\"name\":\"" + HALF_OBJECT.text() + "\",\"phone\n");
    write(lines, "{\"name\":" + HALF_OBJECT.text() + "}\n");
    write(lines, "[\"" + ARRAY.text() + "\"]\n\"" + ARRAY.text() + "\"\n");
    write(lines, "{\"name\":\"" + BAD_BYTES.text());
    lines.write(0xFF);
    lines.write(0xC0);
    write(lines, BAD_BYTES.text() + "\"}\n");
    write(lines, "{\"name\":\"" + (LONG_LINE.text() + " ").repeat(MAX_RECORD_BYTES / 8) + "\"}\n");
    return lines.toByteArray();
  }

  private static String csv(int rows) {
    StringBuilder text = new StringBuilder(PlantedRecords.csvHeader(HEADER.text()));
    for (int row = 0; row < rows; row++) {
      text.append(PlantedRecords.csvRow(row));
    }
    text.append(PlantedRecords.csvRow(0).strip()).append(',').append(EXTRA_FIELD.text());
    text.append('\n').append(EXTRA_FIELD.text()).append('\n');
    text.append('"').append(OPEN_QUOTE.text()).append(",\"b\" c,d\n");
    return text.toString();
  }

  /** A gzip member whose header holds a name. */
  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(plain)) {
      gzip.write(content);
    }
    byte[] member = plain.toByteArray();
    ByteArrayOutputStream named = new ByteArrayOutputStream();
    byte[] header = Arrays.copyOf(member, 10);
    header[3] = 8;
    named.write(header);
    write(named, GZIP_NAME.text() + "\0");
    named.write(member, header.length, member.length - header.length);
    return named.toByteArray();
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(UTF_8));
  }
}
