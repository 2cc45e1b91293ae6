package leakcensus.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names fields so that each can be told from the others: without blanks around; one without a name
 * is {@code column3} by its place; of those of the same name the first has it alone, and the others
 * are {@code name#2}, {@code name#3}. A name that is written goes before one that is made.
 */
public final class FieldNames {

  private FieldNames() {}

  /** The names of the fields of a header. */
  public static List<String> of(List<String> header) {
    List<String> written = header.stream().map(String::strip).toList();
    Set<String> taken = new HashSet<>(written);
    Set<String> seen = new HashSet<>();
    Map<String, Integer> numbers = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (int field = 0; field < written.size(); field++) {
      String name = written.get(field);
      if (name.isEmpty()) {
        name = "column" + (field + 1);
        names.add(taken.add(name) ? name : numbered(name, taken, numbers));
      } else {
        names.add(seen.add(name) ? name : numbered(name, taken, numbers));
      }
    }
    return names;
  }

  private static String numbered(String name, Set<String> taken, Map<String, Integer> numbers) {
    String numbered;
    do {
      numbered = name + "#" + numbers.merge(name, 2, (number, two) -> number + 1);
    } while (!taken.add(numbered));
    return numbered;
  }
}
