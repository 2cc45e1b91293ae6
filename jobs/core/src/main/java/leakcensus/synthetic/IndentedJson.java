package leakcensus.synthetic;

import java.util.Map;
import java.util.StringJoiner;

/** Nested maps as indented JSON, in the order of the maps; other values as they print. */
public final class IndentedJson {

  private IndentedJson() {}

  /** The text of an object. */
  public static String object(Map<?, ?> members) {
    return object(members, "") + "\n";
  }

  private static String object(Map<?, ?> members, String indent) {
    if (members.isEmpty()) {
      return "{}";
    }
    String inner = indent + "  ";
    StringJoiner text = new StringJoiner(",\n" + inner, "{\n" + inner, "\n" + indent + "}");
    members.forEach(
        (name, value) ->
            text.add(
                "\"%s\": %s"
                    .formatted(name, value instanceof Map<?, ?> map ? object(map, inner) : value)));
    return text.toString();
  }
}
