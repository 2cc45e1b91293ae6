package leakcensus.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.link.LinkOutcome;
import leakcensus.link.NodeKind;
import leakcensus.match.MatchFindings;
import leakcensus.match.ResolveComponents;
import leakcensus.source.Intake;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.Source;

/**
 * All that a census has counted; what it says of persons follows from this alone.
 *
 * @param sources the sources, by index
 * @param intake the accounting of the files
 * @param counts the counts of mentions, links and persons
 * @param matching what was learnt of pairs of mentions, where they were compared
 */
public record CensusFacts(
    List<Source> sources, Intake intake, CountTable counts, Optional<MatchFindings> matching) {

  public CensusFacts {
    sources = List.copyOf(sources);
  }

  /** Records that were kept, of all sources. */
  public long recordsKept() {
    return intake.total(IntakeMeasure.RECORDS_KEPT);
  }

  /** Mentions of all sources, the thin ones included. */
  public long mentions() {
    long sum = 0;
    for (int source = 0; source < sources.size(); source++) {
      sum = Math.addExact(sum, mentions(source));
    }
    return sum;
  }

  /** Mentions of a source, the thin ones included. */
  public long mentions(int source) {
    long sum = 0;
    for (int slot = 0; slot < sources.get(source).slots().size(); slot++) {
      sum = Math.addExact(sum, counts.at(Measure.MENTIONS, source, slot));
    }
    return sum;
  }

  /** Mentions too thin to be anyone, of all sources. */
  public long unattributableMentions() {
    return ofAllSources(Measure.UNATTRIBUTABLE_MENTIONS);
  }

  /** Mentions that are organisations, of all sources. */
  public long organisationMentions() {
    return ofAllSources(Measure.ORGANISATION_MENTIONS);
  }

  /** Mentions outside the count of persons, each of which might be one after all. */
  public long uncountedMentions() {
    return Math.addExact(unattributableMentions(), organisationMentions());
  }

  /** Persons by number of mentions, in one source or in all. */
  public FrequencyOfFrequencies persons(int source) {
    return frequencies(Measure.PERSON_FREQUENCY, source);
  }

  /** Frequencies of one measure, in one source or in all. */
  public FrequencyOfFrequencies frequencies(Measure measure, int source) {
    Map<Long, Long> found = counts.bySecond(measure, source, 0);
    return found.isEmpty() ? FrequencyOfFrequencies.empty() : FrequencyOfFrequencies.of(found);
  }

  /** Joins of two groups of mentions where not both sides gave a name. */
  public long unnamedJoins() {
    long sum = 0;
    for (NodeKind kind : NodeKind.values()) {
      for (LinkOutcome outcome : LinkOutcome.values()) {
        sum =
            Math.addExact(
                sum,
                counts.at(
                    Measure.LINK_UNNAMED_JOINS,
                    CountTable.ALL_SOURCES,
                    kind.ordinal(),
                    outcome.ordinal()));
      }
    }
    return sum;
  }

  /** Persons as the matching forms them, by their number of different contents. */
  public SortedMap<Long, Long> clustersBySignatures() {
    SortedMap<Long, Long> clusters =
        new TreeMap<>(counts.bySecond(Measure.NODE_FREQUENCY, CountTable.ALL_SOURCES, 0));
    counts
        .bySecond(Measure.CONNECTED_NODE_FREQUENCY, CountTable.ALL_SOURCES, 0)
        .forEach((size, nodes) -> clusters.merge(size, -nodes, Math::addExact));
    counts
        .bySecond(Measure.CLUSTER_FREQUENCY, CountTable.ALL_SOURCES, 0)
        .forEach((size, found) -> clusters.merge(size, found, Math::addExact));
    clusters.values().removeIf(number -> number == 0);
    return clusters;
  }

  /**
   * Persons by number of mentions in each partition that was drawn; empty without a matching. Those
   * that no comparison could join to others are the same in all.
   */
  public List<FrequencyOfFrequencies> drawnPersons() {
    if (matching.isEmpty()) {
      return List.of();
    }
    SortedMap<Long, Long> alone = new TreeMap<>(matched(Measure.NODE_MENTIONS_FREQUENCY, 0));
    matched(Measure.CONNECTED_NODE_MENTIONS_FREQUENCY, 0)
        .forEach((size, nodes) -> alone.merge(size, -nodes, Math::addExact));
    List<FrequencyOfFrequencies> drawn = new ArrayList<>();
    for (int draw = 0; draw < ResolveComponents.DRAWS; draw++) {
      SortedMap<Long, Long> persons = new TreeMap<>(alone);
      matched(Measure.DRAWN_FREQUENCY, draw)
          .forEach((size, found) -> persons.merge(size, found, Math::addExact));
      persons.values().removeIf(number -> number == 0);
      drawn.add(
          persons.isEmpty() ? FrequencyOfFrequencies.empty() : FrequencyOfFrequencies.of(persons));
    }
    return List.copyOf(drawn);
  }

  private Map<Long, Long> matched(Measure measure, long first) {
    return counts.bySecond(measure, CountTable.ALL_SOURCES, first);
  }

  private long ofAllSources(Measure measure) {
    long sum = 0;
    for (int source = 0; source < sources.size(); source++) {
      sum = Math.addExact(sum, counts.at(measure, source, 0));
    }
    return sum;
  }
}
