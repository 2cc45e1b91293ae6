package leakcensus.normalise;

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

/**
 * Tells names of organisations by their legal forms. It would rather overlook an organisation than
 * take a person for one: who is held for an organisation is not counted.
 */
public final class OrganisationName {

  private static final String RESOURCE = "legal-forms.txt";
  private static final int SHORTEST_WRITTEN = 5;

  private static final Map<String, List<String>> END = new HashMap<>();
  private static final Map<String, List<String>> LATE = new HashMap<>();
  private static final Map<String, List<String>> BEGIN = new HashMap<>();
  private static final List<String> WRITTEN = new ArrayList<>();
  private static final List<String> AHEAD = new ArrayList<>();

  static {
    load();
  }

  private OrganisationName() {}

  /** Whether a name in the normal form of {@link TextNormaliser#name()} has a legal form. */
  public static boolean is(String name) {
    int first = name.indexOf(' ');
    if (first < 0) {
      return isWritten(name);
    }
    int last = name.lastIndexOf(' ');
    String end = name.substring(last + 1);
    return endsWithOne(name, END.getOrDefault(end, List.of()), 1)
        || endsWithOne(name, LATE.getOrDefault(end, List.of()), 2)
        || beginsWithOne(name, BEGIN.getOrDefault(name.substring(0, first), List.of()));
  }

  private static boolean isWritten(String name) {
    return name.length() >= SHORTEST_WRITTEN
        && name.charAt(name.length() - 1) > 0x7F
        && (WRITTEN.stream().anyMatch(name::endsWith) || AHEAD.stream().anyMatch(name::startsWith));
  }

  private static boolean endsWithOne(String name, List<String> forms, int others) {
    for (String form : forms) {
      int rest = name.length() - form.length() - 1;
      if (rest > 0
          && name.charAt(rest) == ' '
          && name.endsWith(form)
          && words(name, rest) >= others) {
        return true;
      }
    }
    return false;
  }

  private static boolean beginsWithOne(String name, List<String> forms) {
    for (String form : forms) {
      if (name.startsWith(form) && name.startsWith(" ", form.length())) {
        return true;
      }
    }
    return false;
  }

  /** Words of more than one letter before a place: letters in front of a form may be initials. */
  private static int words(String name, int end) {
    int words = 0;
    int from = 0;
    for (int at = 0; at <= end; at++) {
      if (at == end || name.charAt(at) == ' ') {
        words += at - from > 1 ? 1 : 0;
        from = at + 1;
      }
    }
    return words;
  }

  private static void load() {
    try (InputStream resource = OrganisationName.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException("Missing resource: " + RESOURCE);
      }
      new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(OrganisationName::add);
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot read resource: " + RESOURCE, fault);
    }
  }

  private static void add(String line) {
    int blank = line.indexOf(' ');
    String form = line.substring(blank + 1).strip();
    String last = form.substring(form.lastIndexOf(' ') + 1);
    switch (line.substring(0, blank)) {
      case "end" -> END.computeIfAbsent(last, unseen -> new ArrayList<>()).add(form);
      case "late" -> LATE.computeIfAbsent(last, unseen -> new ArrayList<>()).add(form);
      case "begin" ->
          BEGIN.computeIfAbsent(form.split(" ")[0], unseen -> new ArrayList<>()).add(form);
      case "written" -> WRITTEN.add(form);
      case "ahead" -> AHEAD.add(form);
      default -> throw new IllegalStateException("Invalid line of " + RESOURCE + ": " + line);
    }
  }
}
