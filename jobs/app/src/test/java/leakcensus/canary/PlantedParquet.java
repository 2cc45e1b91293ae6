package leakcensus.canary;

import static leakcensus.canary.Canaries.ADDRESS;
import static leakcensus.canary.Canaries.BAD_PAGE;
import static leakcensus.canary.Canaries.COLUMN;
import static leakcensus.canary.Canaries.EMAIL;
import static leakcensus.canary.Canaries.FILE;
import static leakcensus.canary.Canaries.FOOTER;
import static leakcensus.canary.Canaries.LATIN_NAME;
import static leakcensus.canary.Canaries.NATIONAL_ID;
import static leakcensus.canary.Canaries.NO_PARQUET;
import static leakcensus.canary.Canaries.OTHER;
import static leakcensus.canary.Canaries.PHONE;
import static leakcensus.canary.Canaries.UNMAPPED;
import static leakcensus.canary.Canaries.WRITER;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.Version;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Writes Parquet files with canaries in rows, statistics, dictionaries and footers. */
final class PlantedParquet {

  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message rows {
            optional binary full (STRING);
            optional binary id (STRING);
            optional binary phone (STRING);
            optional binary mail (STRING);
            optional binary home (STRING);
            optional binary note (STRING);
            optional binary %s (STRING);
          }
          """
              .formatted(COLUMN.text()));

  private PlantedParquet() {}

  static void write(Path folder) throws IOException {
    Path good = folder.resolve(FILE.text() + ".parquet");
    writeRows(good, LATIN_NAME.text(), 2000);
    String created = Version.FULL_VERSION;
    replace(
        good,
        created,
        (WRITER.text() + " ".repeat(created.length())).substring(0, created.length()));

    Path damaged = folder.resolve("damaged.parquet");
    writeRows(damaged, BAD_PAGE.text(), 20);
    byte[] bytes = Files.readAllBytes(damaged);
    for (int at = 8; at < 24; at++) {
      bytes[at] = (byte) 0xFF;
    }
    Files.write(damaged, bytes);
    Files.writeString(folder.resolve("no.parquet"), NO_PARQUET.text().repeat(99));
  }

  private static void writeRows(Path file, String name, int rows) throws IOException {
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new Configuration(false))
            .withType(SCHEMA)
            .withExtraMetaData(Map.of("note", FOOTER.text()))
            .build()) {
      SimpleGroupFactory groups = new SimpleGroupFactory(SCHEMA);
      for (int row = 0; row < rows; row++) {
        writer.write(
            groups
                .newGroup()
                .append("full", row % 2 == 0 ? name : "Person " + row)
                .append("id", NATIONAL_ID.text())
                .append("phone", PHONE.text())
                .append("mail", row + EMAIL.text())
                .append("home", ADDRESS.text())
                .append("note", OTHER.text())
                .append(COLUMN.text(), UNMAPPED.text()));
      }
    }
  }

  /** Puts one text in the place of another of the same length. */
  private static void replace(Path file, String text, String other) throws IOException {
    String content = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(file, content.replace(text, other), StandardCharsets.ISO_8859_1);
  }
}
