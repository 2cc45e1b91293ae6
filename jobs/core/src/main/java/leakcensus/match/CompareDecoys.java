package leakcensus.match;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongRBTreeMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import leakcensus.compare.AgreementLevel;
import leakcensus.compare.AgreementPattern;
import leakcensus.compare.CompareSignatures;
import leakcensus.compare.ComparisonField;
import leakcensus.compare.Signature;

/**
 * Compares decoys with the signatures they are made of: persons who cannot exist, with the names of
 * one signature, the birth of the next, the id and contacts of a third and the home of a fourth. So
 * each group of fields is as common as it is, and whatever a decoy is joined with is a mistake.
 *
 * <p>The signatures stand in the order of their ranks, which no key enters; a decoy takes from four
 * in a row. It is not compared with those, nor with whoever agrees with one of them both in what
 * the decoy has from it and in what it has not, or has nothing else to compare: that may be the
 * same person once more. Which of the others agree with the decoy in what it has from elsewhere
 * does not hang on that.
 *
 * <p>No blocking key is asked for, so that more is joined than the matching would join.
 */
public final class CompareDecoys {

  /** Decoys: what a few hundred times the sample cannot tell, more would not either. */
  private static final int MOST_DECOYS = 500;

  private static final int LENDERS = 4;

  private final List<Signature> sample;
  private final Long2LongRBTreeMap tally = new Long2LongRBTreeMap();
  private long pairs;

  private CompareDecoys(List<Signature> sample) {
    this.sample = new ArrayList<>(sample);
    this.sample.sort(Comparator.comparing(Signature::rank, Long::compareUnsigned));
  }

  /**
   * What a model makes of decoys.
   *
   * @param sample a random part of the signatures, with the bands of their values
   * @param signatures number of all signatures
   */
  public static DecoyMatches compare(List<Signature> sample, MatchModel model, long signatures) {
    CompareDecoys comparing = new CompareDecoys(sample);
    comparing.compareAll();
    return comparing.matches(model, signatures * (signatures - 1.0) / 2);
  }

  private void compareAll() {
    int decoys = sample.size() <= LENDERS ? 0 : Math.min(MOST_DECOYS, sample.size());
    for (int first = 0; first < decoys; first++) {
      Signature decoy = decoy(first);
      for (Signature other : sample) {
        if (decoy.node() != other.node()) {
          compare(first, decoy, other);
        }
      }
    }
  }

  private Signature decoy(int first) {
    Signature[] lenders = new Signature[ComparisonField.COUNT];
    for (int field = 0; field < lenders.length; field++) {
      lenders[field] = lender(first, group(ComparisonField.at(field)));
    }
    return Signature.composed(lenders, lender(first, group(ComparisonField.NATIONAL_ID)).node());
  }

  private Signature lender(int first, int group) {
    return sample.get((first + group) % sample.size());
  }

  /** Fields that are taken together; the id's node goes with the id. */
  private static int group(ComparisonField field) {
    return switch (field) {
      case GIVEN_NAME, SURNAME -> 0;
      case BIRTH_DATE, SEX, BIRTHPLACE -> 1;
      case NATIONAL_ID, PHONE, EMAIL -> 2;
      case ADDRESS, POSTAL_CODE, LOCALITY -> 3;
    };
  }

  private void compare(int first, Signature decoy, Signature other) {
    long pattern = CompareSignatures.pattern(decoy, other);
    int shared = groupsThatAgree(pattern);
    for (int group = 0; group < LENDERS; group++) {
      if ((shared >>> group & 1) != 0 && isAgainThere(lender(first, group), group, other)) {
        return;
      }
    }
    pairs++;
    if (ComparePairs.isComparable(decoy, other)) {
      tally.addTo(pattern, 1);
    }
  }

  /**
   * Whether a mention agrees with a lender beyond the group of fields that it lends, or cannot be
   * told from it there.
   */
  private static boolean isAgainThere(Signature lender, int group, Signature other) {
    long pattern = CompareSignatures.pattern(lender, other);
    int beyond = ~(1 << group);
    return (groupsThatAgree(pattern) & beyond) != 0
        || (groups(pattern, AgreementLevel.DIFFERENT) & beyond) == 0;
  }

  /** Groups of which some field is at least alike. */
  private static int groupsThatAgree(long pattern) {
    return groups(pattern, AgreementLevel.SIMILAR);
  }

  /** Groups of which some field agrees so far or further, as a mask; sexes are too few to count. */
  private static int groups(long pattern, int leastLevel) {
    int groups = 0;
    for (int field = 0; field < ComparisonField.COUNT; field++) {
      int level = AgreementPattern.level(pattern, field);
      boolean agrees = level != AgreementLevel.MISSING && level <= leastLevel;
      if (agrees && field != ComparisonField.SEX.ordinal()) {
        groups |= 1 << group(ComparisonField.at(field));
      }
    }
    return groups;
  }

  private DecoyMatches matches(MatchModel model, double allPairs) {
    long joined = 0;
    double expected = 0;
    for (Long2LongMap.Entry entry : tally.long2LongEntrySet()) {
      double same = model.sameProbability(entry.getLongKey());
      joined += same >= ProbabilityBand.EVEN ? entry.getLongValue() : 0;
      expected += same * entry.getLongValue();
    }
    return new DecoyMatches(pairs, joined, expected, allPairs);
  }
}
