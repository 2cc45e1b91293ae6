package leakcensus.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import leakcensus.spark.synthesise.WriteLeak;

/**
 * A way in which the same people come in.
 *
 * @param writer the format
 * @param encoding the charset, of text
 * @param packer what it is packed in
 * @param detected whether the configuration leaves the charset to the tool
 */
record Dress(RecordWriter writer, TextEncoding encoding, Packer packer, boolean detected) {

  /** Where the records stand in hits of Elasticsearch. */
  static final String HIT = "_source.";

  static final List<String> COLUMNS =
      List.of(
          "name",
          "sex",
          "id_no",
          "birth_date",
          "mobile",
          "birthplace",
          "address",
          "ethnicity",
          "education",
          "marital_status",
          "updated_at");

  private static final Map<String, String> COLUMNS_BY_FIELD = new LinkedHashMap<>();

  static {
    COLUMNS_BY_FIELD.put("full-name", "name");
    COLUMNS_BY_FIELD.put("sex", "sex");
    COLUMNS_BY_FIELD.put("national-id", "id_no");
    COLUMNS_BY_FIELD.put("birth-date", "birth_date");
    COLUMNS_BY_FIELD.put("phone", "mobile");
    COLUMNS_BY_FIELD.put("birthplace", "birthplace");
    COLUMNS_BY_FIELD.put("address", "address");
  }

  /**
   * A leak that is written.
   *
   * @param folder its folder, with {@code sources.conf}
   * @param textBytes bytes of all its texts, unpacked
   * @param fileBytes bytes of its file
   */
  record Written(Path folder, long textBytes, long fileBytes) {}

  static Dress of(RecordWriter writer, TextEncoding encoding, Packer packer) {
    return new Dress(writer, encoding, packer, false);
  }

  static Dress ofDetected(RecordWriter writer, TextEncoding encoding, Packer packer) {
    return new Dress(writer, encoding, packer, true);
  }

  /** Writes people, and how they are to be read, into a folder. */
  Written write(People people, Path folder) throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (People part : people.inParts(packer.parts())) {
      files.add(writer.write(part, encoding));
    }
    byte[] packed = packer.pack(files);
    Files.write(folder.resolve("leak"), packed);
    List<String> lines = new ArrayList<>(List.of("files = [leak]"));
    lines.addAll(writer.settings(people));
    if (writer.isText()) {
      lines.add("charset = " + (detected ? "detect" : encoding.charset()));
    }
    lines.add(
        COLUMNS_BY_FIELD.entrySet().stream()
            .map(entry -> entry.getKey() + " = " + path(entry.getValue()))
            .collect(Collectors.joining(", ", "fields { ", " }")));
    lines.add(
        COLUMNS.stream()
            .filter(column -> !COLUMNS_BY_FIELD.containsValue(column))
            .map(this::path)
            .collect(Collectors.joining(", ", "other = [", "]")));
    Files.writeString(
        folder.resolve(WriteLeak.SOURCES_FILE),
        "leak-census.sources.people {\n  %s\n}\n".formatted(String.join("\n  ", lines)));
    return new Written(folder, files.stream().mapToLong(file -> file.length).sum(), packed.length);
  }

  private String path(String column) {
    return "\"%s\"".formatted(writer.path(column));
  }

  @Override
  public String toString() {
    return "%s %s%s %s"
        .formatted(writer.name(), encoding, detected ? " (to be detected)" : "", packer);
  }
}
