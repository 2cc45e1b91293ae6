package leakcensus.estimate.claim;

import java.util.OptionalDouble;
import leakcensus.estimate.PoissonTest;

/**
 * Holds a claim against the repeats in a random sample: the fewer persons, the more often one comes
 * twice.
 *
 * <p>A claim of X persons is read as "at least X". Too many repeats speak against it only if nobody
 * has many more records than others, so without a stated cap on that unevenness the verdict is "not
 * testable", with the unevenness from which on the claim stands; pairs with a person index need no
 * cap. Too few repeats, those included that the linkage may have missed, never speak against the
 * claim: they say that more persons than claimed stand behind the dump, whatever the unevenness. A
 * sample that would hardly notice half of the claim is not called consistent; nor is one whose
 * excess of repeats is within the cap, if half of the claim could hide there too; nor one whose
 * source sizes are unknown and that repeats itself less than independent draws would, since one row
 * a person, or sources with different persons, hide repeats whatever the truth.
 *
 * <p>Under a cap above 0 the count of pairs is divided by its dispersion, because the repeats of
 * one person come together.
 */
final class RepeatTest {

  /** J. Cohen (1988), Statistical Power Analysis for the Behavioral Sciences. */
  static final double SUFFICIENT_POWER = 0.8;

  private static final double HALF = 0.5;

  private final Claim claim;
  private final ClaimEvidence evidence;
  private final RepeatStatistic statistic;
  private final RepeatLaw law;
  private final OptionalDouble cap;
  private final RepeatWords words;

  RepeatTest(Claim claim, ClaimEvidence evidence) {
    this.claim = claim;
    this.evidence = evidence;
    statistic = RepeatStatistic.of(claim, evidence);
    law = statistic.law();
    cap = statistic.free() ? OptionalDouble.of(0) : evidence.maxCv2();
    words = new RepeatWords(claim, evidence, statistic);
  }

  ClaimCheck check() {
    if (law.comparedPairs() == 0) {
      return ClaimCheck.persons(claim)
          .counted(statistic.name(), statistic.pairs())
          .assumptions(words.assumptions())
          .verdict(ClaimVerdict.NOT_TESTABLE, words.noPairs());
    }
    ClaimCheckRow row = row();
    if (evidence.knowsDump() && claim.persons() > dumpMentions()) {
      return row.deviation(ClaimDeviation.FEWER)
          .verdict(ClaimVerdict.CONTRADICTED, words.tooFewRecords(dumpMentions()));
    }
    if (new StatedNumber(claim.persons()).lower() > indexedPersons()) {
      return row.deviation(ClaimDeviation.FEWER)
          .verdict(ClaimVerdict.CONTRADICTED, words.tooSmallIndex(indexedPersons()));
    }
    if (pValue() <= RepeatLaw.LEVEL) {
      return tooManyRepeats(row);
    }
    return morePValue() <= RepeatLaw.LEVEL && statistic.firm()
        ? row.deviation(ClaimDeviation.MORE)
            .verdict(ClaimVerdict.CONSISTENT, words.morePersons(fewestPersons()))
        : noExcess(row);
  }

  private ClaimCheck tooManyRepeats(ClaimCheckRow row) {
    if (cap.isEmpty()) {
      return row.verdict(ClaimVerdict.NOT_TESTABLE, words.uneven());
    }
    if (excessDespiteCap()) {
      return row.deviation(ClaimDeviation.FEWER)
          .verdict(ClaimVerdict.CONTRADICTED, words.tooManyPairs(pValue(), mostPersons()));
    }
    return contradictPower().ratio(HALF) >= SUFFICIENT_POWER
        ? row.verdict(ClaimVerdict.CONSISTENT, words.withinCap())
        : row.verdict(ClaimVerdict.NOT_TESTABLE, words.withinWideCap());
  }

  private ClaimCheck noExcess(ClaimCheckRow row) {
    double power = excessPower().ratio(HALF);
    if (power < SUFFICIENT_POWER) {
      return row.verdict(ClaimVerdict.NOT_TESTABLE, words.tooSmall(power));
    }
    return morePValue() <= RepeatLaw.LEVEL
        ? row.verdict(ClaimVerdict.NOT_TESTABLE, words.missingPairs())
        : row.verdict(ClaimVerdict.CONSISTENT, words.noExcess());
  }

  private ClaimCheckRow row() {
    ClaimCheckRow row =
        ClaimCheck.persons(claim)
            .counted(statistic.name(), statistic.pairs())
            .expected(expected())
            .pValues(pValue(), morePValue())
            .powers(
                excessPower().ratio(HALF),
                cap.isPresent()
                    ? OptionalDouble.of(contradictPower().ratio(HALF))
                    : OptionalDouble.empty())
            .smallest(
                (cap.isPresent() ? contradictPower() : excessPower())
                    .smallestFewerRatio(SUFFICIENT_POWER),
                statistic.firm()
                    ? excessPower().smallestMoreRatio(SUFFICIENT_POWER, evidence.missedPairs())
                    : OptionalDouble.empty())
            .between(fewestPersons(), mostPersons())
            .assumptions(words.assumptions());
    return statistic.free()
        ? row
        : row.breakEvenCv2(law.breakEvenCv2(claim.persons(), statistic.pairs()));
  }

  private double expected() {
    return law.expectedPairs(claim.persons(), 0);
  }

  private double pValue() {
    return PoissonTest.atLeast(
        statistic.pairs() / law.dispersionRatio(), expected() / law.dispersionRatio());
  }

  private double morePValue() {
    return PoissonTest.atMost(
        mostPairs() / law.dispersionRatio(),
        law.withoutFalsePairs().expectedPairs(claim.persons(), 0) / law.dispersionRatio());
  }

  /** The pairs found and those that may have been missed. */
  private double mostPairs() {
    return statistic.pairs() + evidence.missedPairs();
  }

  private boolean excessDespiteCap() {
    RepeatLaw capped = cappedLaw();
    double dispersion = capped.dispersionRatio();
    return PoissonTest.atLeast(
            statistic.pairs() / dispersion,
            capped.expectedPairs(claim.persons(), cap.getAsDouble()) / dispersion)
        <= RepeatLaw.LEVEL;
  }

  private RepeatPower excessPower() {
    return new RepeatPower(law, claim.persons(), 0);
  }

  private RepeatPower contradictPower() {
    return new RepeatPower(cappedLaw(), claim.persons(), cap.getAsDouble());
  }

  private RepeatLaw cappedLaw() {
    return cap.getAsDouble() == 0 ? law : law.withDispersion(evidence.pairDispersionRatio());
  }

  /** Fewest persons that so few repeats permit, or that the sample alone holds. */
  private OptionalDouble fewestPersons() {
    double seen = evidence.linkage().lowerPersons();
    if (!statistic.firm()) {
      return OptionalDouble.of(seen);
    }
    double dispersion = law.dispersionRatio();
    double pairs = dispersion * PoissonTest.meanOfAtMost(mostPairs() / dispersion, RepeatLaw.LEVEL);
    return OptionalDouble.of(Math.max(seen, law.withoutFalsePairs().persons(pairs, 0)));
  }

  /** Most persons that so many repeats permit under the cap, or that the dump names. */
  private OptionalDouble mostPersons() {
    double most = Double.POSITIVE_INFINITY;
    if (cap.isPresent()) {
      RepeatLaw capped = cappedLaw();
      double dispersion = capped.dispersionRatio();
      double pairs =
          dispersion * PoissonTest.meanOfAtLeast(statistic.pairs() / dispersion, RepeatLaw.LEVEL);
      most = capped.persons(pairs, cap.getAsDouble());
    }
    if (evidence.knowsDump()) {
      most = Math.min(most, dumpMentions());
    }
    most = Math.min(most, indexedPersons());
    return most < Double.POSITIVE_INFINITY ? OptionalDouble.of(most) : OptionalDouble.empty();
  }

  /** Persons whom the smallest person index holds, as stated; infinite if nothing is. */
  private double indexedPersons() {
    return statistic.free() && evidence.indexedPersons().isPresent()
        ? evidence.indexedPersons().getAsLong()
        : Double.POSITIVE_INFINITY;
  }

  private double dumpMentions() {
    return evidence.sources().stream()
        .mapToDouble(source -> source.dumpMentions().getAsLong())
        .sum();
  }
}
