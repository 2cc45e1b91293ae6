package leakcensus.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * The truth of a synthetic leak, in whole numbers. Mentions of broken records count nowhere.
 *
 * @param settings what the leak was made from
 * @param dump the dump behind the sample
 * @param sources the sample by source, in the order of the settings
 * @param personsByMentions number of persons by their mentions in the sample in each source; each
 *     list has one number per source, not all 0
 */
public record SyntheticTruth(
    SyntheticSettings settings,
    DumpTally dump,
    List<SourceTally> sources,
    Map<List<Long>, Long> personsByMentions) {

  public SyntheticTruth {
    sources = List.copyOf(sources);
    personsByMentions = Map.copyOf(personsByMentions);
    if (sources.size() != settings.sources().size()) {
      throw new IllegalArgumentException(
          "Invalid truth: %d tallies for %d sources"
              .formatted(sources.size(), settings.sources().size()));
    }
  }

  /** The truth of a leak whose sample fits in memory. */
  public static SyntheticTruth of(SyntheticLeak leak) {
    SyntheticSettings settings = leak.settings();
    SyntheticSlice all = leak.slice(0, settings.persons());
    List<SourceTally> sources = new ArrayList<>();
    settings.sources().forEach(source -> sources.add(SourceTally.empty(source.kind())));

    Map<Long, long[]> mentions = new HashMap<>();
    for (SyntheticKey key : all.keys()) {
      SyntheticRecord record = leak.render(key);
      sources.get(key.source()).add(record, leak);
      if (!record.isBroken()) {
        record
            .mentions()
            .forEach(
                mention ->
                    mentions
                        .computeIfAbsent(mention.person(), n -> new long[sources.size()])[
                        key.source()]++);
      }
    }

    Map<List<Long>, Long> persons = new HashMap<>();
    for (long[] counts : mentions.values()) {
      persons.merge(Arrays.stream(counts).boxed().toList(), 1L, Math::addExact);
    }
    return new SyntheticTruth(settings, all.dump(), sources, persons);
  }

  /** Persons with at least one mention in the sample. */
  public long samplePersons() {
    return personsByMentions.values().stream().reduce(0L, Math::addExact);
  }

  /** Persons with at least one mention in a source of the sample. */
  public long samplePersons(int source) {
    return frequencies(source).values().stream().reduce(0L, Math::addExact);
  }

  /** f_k of the sample: persons by number of mentions, over all sources. */
  public SortedMap<Long, Long> frequencies() {
    return frequencies(counts -> counts.stream().reduce(0L, Math::addExact));
  }

  /** f_k of one source of the sample. */
  public SortedMap<Long, Long> frequencies(int source) {
    return frequencies(counts -> counts.get(source));
  }

  /** Persons by the names of the sources that mention them, joined by {@code +}. */
  public SortedMap<String, Long> overlap() {
    SortedMap<String, Long> overlap = new TreeMap<>();
    personsByMentions.forEach(
        (counts, persons) -> {
          List<String> names = new ArrayList<>();
          for (int source = 0; source < counts.size(); source++) {
            if (counts.get(source) > 0) {
              names.add(settings.sources().get(source).name());
            }
          }
          overlap.merge(String.join("+", names), persons, Math::addExact);
        });
    return overlap;
  }

  /** A number of the sample over all sources. */
  public long total(SourceTally.Count count) {
    return sources.stream().mapToLong(tally -> tally.count(count)).reduce(0, Math::addExact);
  }

  private SortedMap<Long, Long> frequencies(ToLongFunction<List<Long>> mentions) {
    SortedMap<Long, Long> frequencies = new TreeMap<>();
    personsByMentions.forEach(
        (counts, persons) -> {
          long number = mentions.applyAsLong(counts);
          if (number > 0) {
            frequencies.merge(number, persons, Math::addExact);
          }
        });
    return frequencies;
  }
}
