package leakcensus.estimate.claim;

import java.util.List;
import java.util.Optional;
import leakcensus.estimate.SampleDesign;

/**
 * The number of repeated persons that a claim is held against, and the law that the claim gives it.
 *
 * <pre>{@code
 * X    claimed persons          n_s  mentions of source s in the sample,  n their sum
 * CV2  unevenness over X        R_s  mentions of source s in the dump
 *
 * repeated_pairs      (sizes known, independent draws, or one source)   within and across sources
 *   expected = n (n - 1) / 2 (1 + CV2) / X  -  sum over s of n_s (n_s - 1) / (2 R_s)
 *   independent draws: without the second term, since a record may come again
 * cross_source_pairs  (several sources, a size unknown)   pairs across sources
 *   expected = sum over s < t of n_s n_t (1 + CV2) / X
 * index_pairs         (a source with one record for every person)   see IndexPairs
 *
 * breakEvenCv2 = X (pairs + sum of n_s (n_s - 1) / (2 R_s)) / (n (n - 1) / 2) - 1
 * }</pre>
 *
 * <p>Units: mentions and persons in, pairs out.
 *
 * <p>Errors: with CV2 = 0 no arrangement of X persons over sources of these sizes gives fewer
 * repeated pairs, up to terms of n / R; so "at least X" is refuted by unevenness or by a smaller X,
 * never by sources that hold different persons or one row a person. With a size unknown its term is
 * left out: the claim is then given more pairs than it needs, and nothing says that there are not
 * fewer persons than few pairs suggest.
 *
 * <p>Sources: the second moment of draws without replacement, per source; Cauchy's inequality over
 * persons.
 *
 * @param name name in the tables
 * @param pairs what was counted, in pairs
 * @param law what persons make of pairs
 * @param free whether the law holds however unevenly records are spread
 * @param firm whether few pairs prove many persons
 * @param note what the reader must know of it; empty if nothing
 */
record RepeatStatistic(
    String name, double pairs, RepeatLaw law, boolean free, boolean firm, String note) {

  private static final double HALF = 0.5;

  /** What a claim is tested by: pairs with indexes, unless only all pairs show half of it. */
  static RepeatStatistic of(Claim claim, ClaimEvidence evidence) {
    Optional<IndexPairs> indexes = IndexPairs.of(evidence);
    RepeatStatistic all = ofAllPairs(evidence);
    if (indexes.isEmpty()) {
      return all;
    }
    Optional<String> refuted = indexes.get().refutation(claim.persons());
    if (refuted.isPresent()) {
      return new RepeatStatistic(all.name, all.pairs, all.law, false, all.firm, refuted.get());
    }
    RepeatStatistic index = indexes.get().statistic(claim.persons());
    double power = index.power(claim);
    return power < RepeatTest.SUFFICIENT_POWER && power < all.power(claim) ? all : index;
  }

  /** Pairs of all sources, or of all couples of sources. */
  static RepeatStatistic ofAllPairs(ClaimEvidence evidence) {
    List<SourcePairs> sources = evidence.sources();
    double cross = evidence.crossSource().stream().mapToDouble(CrossSourcePairs::pairs).sum();
    double crossCompared = crossCompared(sources);
    boolean again = evidence.design() instanceof SampleDesign.IndependentDraws;
    boolean firm = again || evidence.knowsDump();
    double falsePairs = evidence.expectedFalsePairs();
    if (sources.size() > 1 && !firm) {
      return new RepeatStatistic(
          "cross_source_pairs", cross, RepeatLaw.of(crossCompared, falsePairs), false, false, "");
    }

    double within = 0;
    double withinCompared = 0;
    double flat = 0;
    for (SourcePairs source : sources) {
      within += source.pairs();
      withinCompared += source.comparedPairs();
      if (source.dumpMentions().isPresent() && !again) {
        flat += source.comparedPairs() / source.dumpMentions().getAsLong();
      }
    }
    return new RepeatStatistic(
        "repeated_pairs",
        within + cross,
        new RepeatLaw(withinCompared + crossCompared, flat, falsePairs, 1),
        false,
        firm,
        "");
  }

  private double power(Claim claim) {
    return law.comparedPairs() == 0 ? 0 : new RepeatPower(law, claim.persons(), 0).ratio(HALF);
  }

  private static double crossCompared(List<SourcePairs> sources) {
    double compared = 0;
    double before = 0;
    for (SourcePairs source : sources) {
      compared += before * source.mentions();
      before += source.mentions();
    }
    return compared;
  }
}
