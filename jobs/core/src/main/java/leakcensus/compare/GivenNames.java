package leakcensus.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which given names are short forms, pet forms or other spellings of which: Bill of William. */
final class GivenNames {

  private static final String RESOURCE = "given-names.txt";
  private static final Map<String, List<String>> NAMES_OF = load();

  private GivenNames() {}

  /** The names that a form may stand for, itself where it heads a line; none if it is not known. */
  static List<String> namesOf(String form) {
    return NAMES_OF.getOrDefault(form, List.of());
  }

  /** Whether this is a given name of the list, in any form. */
  static boolean isKnown(String form) {
    return NAMES_OF.containsKey(form);
  }

  private static Map<String, List<String>> load() {
    Map<String, List<String>> namesOf = new HashMap<>();
    try (InputStream resource = GivenNames.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException("Missing resource: " + RESOURCE);
      }
      new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> add(line, namesOf));
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot read resource: " + RESOURCE, fault);
    }
    namesOf.replaceAll((form, names) -> List.copyOf(names));
    return namesOf;
  }

  private static void add(String line, Map<String, List<String>> namesOf) {
    int colon = line.indexOf(':');
    String name = line.substring(0, colon);
    namesOf.computeIfAbsent(name, unseen -> new ArrayList<>()).add(name);
    for (String form : line.substring(colon + 1).strip().split(" ")) {
      namesOf.computeIfAbsent(form, unseen -> new ArrayList<>()).add(name);
    }
  }
}
