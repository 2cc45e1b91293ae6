package leakcensus.synthetic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lines back by other means than those that wrote them. */
final class ParsedLines {

  private static final Pattern CELL = Pattern.compile(",(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))");

  private ParsedLines() {}

  /** Columns with content. */
  static Map<String, String> json(String line, ObjectMapper mapper, String path) {
    JsonNode record;
    try {
      record =
          mapper
              .readerFor(JsonNode.class)
              .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .<JsonNode>readValue(line)
              .at(path);
    } catch (JsonProcessingException fault) {
      throw new IllegalArgumentException("Invalid JSON", fault);
    }

    Map<String, String> columns = new HashMap<>();
    record
        .properties()
        .forEach(
            entry -> {
              if (!entry.getValue().isNull() && !entry.getValue().asText().isEmpty()) {
                columns.put(entry.getKey(), entry.getValue().asText());
              }
            });
    return columns;
  }

  static Map<String, String> csv(String line, SourceKind kind) {
    List<String> cells = new ArrayList<>();
    Matcher matcher = CELL.matcher("," + line.stripTrailing());
    while (matcher.find()) {
      cells.add(
          matcher.group(1) == null ? matcher.group(2) : matcher.group(1).replace("\"\"", "\""));
    }
    if (cells.size() != kind.columns().size()) {
      throw new IllegalArgumentException("Invalid row: %d cells".formatted(cells.size()));
    }

    Map<String, String> columns = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        columns.put(kind.columns().get(i).name(), cells.get(i));
      }
    }
    return columns;
  }
}
