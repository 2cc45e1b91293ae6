package leakcensus.severity;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody states of the severity of a breach; the rest is derived.
 *
 * @param contains categories that the dump holds beside person fields, each with how that is known
 * @param stated parts of the score that are not to be derived
 * @param unintelligible why nobody who has the data can read them, where that is so
 */
public record SeveritySettings(
    SortedMap<DataCategory, String> contains,
    SortedMap<SeverityPart, StatedScore> stated,
    Optional<String> unintelligible) {

  public SeveritySettings {
    contains = Collections.unmodifiableSortedMap(new TreeMap<>(contains));
    stated = Collections.unmodifiableSortedMap(new TreeMap<>(stated));
    contains.forEach((category, reason) -> requireReason("contains." + category.key(), reason));
    unintelligible.ifPresent(reason -> requireReason("unintelligible", reason));
    stated.forEach(
        (part, score) -> {
          if (!part.knows(score.value())) {
            throw new IllegalArgumentException(
                "Invalid %s: %s (must be one of %s)"
                    .formatted(part.key(), Scores.text(score.value()), part.allowed()));
          }
        });
  }

  /** Nothing is stated. */
  public static SeveritySettings none() {
    return new SeveritySettings(new TreeMap<>(), new TreeMap<>(), Optional.empty());
  }

  private static void requireReason(String path, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException(
          "Missing reason of %s: say in a sentence how that is known".formatted(path));
    }
  }
}
