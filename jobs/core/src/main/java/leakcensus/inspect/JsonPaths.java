package leakcensus.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import leakcensus.format.JsonWrappers;

/**
 * Gathers the paths of keys that lead to scalars in JSON objects, in the order in which they first
 * come.
 *
 * <p>Arrays add nothing to a path. Left out are keys that look like values, such as a number of a
 * phone that a map is keyed by, keys that come once in many records, keys with a dot, which no path
 * reaches, and what stands deeper than {@value #MOST_KEYS} keys.
 */
final class JsonPaths {

  private static final int MOST_KEYS = 20;
  private static final int MOST_PATHS = 1_000;

  /** Of so many records a key that stands in one alone may be somebody's name. */
  private static final int MANY = 20;

  private static final int LEAST_OF_MANY = 2;
  private static final JsonFactory JSON = new JsonFactory();

  private final List<String> prefix;
  private final Map<String, Integer> paths = new LinkedHashMap<>();

  /** Begins with none; of records that are wrapped, paths begin behind the path to them. */
  JsonPaths(String records) {
    prefix = records.isEmpty() ? List.of() : List.of(records.split("\\.", -1));
  }

  /** The paths of a text of documents one after the other, or of one line. */
  static List<String> of(String text, String records) {
    JsonPaths paths = new JsonPaths(records);
    paths.add(text);
    return paths.paths();
  }

  /** Adds the paths of documents; a text that breaks off, or breaks, adds those before it does. */
  void add(String text) {
    Deque<String> way = new ArrayDeque<>();
    try (JsonParser json = JSON.createParser(text)) {
      Deque<Boolean> named = new ArrayDeque<>();
      String key = null;
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        switch (token) {
          case FIELD_NAME -> key = json.currentName();
          case START_OBJECT, START_ARRAY -> {
            named.push(key != null);
            if (key != null) {
              way.addLast(key);
            }
            key = null;
          }
          case END_OBJECT, END_ARRAY -> {
            if (named.pop()) {
              way.removeLast();
            }
          }
          default -> {
            take(way, key);
            key = null;
          }
        }
      }
    } catch (IOException broken) {
      // The sample may be cut anywhere, and a broken record is the census's to count.
      return;
    }
  }

  List<String> paths() {
    int most = paths.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    int least = most >= MANY ? LEAST_OF_MANY : 1;
    return paths.entrySet().stream()
        .filter(path -> path.getValue() >= least)
        .map(Map.Entry::getKey)
        .toList();
  }

  private void take(Deque<String> way, String last) {
    List<String> keys = new ArrayList<>(way);
    if (last != null && !(JsonWrappers.isWrapper(last) && !keys.isEmpty())) {
      keys.add(last);
    }
    while (!keys.isEmpty() && JsonWrappers.isWrapper(keys.get(keys.size() - 1))) {
      keys.remove(keys.size() - 1);
    }
    if (keys.size() <= prefix.size() || !keys.subList(0, prefix.size()).equals(prefix)) {
      return;
    }
    List<String> inside = keys.subList(prefix.size(), keys.size());
    String path = String.join(".", inside);
    if (inside.size() <= MOST_KEYS
        && (paths.size() < MOST_PATHS || paths.containsKey(path))
        && inside.stream().noneMatch(key -> key.indexOf('.') >= 0 || ColumnName.isValue(key))) {
      paths.merge(path, 1, Integer::sum);
    }
  }
}
