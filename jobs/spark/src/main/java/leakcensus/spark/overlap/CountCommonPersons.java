package leakcensus.spark.overlap;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntBiFunction;
import leakcensus.overlap.PersonTraits;
import leakcensus.overlap.Trait;
import org.apache.datasketches.thetacommon.BinomialBoundsN;

/**
 * Estimates how many persons two runs have in common: pairs of a person of one and a person of the
 * other that share an identifier and agree otherwise ({@link PersonTraits#agrees}).
 *
 * <p>Each common identifier is in the sample with the same chance, so a pair that shares c of them
 * is met c times as often; each meeting counts one c-th. Identifiers are sampled independently, so
 * the number of those that count the same has the binomial limits of a theta sketch, and limits of
 * the sum follow from those of its parts by the squares of their distances (Zou and Donner,
 * "Construction of confidence intervals about effect measures: a simple approach", Statistics in
 * Medicine 27, 2008). Where both samples hold all identifiers, the count is exact.
 */
public final class CountCommonPersons {

  /** Two standard errors: 95 %. */
  private static final int STANDARD_ERRORS = 2;

  private final PersonSketch left;
  private final PersonSketch right;

  /** A comparison of two runs that were sketched under one key. */
  public CountCommonPersons(PersonSketch left, PersonSketch right) {
    this.left = left;
    this.right = right;
  }

  /** Share of all identifiers that both samples hold, 0 to 1. */
  public double share() {
    return Math.min(left.share(), right.share());
  }

  /** Persons in common by identifiers of any kind. */
  public CommonPersons byAny() {
    return estimate(trait -> true, CountCommonPersons::commonIdentifiers);
  }

  /** Persons in common that share an identifier of one kind, whatever else they share. */
  public CommonPersons by(Trait identifier) {
    return estimate(trait -> trait == identifier, (one, other) -> one.common(identifier, other));
  }

  private CommonPersons estimate(
      Predicate<Trait> wanted, ToIntBiFunction<PersonTraits, PersonTraits> common) {
    Map<Double, Long> identifiersByWeight = new TreeMap<>();
    long sampled = 0;
    // One of both ends at the lower threshold, so that what both hold lies below it.
    for (Map.Entry<Long, SampledIdentifier> each : right.sampled().entrySet()) {
      SampledIdentifier known = left.sampled().get(each.getKey());
      if (known != null && wanted.test(known.trait())) {
        double weight = weight(known, each.getValue(), common);
        if (weight > 0) {
          identifiersByWeight.merge(weight, 1L, Long::sum);
          sampled++;
        }
      }
    }
    return sum(identifiersByWeight, sampled);
  }

  private CommonPersons sum(Map<Double, Long> identifiersByWeight, long sampled) {
    double share = share();
    double persons = 0;
    double below = 0;
    double above = 0;
    for (Map.Entry<Double, Long> part : identifiersByWeight.entrySet()) {
      double weight = part.getKey();
      long number = part.getValue();
      double best = number / share;
      persons += weight * best;
      below += square(weight * (best - limit(number, share, false)));
      above += square(weight * (limit(number, share, true) - best));
    }
    if (sampled == 0) {
      above = square(limit(0, share, true));
    }
    return new CommonPersons(
        persons, Math.max(0, persons - Math.sqrt(below)), persons + Math.sqrt(above), sampled);
  }

  private static double limit(long sampled, double share, boolean upper) {
    return upper
        ? BinomialBoundsN.getUpperBound(sampled, share, STANDARD_ERRORS, false)
        : BinomialBoundsN.getLowerBound(sampled, share, STANDARD_ERRORS, false);
  }

  private static double square(double distance) {
    return distance * distance;
  }

  /** Of the pairs that share an identifier, the sum of what this meeting counts for each. */
  private static double weight(
      SampledIdentifier identifier,
      SampledIdentifier again,
      ToIntBiFunction<PersonTraits, PersonTraits> common) {
    double weight = 0;
    for (PersonTraits one : identifier.holders()) {
      for (PersonTraits other : again.holders()) {
        if (one.agrees(other)) {
          weight += 1.0 / common.applyAsInt(one, other);
        }
      }
    }
    return weight;
  }

  private static int commonIdentifiers(PersonTraits one, PersonTraits other) {
    int common = 0;
    for (int trait = 0; trait < Trait.IDENTIFIERS; trait++) {
      common += one.common(Trait.at(trait), other);
    }
    return common;
  }
}
