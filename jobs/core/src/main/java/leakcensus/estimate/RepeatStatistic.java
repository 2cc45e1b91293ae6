package leakcensus.estimate;

import java.util.List;

/**
 * The number of repeated persons that a claim is held against, and what the claim makes of it.
 *
 * <pre>{@code
 * X    claimed persons          n_s  mentions of source s in the sample,  n their sum
 * CV2  unevenness over X        R_s  mentions of source s in the dump
 *
 * repeated_pairs      (sizes known, or one source)   pairs within and across sources
 *   expected = n (n - 1) / 2 (1 + CV2) / X  -  sum over s of n_s (n_s - 1) / (2 R_s)
 * cross_source_pairs  (several sources, a size unknown)   pairs across sources
 *   expected = sum over s < t of n_s n_t (1 + CV2) / X
 *
 * breakEvenCv2 = X (pairs + sum of n_s (n_s - 1) / (2 R_s)) / (n (n - 1) / 2) - 1
 * }</pre>
 *
 * <p>Units: mentions and persons in, pairs out.
 *
 * <p>Errors: with CV2 = 0 no arrangement of X persons over sources of these sizes gives fewer
 * repeated pairs, up to terms of n / R; so "at least X" is refuted by unevenness or by a smaller X,
 * never by sources that hold different persons or one row a person. With a size unknown its term is
 * left out: the claim is then given more pairs than it needs.
 *
 * <p>Sources: the second moment of draws without replacement, per source; Cauchy's inequality over
 * persons.
 */
record RepeatStatistic(String name, double pairs, double comparedPairs, double flatPairs) {

  static RepeatStatistic of(ClaimEvidence evidence) {
    List<SourcePairs> sources = evidence.sources();
    double cross = evidence.crossSource().stream().mapToDouble(CrossSourcePairs::pairs).sum();
    double crossCompared = crossCompared(sources);
    if (sources.size() > 1 && !evidence.knowsDump()) {
      return new RepeatStatistic("cross_source_pairs", cross, crossCompared, 0);
    }

    double within = 0;
    double withinCompared = 0;
    double flat = 0;
    for (SourcePairs source : sources) {
      within += source.pairs();
      withinCompared += source.comparedPairs();
      if (source.dumpMentions().isPresent()) {
        flat += source.comparedPairs() / source.dumpMentions().getAsLong();
      }
    }
    return new RepeatStatistic(
        "repeated_pairs", within + cross, withinCompared + crossCompared, flat);
  }

  /** Pairs to be expected, in pairs. */
  double expectedPairs(double persons, double cv2) {
    return Math.max(0, comparedPairs * (1 + cv2) / persons - flatPairs);
  }

  /** The unevenness that the claim needs to explain this many pairs; negative if none is needed. */
  double breakEvenCv2(double persons, double truePairs) {
    return persons * (truePairs + flatPairs) / comparedPairs - 1;
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
