package leakcensus.estimate;

import java.util.Collections;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the configuration states of single sources of the dump; no data can prove it.
 *
 * @param personIndexes names of the sources that hold exactly one record for every person behind
 *     the dump
 * @param dumpRecords records of the whole source in the dump, by name, where they are known
 */
public record SourceStatements(
    SortedSet<String> personIndexes, SortedMap<String, Long> dumpRecords) {

  public SourceStatements {
    personIndexes = Collections.unmodifiableSortedSet(new TreeSet<>(personIndexes));
    dumpRecords = Collections.unmodifiableSortedMap(new TreeMap<>(dumpRecords));
    dumpRecords.forEach(
        (source, records) -> {
          if (!(records >= 1)) {
            throw new IllegalArgumentException(
                "Invalid source-records of %s: %d (must be >= 1)".formatted(source, records));
          }
        });
  }

  /** Nothing is stated. */
  public static SourceStatements none() {
    return new SourceStatements(new TreeSet<>(), new TreeMap<>());
  }

  /** Whether a source holds exactly one record for every person. */
  public boolean isPersonIndex(String source) {
    return personIndexes.contains(source);
  }

  /** Records of a source in the whole dump, where they are known. */
  public OptionalLong dumpRecords(String source) {
    Long records = dumpRecords.get(source);
    return records == null ? OptionalLong.empty() : OptionalLong.of(records);
  }

  /**
   * Checks that all names are those of sources.
   *
   * @throws IllegalArgumentException if one is not
   */
  public void requireSources(Set<String> sources) {
    SortedSet<String> unknown = new TreeSet<>(personIndexes);
    unknown.addAll(dumpRecords.keySet());
    unknown.removeAll(sources);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "Unknown sources in sample.person-indexes or sample.source-records: %s"
              .formatted(String.join(", ", unknown)));
    }
  }
}
