package leakcensus.census;

import java.util.Optional;
import leakcensus.count.CountTable;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.linkage.LinkageErrors;
import leakcensus.estimate.linkage.TruePairs;
import leakcensus.match.DecoyMatches;
import leakcensus.match.MatchFindings;
import leakcensus.match.PlantedMatches;
import leakcensus.match.ProbabilityBand;

/**
 * What the checks of the matching say of pairs of mentions that are false or missed.
 *
 * <pre>{@code
 * n mentions of persons, C = n (n - 1) / 2    s contents, N = s (s - 1) / 2
 * h  pairs of contents that the model joins and holds for two persons, C / N times
 *
 * fewest true pairs: false as decoys and h, none missed
 * most true pairs:   false as decoys, missed as often as copies with one slip
 * false pairs expected = the decoys' rate C + h
 * }</pre>
 *
 * <p>Units: pairs. Errors: decoys are strangers, and there are few of them; with none joined of m
 * the upper end is still 3.7 C / m at 95 %. Pairs of one person mostly have no slip, so that fewer
 * are missed than of the copies. Without a matching the false pairs are the joins that no name
 * confirms, which is no upper end.
 */
final class MatchingErrors {

  private final DecoyMatches decoys;
  private final PlantedMatches planted;
  private final double falseContentRatio;

  MatchingErrors(DecoyMatches decoys, PlantedMatches planted, double falseContentRatio) {
    this.decoys = decoys;
    this.planted = planted;
    this.falseContentRatio = falseContentRatio;
  }

  /** The errors of a census whose matching met decoys. */
  static Optional<MatchingErrors> of(CensusFacts facts) {
    return facts
        .matching()
        .filter(matching -> matching.checks().decoys().pairs() > 0)
        .map(
            matching ->
                new MatchingErrors(
                    matching.checks().decoys(),
                    PlantedMatches.of(facts.counts(), 1, matching),
                    falsePairs(matching) / matching.checks().decoys().allPairs()));
  }

  /** Pairs that the linkage is expected to have joined by mistake. */
  static double expectedFalsePairs(CensusFacts facts) {
    double mentions = facts.persons(CountTable.ALL_SOURCES).records();
    return Math.max(
        facts.unnamedJoins(),
        of(facts).map(errors -> errors.expectedFalsePairs(mentions)).orElse(0.0));
  }

  /** True pairs of mentions, where there are two mentions and a planted copy was found. */
  Optional<TruePairs> truePairs(FrequencyOfFrequencies persons, double confidence) {
    if (persons.records() < 2 || planted.joinedPairs() == 0) {
      return Optional.empty();
    }
    LinkageErrors fewest = errors(1, 1, falseContentRatio * pairs(persons.records()));
    LinkageErrors most = errors(planted.pairs(), planted.joinedPairs(), 0);
    return Optional.of(TruePairs.between(persons, fewest, most, confidence));
  }

  double expectedFalsePairs(double mentions) {
    return ((double) decoys.joinedPairs() / decoys.pairs() + falseContentRatio) * pairs(mentions);
  }

  private LinkageErrors errors(long plantedPairs, long plantedJoined, double householdPairs) {
    return new LinkageErrors(
        decoys.pairs(), decoys.joinedPairs(), plantedPairs, plantedJoined, householdPairs);
  }

  private static double falsePairs(MatchFindings matching) {
    return matching.bands().stream().mapToDouble(ProbabilityBand::expectedFalseMerges).sum();
  }

  private static double pairs(double mentions) {
    return mentions * (mentions - 1) / 2;
  }
}
