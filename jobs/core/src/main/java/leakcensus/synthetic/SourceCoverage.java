package leakcensus.synthetic;

import leakcensus.synthetic.RandomStream.Purpose;

/** Which sources cover which persons. */
final class SourceCoverage {

  /** Draws after which a case stays without a suspect; only tiny populations come near it. */
  private static final int MOST_DRAWS = 100_000;

  private final SyntheticSettings settings;

  SourceCoverage(SyntheticSettings settings) {
    this.settings = settings;
  }

  boolean covers(int source, long person) {
    SyntheticSource covering = settings.sources().get(source);
    RandomStream random = RandomStream.of(settings.seed(), Purpose.COVERAGE, person, source, 0);
    boolean follows = random.chance(covering.overlapRatio());
    double draw = follows ? propensity(person) : random.nextRatio();
    return draw < covering.coverageRatio();
  }

  /** A covered person other than the given one; the given one if none is found. */
  long another(int source, long person, RandomStream random) {
    for (int i = 0; i < MOST_DRAWS; i++) {
      long other = random.below(settings.persons());
      if (other != person && covers(source, other)) {
        return other;
      }
    }
    return person;
  }

  /** The same for all sources; smaller is likelier to be covered. */
  private double propensity(long person) {
    return RandomStream.ratio(
        RandomStream.hash(settings.seed(), Purpose.COMMON_COVERAGE, person, 0, 0));
  }
}
