package leakcensus.simulate;

import java.util.List;

/**
 * A made-up dump whose sample is linked with error, and what decoys and planted copies tell of it.
 *
 * @param law records per person
 * @param sampledRatio sampled part of the dump
 * @param sampleRecords records of a sample, about
 * @param falseRatio false links per pair of strangers
 * @param missedRatio pairs of one person that are not linked by themselves, a ratio
 * @param missing what they have in common
 * @param decoyPairs pairs of decoys that are compared
 * @param plantedPairs copies that are planted
 * @param householdPairs false pairs of people who are no strangers, in the mean
 * @param statedHouseholdPairs what is stated of them
 */
public record LinkageSetting(
    PopulationLaw law,
    double sampledRatio,
    double sampleRecords,
    double falseRatio,
    double missedRatio,
    Missing missing,
    long decoyPairs,
    long plantedPairs,
    double householdPairs,
    double statedHouseholdPairs) {

  /** What misses a pair of one person. */
  public enum Missing {
    /** Each pair by itself, so that other records of the person may still join the two. */
    PAIRS,
    /** A record that is linked with no other. */
    RECORDS,
    /** A person none of whose records are linked. */
    PERSONS
  }

  public LinkageSetting {
    if (!(0 <= falseRatio && falseRatio <= 1e-6 && 0 <= missedRatio && missedRatio < 1)) {
      throw new IllegalArgumentException(
          "Invalid linkage: %s false and %s missed (must be 0 to 1e-6 and 0 to below 1)"
              .formatted(falseRatio, missedRatio));
    }
  }

  /** The settings, from links without error to many false and missed ones. */
  public static List<LinkageSetting> all() {
    return List.of(
        of("poisson", 1e-2, 1e5).errors(0, 0, Missing.PAIRS, 1),
        of("poisson", 1e-3, 1e5).errors(1e-9, 0.05, Missing.PAIRS, 1),
        of("geometric", 1e-3, 1e5).errors(1e-8, 0.1, Missing.PAIRS, 1),
        of("geometric", 1e-3, 1e5).errors(1e-7, 0.1, Missing.PAIRS, 1),
        of("three", 1e-3, 7.5e5).errors(1e-9, 0.1, Missing.PAIRS, 1),
        of("poisson", 1e-3, 7.5e5).errors(1e-8, 0.2, Missing.RECORDS, 1),
        of("lognormal-1", 1e-3, 7.5e5).errors(1e-9, 0.3, Missing.PERSONS, 1),
        of("cut-geometric", 1e-4, 7.5e5).errors(1e-9, 0.1, Missing.PERSONS, 1),
        of("one-or-ten", 1e-2, 1e5).errors(0, 0.3, Missing.PAIRS, 1),
        of("geometric", 1e-2, 1e5).errors(1e-8, 0.3, Missing.PERSONS, 1),
        of("negbin-0.3", 1e-2, 1e5).errors(1e-7, 0.2, Missing.RECORDS, 1),
        of("lognormal-1", 1e-2, 1e5).errors(1e-8, 0.2, Missing.PAIRS, 0.01),
        of("poisson", 1e-2, 1e5).errors(1e-7, 0.1, Missing.PAIRS, 0.01),
        of("poisson", 1e-1, 1e5).errors(1e-8, 0.1, Missing.PAIRS, 1),
        of("geometric", 1e-1, 1e5).errors(1e-7, 0.3, Missing.PAIRS, 1),
        of("three-kinds", 1e-1, 1e5).errors(1e-8, 0.3, Missing.PERSONS, 1),
        of("one-or-ten", 1e-1, 1e5).errors(1e-7, 0.2, Missing.RECORDS, 1),
        of("poisson", 1e-3, 1e5).errors(1e-8, 0.1, Missing.PAIRS, 1).households(60, 60),
        of("geometric", 1e-2, 1e5).errors(1e-8, 0.2, Missing.RECORDS, 1).households(600, 600),
        of("geometric", 1e-2, 1e5).errors(1e-8, 0.2, Missing.RECORDS, 1).households(600, 0));
  }

  private static LinkageSetting of(String law, double sampledRatio, double sampleRecords) {
    PopulationLaw found =
        PopulationLaw.all().stream()
            .filter(any -> any.name().equals(law))
            .findFirst()
            .orElseThrow();
    return new LinkageSetting(found, sampledRatio, sampleRecords, 0, 0, Missing.PAIRS, 1, 1, 0, 0);
  }

  /** Decoys are so many times the records of the sample, compared with all of them. */
  private LinkageSetting errors(
      double falsely, double missed, Missing commonCause, double decoysPerRecord) {
    return new LinkageSetting(
        law,
        sampledRatio,
        sampleRecords,
        falsely,
        missed,
        commonCause,
        Math.round(sampleRecords * sampleRecords * decoysPerRecord),
        1000,
        householdPairs,
        statedHouseholdPairs);
  }

  private LinkageSetting households(double pairs, double stated) {
    return new LinkageSetting(
        law,
        sampledRatio,
        sampleRecords,
        falseRatio,
        missedRatio,
        missing,
        decoyPairs,
        plantedPairs,
        pairs,
        stated);
  }
}
