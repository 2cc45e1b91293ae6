package leakcensus.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import leakcensus.source.RecordFormat;

/** Finds which columns the records of a text have, by its first records. */
public final class ListColumns {

  /** Facts of an action line, of which all have an underscore but the routing. */
  private static final Pattern ACTION =
      Pattern.compile("(index|create|update|delete)\\.(_[a-z_]+|routing|retry_on_conflict)");

  private static final String CHANGED = "doc.";

  private ListColumns() {}

  /**
   * The columns of a text without tables, in order; none where none are found.
   *
   * @param format how it is laid out
   * @param head its first characters, without a byte order mark; may be cut anywhere
   */
  public static List<String> of(RecordFormat format, String head) {
    if (format instanceof RecordFormat.Json json) {
      return JsonPaths.of(head, json.records());
    }
    if (format instanceof RecordFormat.JsonLines) {
      return ofLines(head);
    }
    if (format instanceof RecordFormat.ElasticsearchBulk) {
      return ofBulk(head);
    }
    if (format instanceof RecordFormat.Delimited delimited) {
      return delimited.hasHeader() ? SniffDelimiter.header(delimited, head) : delimited.columns();
    }
    throw new IllegalArgumentException(
        "Cannot list the columns of %s by its first characters".formatted(format.key()));
  }

  /** Line by line: a broken line ends no more than itself. */
  private static List<String> ofLines(String head) {
    JsonPaths paths = new JsonPaths("");
    head.lines().forEach(paths::add);
    return paths.paths();
  }

  /**
   * Those of action lines are left out; the documents of updates stand under a key of their own.
   */
  private static List<String> ofBulk(String head) {
    List<String> paths = new ArrayList<>();
    for (String path : ofLines(head)) {
      String inside = path.startsWith(CHANGED) ? path.substring(CHANGED.length()) : path;
      if (!ACTION.matcher(path).matches() && !paths.contains(inside)) {
        paths.add(inside);
      }
    }
    return List.copyOf(paths);
  }
}
