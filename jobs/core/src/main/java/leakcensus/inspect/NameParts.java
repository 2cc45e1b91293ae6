package leakcensus.inspect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import leakcensus.container.EntryPattern;

/**
 * Names parts of a packed file as {@code files} of a configuration does: the file alone where they
 * are all there is in it, one pattern by the ends of their names where it meets no other part, else
 * each by itself.
 */
final class NameParts {

  private static final String BORDER = "!/";

  private NameParts() {}

  static List<String> of(FileLook file, List<String> parts) {
    Set<String> others =
        Stream.concat(
                file.tables().stream().map(TableLook::part),
                file.leftOut().stream().map(PartLeftOut::part).filter(part -> !part.isEmpty()))
            .filter(part -> !parts.contains(part))
            .collect(Collectors.toSet());
    if (others.isEmpty() || parts.contains("")) {
      return List.of(file.name());
    }
    if (parts.size() > 1) {
      Optional<List<String>> patterns = patterns(parts, others);
      if (patterns.isPresent()) {
        return patterns.get().stream().map(pattern -> file.name() + BORDER + pattern).toList();
      }
    }
    return parts.stream().map(part -> file.name() + BORDER + part).toList();
  }

  /** Patterns by the ends of the names, if they meet none of the others. */
  private static Optional<List<String>> patterns(List<String> parts, Set<String> others) {
    Set<String> patterns = new LinkedHashSet<>();
    parts.forEach(part -> patterns.add(pattern(part)));
    for (String pattern : patterns) {
      EntryPattern meant = EntryPattern.parse(pattern);
      if (others.stream().anyMatch(meant::matches)) {
        return Optional.empty();
      }
    }
    return Optional.of(new ArrayList<>(patterns));
  }

  private static String pattern(String part) {
    return Stream.of(part.split(BORDER, -1))
        .map(name -> "**" + end(name))
        .collect(Collectors.joining(BORDER));
  }

  /** The end of a name from its last dot on. */
  private static String end(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= name.lastIndexOf('/') ? "" : name.substring(dot);
  }
}
