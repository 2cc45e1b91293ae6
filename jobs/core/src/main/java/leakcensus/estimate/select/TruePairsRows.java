package leakcensus.estimate.select;

import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.linkage.TruePairs;

/**
 * The rows that follow from the number of true pairs alone.
 *
 * <pre>{@code
 * n records of the sample     R records of the dump     T true pairs in [T_l, T_u], see TruePairs
 *
 * birthday_linked         N = n (n - 1) / (2 T),  from n (n - 1) / (2 T_u) to n (n - 1) / (2 T_l)
 * cv0_lower_bound_linked  at least 1 / (1/R + 2 T_u / (n (n - 1))), at most R
 * }</pre>
 *
 * <p>Units: records and pairs in, persons out. Where there may be no true pair, the first row has
 * no number and no upper end.
 *
 * <p>Errors: persons with unequal numbers of records make the first row low; its lower end is a
 * bound all the same. See {@link TruePairs} for what is taken of the links.
 *
 * <p>Source: the second moment of draws, see {@link HomogeneousLowerBound}.
 */
public final class TruePairsRows {

  private static final String BIRTHDAY = "birthday_linked";
  private static final String LOWER_BOUND = "cv0_lower_bound_linked";

  private static final String LINKS =
      " Links between strangers are as frequent as among decoys and as stated for households; pairs of"
          + " one person are missed as often as planted copies.";

  private final TruePairs pairs;
  private final double comparedPairs;
  private final double confidence;

  /**
   * The rows of a sample.
   *
   * @param pairs its true pairs
   * @param sampleRecords its records, two at least
   */
  public TruePairsRows(TruePairs pairs, long sampleRecords) {
    if (!(sampleRecords >= 2)) {
      throw new IllegalArgumentException(
          "Invalid records: %d (two at least make a pair)".formatted(sampleRecords));
    }
    this.pairs = pairs;
    comparedPairs = sampleRecords * (sampleRecords - 1.0) / 2;
    confidence = pairs.confidence();
  }

  /** Persons if everybody has as many records as anybody else. */
  public PersonEstimate birthday() {
    PersonEstimate.Builder row =
        diagnosed(
            PersonEstimate.builder(EstimateScope.DUMP, BIRTHDAY, confidence)
                .lowerPersons(comparedPairs / pairs.upperPairs())
                .assumptions(
                    "Records were drawn one by one. Everybody is drawn with the same chance."
                        + LINKS));
    return pairs.includesNone()
        ? row.needed(
                "Fewer false links, or more decoys: all pairs of one person may be false, so there"
                    + " is no upper end.")
            .build()
        : row.persons(comparedPairs / pairs.pairs())
            .upperPersons(comparedPairs / pairs.lowerPairs())
            .build();
  }

  /** Persons at least, whatever the law of their records. */
  public PersonEstimate lowerBound(double dumpRecords) {
    return lowerBound(dumpRecords, dumpRecords);
  }

  /** The same where the number of records, or of mentions, lies between two numbers. */
  PersonEstimate lowerBound(double fewestDumpRecords, double mostDumpRecords) {
    return diagnosed(
            PersonEstimate.builder(EstimateScope.DUMP, LOWER_BOUND, confidence)
                .lowerPersons(1 / (1 / fewestDumpRecords + pairs.upperPairs() / comparedPairs))
                .upperPersons(mostDumpRecords)
                .assumptions(
                    "Every record of the dump had the same chance to be in the sample, and the dump"
                        + " has the stated number of records. A lower bound whatever the number of"
                        + " records per person; the upper end is the number of records."
                        + LINKS))
        .build();
  }

  private PersonEstimate.Builder diagnosed(PersonEstimate.Builder row) {
    return row.diagnostic("observed_pairs", pairs.observedPairs())
        .diagnostic("false_pairs", pairs.falsePairs())
        .diagnostic("true_pairs", pairs.pairs())
        .diagnostic("true_pairs_lower_pairs", pairs.lowerPairs())
        .diagnostic("true_pairs_upper_pairs", pairs.upperPairs());
  }
}
