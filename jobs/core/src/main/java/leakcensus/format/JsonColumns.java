package leakcensus.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import leakcensus.source.RecordFault;

/**
 * Takes values out of a JSON object. Columns are paths of keys joined by dots.
 *
 * <p>Scalars are taken as they are written; objects and null have no value. Of an array, and of a
 * key that stands twice, the first scalar with content counts, and the others are further values.
 * Where MongoDB wraps a scalar, as in {@code {"$numberLong": "1"}}, the scalar is the value.
 */
public final class JsonColumns {

  /** Nothing here recurses as deep as the text; the parser keeps some bytes a level. */
  private static final int MAX_DEPTH = 10_000;

  /** Keys can be values, so they enter no table that outlives the text. */
  static final JsonFactory FACTORY =
      unlimited().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();

  /** Its table of keys is no one else's, and goes when the file is read. */
  private final JsonFactory factory = unlimited().build();

  private final Node root = new Node();
  private final String[] first;
  private final List<List<String>> further = new ArrayList<>();
  private boolean hasFurther;

  /** Columns are paths of keys joined by dots. */
  public JsonColumns(List<String> columns) {
    first = new String[columns.size()];
    for (int column = 0; column < first.length; column++) {
      further.add(new ArrayList<>());
      Node node = root;
      for (String key : columns.get(column).split("\\.", -1)) {
        node = node.children.computeIfAbsent(key, unseen -> new Node());
      }
      node.add(column);
    }
  }

  /** Takes the values of a text; {@link RecordFault#NONE} if it is one JSON object. */
  RecordFault parse(StrictText text) {
    return parse(text.characters(), text.length());
  }

  /**
   * Takes the values of the first characters of an array; {@link RecordFault#NONE} if they are one
   * JSON object.
   */
  public RecordFault parse(char[] text, int length) {
    clear();
    try (JsonParser json = factory.createParser(text, 0, length)) {
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

  /** Number of the columns. */
  public int count() {
    return first.length;
  }

  /** The first value of a column; empty where there is none. */
  public String value(int column) {
    return first[column];
  }

  /** Whether a column has more than one value with content. */
  public boolean hasSeveral(int column) {
    return hasFurther && !further.get(column).isEmpty();
  }

  /** All values of a column that have content, as they stand in the record. */
  public List<String> values(int column) {
    List<String> found = new ArrayList<>();
    if (!first[column].isEmpty()) {
      found.add(first[column]);
    }
    found.addAll(further.get(column));
    return List.copyOf(found);
  }

  private void clear() {
    Arrays.fill(first, "");
    if (hasFurther) {
      hasFurther = false;
      further.forEach(List::clear);
    }
  }

  private static JsonFactoryBuilder unlimited() {
    return new JsonFactoryBuilder()
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(Integer.MAX_VALUE)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .build());
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
      } else if (node.columns.length > 0 && JsonWrappers.isWrapper(key)) {
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
        boolean wrapper = JsonWrappers.isWrapper(json.currentName());
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
    if (node.columns.length == 0) {
      return;
    }
    String text = json.getText();
    if (text.isEmpty()) {
      return;
    }
    for (int column : node.columns) {
      if (first[column].isEmpty()) {
        first[column] = text;
      } else {
        hasFurther = true;
        further.get(column).add(text);
      }
    }
  }

  /** A key on the way to a column. */
  private static final class Node {

    private final Map<String, Node> children = new HashMap<>();
    private int[] columns = {};

    void add(int column) {
      columns = Arrays.copyOf(columns, columns.length + 1);
      columns[columns.length - 1] = column;
    }
  }
}
