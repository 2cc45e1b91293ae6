package leakcensus.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import leakcensus.source.RecordFormat;
import leakcensus.source.SqlOptions;

/**
 * Finds how the records of a text are laid out, by its first lines and never by its name: as JSON,
 * as a dump of a database, or delimited.
 *
 * <p>Errors: a text of one column has no delimiter and is not recognised. What is found is meant to
 * be looked at before it is used.
 */
public final class SniffFormat {

  private static final int MOST_LINES = 200;

  /** Of a wrapped search response the records stand at least so deep. */
  private static final int MOST_KEYS = 4;

  private static final JsonFactory JSON = new JsonFactory();
  private static final Set<String> BULK_ACTIONS = Set.of("index", "create", "update", "delete");

  private static final Pattern SQL =
      Pattern.compile(
          "(?im)^[ \\t]*+(?:INSERT\\s++(?:IGNORE\\s++)?INTO|REPLACE\\s++INTO|CREATE\\s++TABLE|COPY["
              + " \\t]++\\S++.*FROM[ \\t]++stdin;)");

  private SniffFormat() {}

  /**
   * The layout of a text, if it is one that is known.
   *
   * @param head its first characters, without a byte order mark; the last line may be cut
   */
  public static Optional<SniffedFormat> of(String head) {
    String text = head.strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    char first = text.charAt(0);
    if (first == '[' || first == '{') {
      return json(head, first);
    }
    if (SQL.matcher(head).find()) {
      return Optional.of(
          new SniffedFormat(
              new RecordFormat.Sql(SqlOptions.allTables()), 1, "statements of a database dump"));
    }
    return SniffDelimiter.of(head, !head.endsWith("\n") && !head.endsWith("\r"));
  }

  private static Optional<SniffedFormat> json(String head, char first) {
    List<String> lines = lines(head);
    long objects = lines.stream().filter(SniffFormat::isObject).count();
    if (first == '{' && objects > 0 && isBulk(lines)) {
      return Optional.of(
          new SniffedFormat(
              new RecordFormat.ElasticsearchBulk(),
              share(objects, lines.size()),
              "action lines of the bulk interface"));
    }
    Optional<String> path = first == '{' ? wrapped(head) : Optional.empty();
    if (path.isPresent() && objects <= 1) {
      return Optional.of(
          new SniffedFormat(
              new RecordFormat.Json(path.get()), 1, "an array of objects in a document"));
    }
    if (first == '{' && objects * 2 > lines.size()) {
      return Optional.of(
          new SniffedFormat(
              new RecordFormat.JsonLines(),
              share(objects, lines.size()),
              "an object on each line"));
    }
    return Optional.of(
        new SniffedFormat(
            new RecordFormat.Json(""),
            1,
            first == '[' ? "an array" : "documents over several lines"));
  }

  private static double share(long some, long all) {
    return (double) some / all;
  }

  /**
   * Lines with content; the last one is left out, since it may be cut, unless it is the only one.
   */
  private static List<String> lines(String head) {
    List<String> lines = new ArrayList<>();
    boolean endsWithReturn = head.indexOf('\n') < 0;
    for (String line : head.split(endsWithReturn ? "\r" : "\r?\n", -1)) {
      if (!line.isBlank() && lines.size() < MOST_LINES) {
        lines.add(line);
      }
    }
    boolean cut = !head.endsWith(endsWithReturn ? "\r" : "\n") && lines.size() > 1;
    return cut ? lines.subList(0, lines.size() - 1) : lines;
  }

  private static boolean isObject(String line) {
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      json.skipChildren();
      return json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
    } catch (IOException notJson) {
      return false;
    }
  }

  private static boolean isBulk(List<String> lines) {
    try (JsonParser json = JSON.createParser(lines.get(0))) {
      boolean action =
          json.nextToken() == JsonToken.START_OBJECT
              && json.nextToken() == JsonToken.FIELD_NAME
              && BULK_ACTIONS.contains(json.currentName())
              && json.nextToken() == JsonToken.START_OBJECT;
      if (!action) {
        return false;
      }
      json.skipChildren();
      return json.nextToken() == JsonToken.END_OBJECT;
    } catch (IOException notJson) {
      return false;
    }
  }

  /** Path of keys to the first array of objects inside a document, if it has one. */
  private static Optional<String> wrapped(String head) {
    Deque<String> path = new ArrayDeque<>();
    try (JsonParser json = JSON.createParser(head)) {
      JsonToken token = json.nextToken();
      while (token != null) {
        if (token == JsonToken.FIELD_NAME) {
          path.addLast(json.currentName());
          token = json.nextToken();
          if (token == JsonToken.START_ARRAY && path.size() <= MOST_KEYS) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
              return Optional.of(String.join(".", path));
            }
            leaveArray(json);
            path.removeLast();
          } else if (token == JsonToken.START_ARRAY) {
            json.skipChildren();
            path.removeLast();
          } else if (token != JsonToken.START_OBJECT) {
            path.removeLast();
          }
        } else if (token == JsonToken.END_OBJECT && !path.isEmpty()) {
          path.removeLast();
        } else if (token == JsonToken.END_OBJECT) {
          return Optional.empty();
        }
        token = json.nextToken();
      }
    } catch (IOException cut) {
      // The head may end inside the document, before any array.
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static void leaveArray(JsonParser json) throws IOException {
    while (json.currentToken() != JsonToken.END_ARRAY) {
      json.skipChildren();
      json.nextToken();
    }
  }
}
