package leakcensus.estimate;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Holds a claim against the repeats in a random sample: the fewer persons, the more often one comes
 * twice.
 *
 * <p>A claim of X persons is read as "at least X". Too few repeats never speak against it. Too many
 * repeats do so only if nobody has many more records than others, so without a stated cap on that
 * unevenness the verdict is "not testable", with the unevenness from which on the claim stands. A
 * sample that would hardly notice half of the claim is not called consistent either; nor is one
 * whose source sizes are unknown and that repeats itself less than independent draws would, since
 * one row a person, or sources with different persons, hide repeats whatever the truth.
 *
 * <p>Under a cap above 0 the count of pairs is divided by its dispersion, because the repeats of
 * one person come together.
 */
final class RepeatTest {

  private static final double LEVEL = 0.05;

  /** J. Cohen (1988), Statistical Power Analysis for the Behavioral Sciences. */
  private static final double SUFFICIENT_POWER = 0.8;

  private static final double HALF = 0.5;

  private final Claim claim;
  private final ClaimEvidence evidence;
  private final RepeatStatistic statistic;

  RepeatTest(Claim claim, ClaimEvidence evidence) {
    this.claim = claim;
    this.evidence = evidence;
    this.statistic = RepeatStatistic.of(evidence);
  }

  ClaimCheck check() {
    if (statistic.comparedPairs() == 0) {
      return row(
          ClaimVerdict.NOT_TESTABLE, "The sample has too few records to hold a repeated person.");
    }
    if (evidence.knowsDump() && claim.persons() > dumpMentions()) {
      return row(
          ClaimVerdict.CONTRADICTED,
          words(
              "The dump names persons %,.0f times in all, so %,.0f persons cannot stand behind it.",
              dumpMentions(), claim.persons()));
    }
    return pValue() <= LEVEL ? tooManyRepeats() : noExcess();
  }

  /** Chance to reject the claim if the truth is this ratio of it. */
  double powerRatio(double truthRatio) {
    double critical = PoissonTest.criticalCount(expected(), LEVEL);
    return PoissonTest.atLeast(critical, expected(claim.persons() * truthRatio, 0));
  }

  private ClaimCheck tooManyRepeats() {
    String found =
        words(
            "Repeated persons were found %,.0f times where %,.0f persons would give %,.1f",
            statistic.pairs(), claim.persons(), expected());
    String breakEven = words("%.3g", breakEvenCv2());
    if (evidence.maxCv2().isEmpty()) {
      return row(
          ClaimVerdict.NOT_TESTABLE,
          found
              + "; either fewer persons stand behind the dump, or records are spread over them as"
              + " unevenly as a CV2 of "
              + breakEven
              + ", and no cap on that is stated.");
    }

    double cap = evidence.maxCv2().getAsDouble();
    return excessDespite(cap)
        ? row(
            ClaimVerdict.CONTRADICTED,
            found
                + words("; that is too many even if records were as uneven as a CV2 of %.3g.", cap))
        : row(
            ClaimVerdict.CONSISTENT,
            found
                + words("; the claim stands if records are as uneven as a CV2 of %s,", breakEven)
                + words(" within chance of the stated cap of %.3g.", cap));
  }

  private ClaimCheck noExcess() {
    double power = powerRatio(HALF);
    if (power < SUFFICIENT_POWER) {
      return row(
          ClaimVerdict.NOT_TESTABLE,
          words(
              "The sample is too small: were the truth half of %,.0f persons, it would show that"
                  + " with a chance of %.2g only.",
              claim.persons(), power));
    }
    if (!evidence.knowsDump() && PoissonTest.atMost(statistic.pairs(), expected()) <= LEVEL) {
      return row(
          ClaimVerdict.NOT_TESTABLE,
          words(
              "Repeated persons were found %,.0f times where independent draws from %,.0f persons"
                  + " would give %,.1f; sources with one row a person, or with different persons,"
                  + " hide repeats, so the number of records of every source is needed.",
              statistic.pairs(), claim.persons(), expected()));
    }
    return row(
        ClaimVerdict.CONSISTENT,
        words(
            "Repeated persons were found %,.0f times where %,.0f persons would give %,.1f, so the"
                + " sample does not speak against the claim.",
            statistic.pairs(), claim.persons(), expected()));
  }

  private ClaimCheck row(ClaimVerdict verdict, String explanation) {
    boolean compared = statistic.comparedPairs() > 0;
    return new ClaimCheck(
        claim.name(),
        claim.persons(),
        statistic.name(),
        statistic.pairs(),
        OptionalDouble.of(expected()),
        OptionalDouble.of(pValue()),
        OptionalDouble.of(powerRatio(HALF)),
        compared ? OptionalDouble.of(breakEvenCv2()) : OptionalDouble.empty(),
        verdict,
        explanation,
        assumptions());
  }

  private double expected() {
    return expected(claim.persons(), 0);
  }

  private double expected(double persons, double cv2) {
    return statistic.expectedPairs(persons, cv2) + evidence.expectedFalsePairs();
  }

  private double pValue() {
    return PoissonTest.atLeast(statistic.pairs(), expected());
  }

  private boolean excessDespite(double cap) {
    double dispersion = cap == 0 ? 1 : evidence.pairDispersionRatio();
    return PoissonTest.atLeast(
            statistic.pairs() / dispersion, expected(claim.persons(), cap) / dispersion)
        <= LEVEL;
  }

  private double breakEvenCv2() {
    double truePairs = Math.max(0, statistic.pairs() - evidence.expectedFalsePairs());
    return statistic.breakEvenCv2(claim.persons(), truePairs);
  }

  private double dumpMentions() {
    return evidence.sources().stream()
        .mapToDouble(source -> source.dumpMentions().getAsLong())
        .sum();
  }

  private String assumptions() {
    String random =
        "Every record of a source had the same chance to be in the sample; missed links hide"
            + " repeats, and false links beyond the expected ones feign them.";
    return evidence.knowsDump()
        ? random
        : random + " Sizes of sources are unknown: repeats are those of independent draws.";
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
