package leakcensus.spark.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import leakcensus.source.FixedColumn;
import leakcensus.source.FixedLayout;
import leakcensus.source.RecordFormat;
import leakcensus.source.SqlOptions;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** The same made-up people in every format. */
public enum LaidOut {
  JSON_LINES(new RecordFormat.JsonLines()),
  JSON_ARRAY(new RecordFormat.Json("")),
  SEARCH_RESPONSE(new RecordFormat.Json("hits.hits")),
  BULK(new RecordFormat.ElasticsearchBulk()),
  CSV(new RecordFormat.Delimited(',', '"', List.of())),
  TSV(new RecordFormat.Delimited('\t', '"', List.of("name", "tel"))),
  SQL(
      new RecordFormat.Sql(
          new SqlOptions("people", SqlOptions.Backslashes.AS_THE_DUMP_SAYS, List.of()))),
  COPY(new RecordFormat.Sql(SqlOptions.allTables())),
  FIXED(
      new RecordFormat.Fixed(
          new FixedLayout(
              List.of(new FixedColumn("name", 1, 12), new FixedColumn("tel", 13, 12)),
              FixedLayout.ShortLines.ALLOWED))),
  XLSX(new RecordFormat.Xlsx("*")),
  PARQUET(new RecordFormat.ParquetRows());

  public static final int PEOPLE = 150;

  private final RecordFormat format;

  LaidOut(RecordFormat format) {
    this.format = format;
  }

  public RecordFormat format() {
    return format;
  }

  public boolean isText() {
    return !format.isBinary();
  }

  /** Name and phone of each. */
  public static List<List<String>> people() {
    List<List<String>> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      String name = (i % 3 == 0 ? "東京" : i % 3 == 1 ? "Ann" : "王") + i;
      people.add(List.of(name, "+8613900000%03d".formatted(i).substring(3)));
    }
    return people;
  }

  public byte[] write(Charset charset) {
    return switch (this) {
      case XLSX -> workbook();
      case PARQUET -> parquet();
      default -> text().getBytes(charset);
    };
  }

  /** Several row groups, so that rows count on from one to the next. */
  private static byte[] parquet() {
    MessageType type =
        MessageTypeParser.parseMessageType(
            "message m { optional binary name (STRING); optional binary tel (STRING); }");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new MemoryOutputFile(bytes))
            .withType(type)
            .withRowGroupRowCountLimit(40)
            .build()) {
      for (List<String> person : people()) {
        Group row = new SimpleGroup(type);
        row.add("name", person.get(0));
        row.add("tel", person.get(1));
        writer.write(row);
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return bytes.toByteArray();
  }

  private String text() {
    return switch (this) {
      case JSON_LINES -> each("", "{\"name\":\"%s\",\"tel\":\"%s\"}\n", "");
      case JSON_ARRAY ->
          each("[\n", "  {\"name\": \"%s\",\n   \"tel\": \"%s\"},\n", "]\n")
              .replace("},\n]", "}\n]");
      case SEARCH_RESPONSE ->
          each(
                  "{\"took\":3,\"hits\":{\"total\":{\"value\":150},\"hits\":[",
                  "{\"name\":\"%s\",\"tel\":\"%s\"},",
                  "]}}")
              .replace("},]", "}]");
      case BULK -> each("", "{\"index\":{\"_id\":\"1\"}}\n{\"name\":\"%s\",\"tel\":\"%s\"}\n", "");
      case CSV -> each("name,tel\r\n", "%s,\"%s\"\r\n", "");
      case TSV -> each("", "%s\t%s\n", "");
      case SQL ->
          each(
                  "-- dump\nCREATE TABLE `people` (`name` text, `tel` varchar(20));\nINSERT INTO `people` VALUES ",
                  "('%s','%s'),",
                  ";\n")
              .replace("),;", ");");
      case COPY -> each("COPY public.people (name, tel) FROM stdin;\n", "%s\t%s\n", "\\.\n");
      case FIXED -> fixed();
      case XLSX, PARQUET -> throw new IllegalStateException("No text: " + this);
    };
  }

  private static String each(String before, String row, String after) {
    StringBuilder text = new StringBuilder(before);
    people().forEach(person -> text.append(row.formatted(person.get(0), person.get(1))));
    return text.append(after).toString();
  }

  private static String fixed() {
    StringBuilder text = new StringBuilder();
    for (List<String> person : people()) {
      text.append(person.get(0)).append(" ".repeat(12 - person.get(0).length()));
      text.append(person.get(1)).append('\n');
    }
    return text.toString();
  }

  private static byte[] workbook() {
    StringBuilder rows = new StringBuilder("<row>" + cell("name") + cell("tel") + "</row>");
    people().forEach(p -> rows.append("<row>" + cell(p.get(0)) + cell(p.get(1)) + "</row>"));
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String packages = "http://schemas.openxmlformats.org/package/2006";
    String sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        xml(
            "<Types xmlns=\"%s/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"%ssheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"%sworksheet+xml\"/></Types>"
                .formatted(packages, sheet, sheet)));
    parts.put(
        "_rels/.rels",
        xml(
            "<Relationships xmlns=\"%s/relationships\"><Relationship Id=\"rId1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                .formatted(packages, relations)));
    parts.put(
        "xl/workbook.xml",
        xml(
            "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"one\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                .formatted(main, relations)));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        xml(
            "<Relationships xmlns=\"%s/relationships\"><Relationship Id=\"rId1\" Type=\"%s/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
                .formatted(packages, relations)));
    parts.put(
        "xl/worksheets/sheet1.xml",
        xml("<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(main, rows)));
    try {
      return Packing.zip(parts);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static String cell(String text) {
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  private static byte[] xml(String text) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).getBytes(StandardCharsets.UTF_8);
  }
}
