package leakcensus.census;

import java.util.Map;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.SourceStatements;
import leakcensus.estimate.capture.IndexMatches;

/**
 * Gathers how often other sources name somebody whom an index of persons holds, over all couples of
 * an index and another source.
 *
 * <p>Every join that the linkage may have missed or made by mistake could be such a match, so the
 * fewest and the most matches are as far apart as its fewest and most persons.
 */
final class MatchIndexes {

  private final CensusFacts facts;
  private final SourceStatements statements;
  private double comparedPairs;
  private double records;
  private double matches;
  private double dispersionRatio = 1;

  private MatchIndexes(CensusFacts facts, SourceStatements statements) {
    this.facts = facts;
    this.statements = statements;
  }

  /** The matches of all indexes that are stated. */
  static IndexMatches of(CensusFacts facts, SourceStatements statements, LinkageBounds linkage) {
    return new MatchIndexes(facts, statements).matches(linkage);
  }

  private IndexMatches matches(LinkageBounds linkage) {
    for (int first = 0; first < facts.sources().size(); first++) {
      for (int second = first + 1; second < facts.sources().size(); second++) {
        if (isIndex(first)) {
          add(first, second);
        } else if (isIndex(second)) {
          add(second, first);
        }
      }
    }
    double missed = linkage.persons() - (double) linkage.lowerPersons();
    double mistaken =
        linkage.upperPersons() - (double) linkage.persons() - facts.uncountedMentions();
    return new IndexMatches(
        comparedPairs,
        records,
        Math.min(records, matches),
        Math.max(0, matches - Math.max(0, mistaken)),
        Math.min(records, matches + missed),
        dispersionRatio * matchedSourcesDispersion(),
        linkage.lowerPersons());
  }

  private void add(int index, int other) {
    FrequencyOfFrequencies named = facts.persons(other);
    comparedPairs += (double) facts.persons(index).records() * named.records();
    records += named.records();
    matches +=
        facts.counts().at(Measure.REPEAT_PAIRS, Math.min(index, other), Math.max(index, other));
    if (!isIndex(other)) {
      dispersionRatio = Math.max(dispersionRatio, mentionsDispersion(named));
    }
  }

  /** One person with k mentions makes k matches at once. */
  private static double mentionsDispersion(FrequencyOfFrequencies named) {
    double squares =
        named.asMap().entrySet().stream()
            .mapToDouble(entry -> (double) entry.getKey() * entry.getKey() * entry.getValue())
            .sum();
    return named.records() == 0 ? 1 : squares / named.records();
  }

  /** One person in several sources makes several matches at once. */
  private double matchedSourcesDispersion() {
    double sum = 0;
    double squares = 0;
    Map<Long, Long> persons = facts.counts().bySecond(Measure.OVERLAP, CountTable.ALL_SOURCES, 0);
    for (Map.Entry<Long, Long> entry : persons.entrySet()) {
      double couples = couples(entry.getKey());
      sum += couples * entry.getValue();
      squares += couples * couples * entry.getValue();
    }
    return sum == 0 ? 1 : squares / sum;
  }

  private int couples(long sources) {
    int couples = 0;
    for (int first = 0; first < facts.sources().size(); first++) {
      for (int second = first + 1; second < facts.sources().size(); second++) {
        boolean both = (sources >>> first & sources >>> second & 1) == 1;
        couples += both && (isIndex(first) || isIndex(second)) ? 1 : 0;
      }
    }
    return couples;
  }

  private boolean isIndex(int source) {
    return statements.isPersonIndex(facts.sources().get(source).name());
  }
}
