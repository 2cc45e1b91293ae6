package leakcensus.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import leakcensus.source.RecordFault;

/**
 * Takes values out of a JSON object. Columns are paths of keys joined by dots.
 *
 * <p>Scalars are taken as they are written; objects and null have no value. Of an array, and of a
 * key that stands twice, the first scalar with content counts, and the others are further values.
 * Where MongoDB wraps a scalar, as in {@code {"$numberLong": "1"}}, the scalar is the value.
 */
final class JsonColumns {

  /** Nothing here recurses as deep as the text; the parser keeps some bytes a level. */
  private static final int MAX_DEPTH = 10_000;

  private static final Set<String> WRAPPERS =
      Set.of(
          "$oid",
          "$date",
          "$numberLong",
          "$numberInt",
          "$numberDouble",
          "$numberDecimal",
          "$uuid",
          "$symbol");

  /** Keys can be values, so they enter no table that outlives the record. */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final Node root = new Node();
  private final List<List<String>> values = new ArrayList<>();

  JsonColumns(List<String> columns) {
    for (int column = 0; column < columns.size(); column++) {
      values.add(new ArrayList<>());
      Node node = root;
      for (String key : columns.get(column).split("\\.", -1)) {
        node = node.children.computeIfAbsent(key, unseen -> new Node());
      }
      node.columns.add(column);
    }
  }

  /** Takes the values of a text; {@link RecordFault#NONE} if it is one JSON object. */
  RecordFault parse(StrictText text) {
    values.forEach(List::clear);
    try (JsonParser json = FACTORY.createParser(text.characters(), 0, text.length())) {
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

  /** The first value of a column; empty where there is none. */
  String value(int column) {
    List<String> found = values.get(column);
    return found.isEmpty() ? "" : found.get(0);
  }

  /** Whether a column has more than one value with content. */
  boolean hasSeveral(int column) {
    return values.get(column).size() > 1;
  }

  /** All values of a column that have content, as they stand in the record. */
  List<String> values(int column) {
    return List.copyOf(values.get(column));
  }

  private static RecordFault skipRest(JsonParser json) throws IOException {
    json.skipChildren();
    return json.nextToken() == null ? RecordFault.NOT_AN_OBJECT : RecordFault.BAD_SYNTAX;
  }

  private void readObject(JsonParser json, Node node) throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      Node child = node.children.get(key);
      json.nextToken();
      if (child != null) {
        readValue(json, child);
      } else if (!node.columns.isEmpty() && WRAPPERS.contains(key)) {
        readWrapped(json, node);
      } else {
        json.skipChildren();
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

  /** Arrays inside arrays are gone through without recursion: they can be deep. */
  private void readArray(JsonParser json, Node node) throws IOException {
    int depth = 1;
    while (depth > 0) {
      switch (json.nextToken()) {
        case START_ARRAY -> depth++;
        case END_ARRAY -> depth--;
        default -> readValue(json, node);
      }
    }
  }

  /** {@code $date} may hold one more wrapper, never two. */
  private void readWrapped(JsonParser json, Node node) throws IOException {
    if (json.currentToken().isScalarValue()) {
      takeScalar(json, node);
    } else if (json.currentToken() == JsonToken.START_ARRAY) {
      json.skipChildren();
    } else {
      while (json.nextToken() != JsonToken.END_OBJECT) {
        boolean wrapper = WRAPPERS.contains(json.currentName());
        if (json.nextToken().isScalarValue() && wrapper) {
          takeScalar(json, node);
        } else {
          json.skipChildren();
        }
      }
    }
  }

  private void takeScalar(JsonParser json, Node node) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NULL) {
      take(json, node);
    }
  }

  private void take(JsonParser json, Node node) throws IOException {
    if (node.columns.isEmpty()) {
      return;
    }
    String text = json.getText();
    if (!text.isEmpty()) {
      node.columns.forEach(column -> values.get(column).add(text));
    }
  }

  /** A key on the way to a column. */
  private static final class Node {

    private final Map<String, Node> children = new HashMap<>();
    private final List<Integer> columns = new ArrayList<>();
  }
}
