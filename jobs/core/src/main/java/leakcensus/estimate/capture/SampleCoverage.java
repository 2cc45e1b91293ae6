package leakcensus.estimate.capture;

import java.util.function.Function;
import org.hipparchus.analysis.differentiation.Gradient;

/**
 * The coverage of lists, and the three numbers of persons that follow from it; the formulas stand
 * at {@link SampleCoverageEstimator}.
 */
final class SampleCoverage {

  private static final double LEAST_DENOMINATOR = 1e-4;

  private final CoverageStatistics statistics;
  private final Gradient coverage;
  private final Gradient averageSeen;

  SampleCoverage(CoverageStatistics statistics) {
    this.statistics = statistics;
    Gradient singles = statistics.all().multiply(0);
    Gradient uncovered = singles;
    for (int list = 0; list < statistics.lists(); list++) {
      singles = singles.add(statistics.onlyOn(list));
      uncovered = uncovered.add(statistics.onlyOn(list).divide(statistics.on(list)));
    }
    this.coverage = uncovered.divide(-statistics.lists()).add(1);
    this.averageSeen = statistics.all().subtract(singles.divide(statistics.lists()));
  }

  double coverageRatio() {
    return coverage.getValue();
  }

  /** D, the persons on all lists but one, averaged over the one. */
  double averageSeenPersons() {
    return averageSeen.getValue();
  }

  double seen() {
    return statistics.seen();
  }

  Gradient independent() {
    return averageSeen.divide(coverage);
  }

  /** For low coverage: dependence corrected in one step. */
  Gradient oneStep() {
    return corrected(corrected(independent()));
  }

  /** For high coverage: dependence corrected fully; NaN where it cannot be. */
  Gradient full() {
    Gradient denominator =
        coverage.multiply(statistics.lists()).subtract(overPairs(this::relativeOverlap));
    Gradient persons =
        averageSeen
            .multiply(statistics.lists())
            .subtract(overPairs(pair -> statistics.within(pair.first(), pair.second())))
            .divide(denominator);
    return denominator.getValue() > LEAST_DENOMINATOR ? persons : persons.multiply(Double.NaN);
  }

  double variance(Gradient persons) {
    return statistics.variance(persons, persons.getValue());
  }

  private Gradient corrected(Gradient persons) {
    Gradient excess =
        overPairs(
            pair ->
                persons
                    .multiply(relativeOverlap(pair))
                    .subtract(statistics.within(pair.first(), pair.second())));
    return independent().add(excess.divide(coverage.multiply(statistics.lists())));
  }

  /** W_jk A_jk / (n_j n_k). */
  private Gradient relativeOverlap(Pair pair) {
    return statistics
        .within(pair.first(), pair.second())
        .divide(statistics.on(pair.first()))
        .multiply(
            statistics.onBoth(pair.first(), pair.second()).divide(statistics.on(pair.second())));
  }

  private Gradient overPairs(Function<Pair, Gradient> term) {
    Gradient sum = statistics.all().multiply(0);
    for (int first = 0; first < statistics.lists(); first++) {
      for (int second = first + 1; second < statistics.lists(); second++) {
        sum = sum.add(term.apply(new Pair(first, second)));
      }
    }
    return sum;
  }

  private record Pair(int first, int second) {}
}
