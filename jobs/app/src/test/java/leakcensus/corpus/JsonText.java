package leakcensus.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** People as JSON, in whatever way tools export it. */
final class JsonText {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectWriter COMPACT = MAPPER.writer();
  private static final ObjectWriter PRETTY = MAPPER.writerWithDefaultPrettyPrinter();

  /** As Python writes it unless told otherwise. */
  private static final ObjectWriter ASCII = COMPACT.with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private JsonText() {}

  static String lines(People people) {
    return each(COMPACT, objects(people), "\n");
  }

  static String asciiLines(People people) {
    return each(ASCII, objects(people), "\n");
  }

  static String array(People people) {
    return text(COMPACT, objects(people));
  }

  static String prettyArray(People people) {
    return text(PRETTY, objects(people)) + "\n";
  }

  static String prettyDocuments(People people) {
    return each(PRETTY, objects(people), "\n");
  }

  /** With nothing between one document and the next. */
  static String gluedDocuments(People people) {
    return each(COMPACT, objects(people), "");
  }

  /** Elasticsearch, as elasticdump writes: a line a hit. */
  static String hitLines(People people) {
    return each(COMPACT, hits(people), "\n");
  }

  /** Elasticsearch, as a search answers. */
  static String searchResponse(People people) {
    Map<String, Object> hits = new LinkedHashMap<>();
    hits.put("total", Map.of("value", people.rows().size(), "relation", "eq"));
    hits.put("max_score", 1.0);
    hits.put("hits", hits(people));
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("took", 3);
    response.put("timed_out", false);
    response.put("_shards", Map.of("total", 5, "failed", 0));
    response.put("hits", hits);
    return text(COMPACT, response);
  }

  /** Lines for the bulk interface of Elasticsearch. */
  static String bulk(People people) {
    StringBuilder lines = new StringBuilder();
    int number = 0;
    for (Map<String, Object> object : objects(people)) {
      lines.append("{\"index\":{\"_index\":\"people\",\"_id\":\"%x\"}}%n".formatted(++number));
      lines.append(text(COMPACT, object)).append('\n');
    }
    return lines.toString();
  }

  /** As mongoexport writes, with its wrappers around ids, numbers and dates. */
  static String mongoLines(People people) {
    return each(COMPACT, mongo(people), "\n");
  }

  /** As {@code mongoexport --jsonArray --pretty} writes. */
  static String mongoArray(People people) {
    return text(PRETTY, mongo(people)) + "\n";
  }

  private static List<Map<String, Object>> objects(People people) {
    return objects(people, (row, value) -> value);
  }

  private static List<Map<String, Object>> objects(
      People people, BiFunction<Integer, String, Object> convert) {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (List<String> row : people.rows()) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int column = 0; column < row.size(); column++) {
        if (!row.get(column).isEmpty()) {
          object.put(people.columns().get(column), convert.apply(column, row.get(column)));
        }
      }
      objects.add(object);
    }
    return objects;
  }

  private static List<Map<String, Object>> hits(People people) {
    List<Map<String, Object>> hits = new ArrayList<>();
    for (Map<String, Object> object : objects(people)) {
      Map<String, Object> hit = new LinkedHashMap<>();
      hit.put("_index", "people");
      hit.put("_id", Integer.toHexString(hits.size()));
      hit.put("_score", 1.0);
      hit.put("_source", object);
      hits.add(hit);
    }
    return hits;
  }

  private static List<Map<String, Object>> mongo(People people) {
    int mobile = people.columns().indexOf("mobile");
    int updated = people.columns().indexOf("updated_at");
    List<Map<String, Object>> documents = new ArrayList<>();
    for (Map<String, Object> object :
        objects(
            people,
            (column, value) ->
                column == updated
                    ? Map.of("$date", value)
                    : column == mobile && value.matches("[1-9][0-9]{5,17}")
                        ? Map.of("$numberLong", value)
                        : value)) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("_id", Map.of("$oid", "%024x".formatted(documents.size())));
      document.putAll(object);
      documents.add(document);
    }
    return documents;
  }

  private static String each(ObjectWriter writer, List<Map<String, Object>> objects, String end) {
    return objects.stream().map(object -> text(writer, object) + end).collect(Collectors.joining());
  }

  private static String text(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException fault) {
      throw new AssertionError("Cannot write JSON", fault);
    }
  }
}
