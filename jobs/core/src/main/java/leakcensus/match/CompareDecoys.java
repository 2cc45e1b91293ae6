package leakcensus.match;

import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongRBTreeMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import leakcensus.compare.CompareSignatures;
import leakcensus.compare.ComparisonField;
import leakcensus.compare.Signature;

/**
 * Compares decoys with the signatures they are made of: persons who cannot exist, with the names of
 * one signature, the birth of the next, the id and contacts of a third and the home of a fourth. So
 * each group of fields is as common as it is, and whatever a decoy is joined with is a mistake.
 *
 * <p>The signatures stand in the order of their ranks, which no key enters; a decoy takes from four
 * in a row. It is not compared with those, nor with whoever has the same id, phone, e-mail, address
 * or whole name where hardly anybody has: that is the person it was taken from once more.
 *
 * <p>No blocking key is asked for, so that more is joined than the matching would join.
 */
public final class CompareDecoys {

  /** Decoys: what a few hundred times the sample cannot tell, more would not either. */
  private static final int MOST_DECOYS = 500;

  private static final int LENDERS = 4;

  /** Values of at most ten contents. */
  private static final int LARGEST_RARE_BAND = 2;

  private static final int GIVEN_NAME = ComparisonField.GIVEN_NAME.ordinal();
  private static final int SURNAME = ComparisonField.SURNAME.ordinal();
  private static final int[] MARKS = {
    ComparisonField.NATIONAL_ID.ordinal(),
    ComparisonField.PHONE.ordinal(),
    ComparisonField.EMAIL.ordinal(),
    ComparisonField.ADDRESS.ordinal()
  };

  private final List<Signature> sample;
  private final Long2LongRBTreeMap tally = new Long2LongRBTreeMap();
  private long pairs;

  private CompareDecoys(List<Signature> sample) {
    this.sample = new ArrayList<>(sample);
    this.sample.sort(Comparator.comparing(Signature::rank, Integer::compareUnsigned));
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
      for (int other = 0; other < sample.size(); other++) {
        boolean lends = Math.floorMod(other - first, sample.size()) < LENDERS;
        if (!lends && !isLender(decoy, sample.get(other))) {
          compare(decoy, sample.get(other));
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

  /** Whether another mention of somebody who lends to the decoy is what it is compared with. */
  private static boolean isLender(Signature decoy, Signature other) {
    if (decoy.node() == other.node()) {
      return true;
    }
    for (int field : MARKS) {
      if (isSame(decoy, other, field) && decoy.band(field) <= LARGEST_RARE_BAND) {
        return true;
      }
    }
    return isSame(decoy, other, GIVEN_NAME)
        && isSame(decoy, other, SURNAME)
        && Math.min(decoy.band(GIVEN_NAME), decoy.band(SURNAME)) <= LARGEST_RARE_BAND;
  }

  private static boolean isSame(Signature one, Signature other, int field) {
    return one.isPresent(field) && other.isPresent(field) && one.token(field) == other.token(field);
  }

  private void compare(Signature decoy, Signature other) {
    pairs++;
    if (ComparePairs.isComparable(decoy, other)) {
      tally.addTo(CompareSignatures.pattern(decoy, other), 1);
    }
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
