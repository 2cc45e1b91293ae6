package leakcensus.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes rows in every format that this package reads. */
final class WriteFormats {

  private static final ObjectWriter COMPACT = new ObjectMapper().writer();
  private static final ObjectWriter PRETTY = COMPACT.withDefaultPrettyPrinter();

  private WriteFormats() {}

  static String jsonArray(List<List<String>> rows) {
    return json(PRETTY, objects(rows));
  }

  static String jsonDocuments(List<List<String>> rows) {
    return objects(rows).stream().map(row -> json(PRETTY, row)).collect(Collectors.joining("\n"));
  }

  static String jsonConcatenated(List<List<String>> rows) {
    return objects(rows).stream().map(row -> json(COMPACT, row)).collect(Collectors.joining());
  }

  static String jsonHits(List<List<String>> rows) {
    return json(PRETTY, Map.of("took", 3, "hits", Map.of("total", 1, "hits", objects(rows))));
  }

  static String bulk(List<List<String>> rows) {
    return objects(rows).stream()
        .map(row -> "{\"index\":{\"_id\":\"x\"}}\n" + json(COMPACT, row) + "\n")
        .collect(Collectors.joining());
  }

  /** As mysqldump does, ten tuples a statement. */
  static String mysql(List<List<String>> rows) {
    StringBuilder dump =
        new StringBuilder("CREATE TABLE `t` (\n  `id` int,\n  `name` text,\n  `note` text\n);\n");
    for (int row = 0; row < rows.size(); row++) {
      dump.append(row % 10 == 0 ? "INSERT INTO `t` VALUES " : ",");
      dump.append('(').append(rows.get(row).get(0));
      for (String value : rows.get(row).subList(1, 3)) {
        dump.append(",'").append(mysqlEscaped(value)).append('\'');
      }
      dump.append(row % 10 == 9 || row == rows.size() - 1 ? ");\n" : ")");
    }
    return dump.toString();
  }

  /** As pg_dump --inserts does. */
  static String standardSql(List<List<String>> rows) {
    return "SET standard_conforming_strings = on;\n"
        + rows.stream()
            .map(
                row ->
                    row.stream()
                        .map(value -> "'" + value.replace("'", "''") + "'")
                        .collect(
                            Collectors.joining(
                                ", ", "INSERT INTO s.t (id, name, note) VALUES (", ");\n")))
            .collect(Collectors.joining());
  }

  /** As pg_dump does. */
  static String copy(List<List<String>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(WriteFormats::copied).collect(Collectors.joining("\t")))
        .collect(Collectors.joining("\n", "COPY s.t (id, name, note) FROM stdin;\n", "\n\\.\n\n"));
  }

  static String fixedWidth(List<List<String>> rows) {
    StringBuilder lines = new StringBuilder();
    for (List<String> row : rows) {
      for (String value : row) {
        int blanks = 40 - value.codePointCount(0, value.length());
        lines.append(value).append(" ".repeat(blanks));
      }
      lines.append('\n');
    }
    return lines.toString();
  }

  static byte[] workbook(List<List<String>> rows) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet();
      WorkbookTest.put(sheet, 0, NastyRows.COLUMNS.toArray());
      for (int row = 0; row < rows.size(); row++) {
        WorkbookTest.put(
            sheet,
            row + 1,
            Double.parseDouble(rows.get(row).get(0)),
            rows.get(row).get(1),
            rows.get(row).get(2));
      }
      return WorkbookTest.bytes(workbook);
    }
  }

  private static List<Map<String, String>> objects(List<List<String>> rows) {
    return rows.stream().map(WriteFormats::object).toList();
  }

  private static Map<String, String> object(List<String> row) {
    Map<String, String> object = new LinkedHashMap<>();
    for (int column = 0; column < row.size(); column++) {
      object.put(NastyRows.COLUMNS.get(column), row.get(column));
    }
    return object;
  }

  private static String json(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException fault) {
      throw new AssertionError("Cannot write JSON", fault);
    }
  }

  private static String mysqlEscaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("'", "\\'")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\0", "\\0")
        .replace("\u001a", "\\Z");
  }

  private static String copied(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\b", "\\b")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t");
  }
}
