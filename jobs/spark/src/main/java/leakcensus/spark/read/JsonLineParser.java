package leakcensus.spark.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import leakcensus.source.RecordFault;

/**
 * Takes values out of a line that is one JSON object. Columns are paths of keys joined by dots.
 *
 * <p>Scalars are taken as they are written; objects and null have no value. Of an array of scalars,
 * and of a key that stands twice, the first with content counts, and the others are further values.
 */
final class JsonLineParser implements LineParser {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

  private final Node root = new Node();
  private final String[] values;
  private final Map<Integer, List<String>> further = new HashMap<>();

  JsonLineParser(List<String> columns) {
    values = new String[columns.size()];
    for (int column = 0; column < values.length; column++) {
      Node node = root;
      for (String key : columns.get(column).split("\\.", -1)) {
        node = node.children.computeIfAbsent(key, unseen -> new Node());
      }
      node.column = column;
    }
  }

  @Override
  public RecordFault parse(char[] text, int length) {
    Arrays.fill(values, "");
    if (!further.isEmpty()) {
      further.clear();
    }
    try (JsonParser json = FACTORY.createParser(text, 0, length)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return json.currentToken() == null ? RecordFault.BAD_SYNTAX : skipRest(json);
      }
      readObject(json, root);
      return json.nextToken() == null ? RecordFault.NONE : RecordFault.BAD_SYNTAX;
    } catch (IOException fault) {
      // The parser's message quotes the text, so it ends here; the record is counted and located.
      return RecordFault.BAD_SYNTAX;
    }
  }

  @Override
  public String value(int column) {
    return values[column];
  }

  @Override
  public boolean hasSeveral(int column) {
    return !further.isEmpty() && further.containsKey(column);
  }

  @Override
  public List<String> values(int column) {
    return hasSeveral(column) ? further.get(column) : LineParser.super.values(column);
  }

  private static RecordFault skipRest(JsonParser json) throws IOException {
    json.skipChildren();
    return json.nextToken() == null ? RecordFault.NOT_AN_OBJECT : RecordFault.BAD_SYNTAX;
  }

  private void readObject(JsonParser json, Node node) throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      Node child = node.children.get(json.currentName());
      json.nextToken();
      if (child == null) {
        json.skipChildren();
      } else {
        readValue(json, child);
      }
    }
  }

  private void readValue(JsonParser json, Node node) throws IOException {
    switch (json.currentToken()) {
      case START_OBJECT -> readObject(json, node);
      case START_ARRAY -> readArray(json, node);
      case VALUE_NULL -> {}
      default -> take(json, node);
    }
  }

  private void readArray(JsonParser json, Node node) throws IOException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      readValue(json, node);
    }
  }

  private void take(JsonParser json, Node node) throws IOException {
    if (node.column < 0) {
      return;
    }
    if (values[node.column].isEmpty()) {
      values[node.column] = json.getText();
    } else if (json.getTextLength() > 0) {
      further
          .computeIfAbsent(node.column, column -> new ArrayList<>(List.of(values[column])))
          .add(json.getText());
    }
  }

  /** A key on the way to a column. */
  private static final class Node {

    private final Map<String, Node> children = new HashMap<>();
    private int column = -1;
  }
}
