package leakcensus.census;

import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.SourceStatements;
import leakcensus.estimate.capture.IndexMatches;
import leakcensus.source.Source;

/**
 * Gathers how many persons of other sources an index of persons holds as well, over all couples of
 * an index and another source.
 *
 * <p>Every join that the linkage may have missed or made by mistake could be such a match, so the
 * fewest and the most matches are as far apart as its fewest and most persons.
 */
final class MatchIndexes {

  private MatchIndexes() {}

  /** The matches of all indexes that are stated. */
  static IndexMatches of(CensusFacts facts, SourceStatements statements, LinkageBounds linkage) {
    double missed = linkage.persons() - (double) linkage.lowerPersons();
    double mistaken =
        linkage.upperPersons() - (double) linkage.persons() - facts.uncountedMentions();
    return IndexMatches.of(
            facts.sources().stream().map(Source::name).toList(),
            facts.counts().bySecond(Measure.OVERLAP, CountTable.ALL_SOURCES, 0),
            statements.personIndexes())
        .doubted(missed, Math.max(0, mistaken), linkage.lowerPersons());
  }
}
