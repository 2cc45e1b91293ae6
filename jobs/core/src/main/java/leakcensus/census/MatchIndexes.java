package leakcensus.census;

import java.util.Map;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.SourceStatements;
import leakcensus.estimate.capture.IndexMatches;

/**
 * Gathers how many persons of other sources an index of persons holds as well, over all couples of
 * an index and another source.
 *
 * <p>Every join that the linkage may have missed or made by mistake could be such a match, so the
 * fewest and the most matches are as far apart as its fewest and most persons.
 */
final class MatchIndexes {

  private final CensusFacts facts;
  private final SourceStatements statements;
  private double comparedPairs;
  private double persons;
  private double matches;

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
        persons,
        matches,
        Math.max(0, matches - Math.max(0, mistaken)),
        Math.min(persons, matches + missed),
        dispersionRatio(),
        linkage.lowerPersons());
  }

  private void add(int index, int other) {
    long named = facts.persons(other).observedPersons();
    comparedPairs += (double) facts.persons(index).observedPersons() * named;
    persons += named;
    matches +=
        facts.counts().at(Measure.REPEAT_PERSONS, Math.min(index, other), Math.max(index, other));
  }

  /** One person in several sources makes several matches at once. */
  private double dispersionRatio() {
    double sum = 0;
    double squares = 0;
    Map<Long, Long> histories = facts.counts().bySecond(Measure.OVERLAP, CountTable.ALL_SOURCES, 0);
    for (Map.Entry<Long, Long> entry : histories.entrySet()) {
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
