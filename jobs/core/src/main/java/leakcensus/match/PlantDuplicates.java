package leakcensus.match;

import java.util.Optional;
import leakcensus.compare.CompareSignatures;
import leakcensus.compare.DeriveSignature;
import leakcensus.compare.FurtherValues;
import leakcensus.compare.PlantSlips;
import leakcensus.compare.Signature;
import leakcensus.count.CountTable;
import leakcensus.person.PersonField;

/**
 * Plants copies of mentions with one slip and with two, and counts what blocking and comparison
 * make of each pair. The copies themselves go nowhere: they are no mentions.
 *
 * <p>What a copy shares with its original alone is known here: neither how many others share a key,
 * which may be too many for it to bring anybody together, nor how common a value is. All equal
 * values are in the rarest band, for {@link TypicalBands} to correct.
 */
public final class PlantDuplicates {

  private static final long RANKS = 1L << 32;
  private static final int YEAR_CHARACTERS = 4;

  private final DeriveSignature deriver;
  private final long plantedRanks;
  private CountTable counts = new CountTable();

  /**
   * Plants copies of some mentions.
   *
   * @param deriver derives signatures under the key of the run
   * @param plantedRatio share of the mentions that are copied, a ratio in [0, 1]
   */
  public PlantDuplicates(DeriveSignature deriver, double plantedRatio) {
    if (!(plantedRatio >= 0 && plantedRatio <= 1)) {
      throw new IllegalArgumentException(
          "Invalid planted ratio: %s (must be a ratio inside [0, 1])".formatted(plantedRatio));
    }
    this.deriver = deriver;
    plantedRanks = (long) Math.ceil(plantedRatio * RANKS);
  }

  /** Whether a mention is to be copied: by its rank, so that no key enters. */
  public boolean wants(Signature original) {
    return original.rank() >>> Integer.SIZE < plantedRanks;
  }

  /** Plants copies of a mention that has one value of each field. */
  public void plant(Signature original, String[] normalised, int birthYear) {
    plant(original, normalised, FurtherValues.NONE, birthYear);
  }

  /** Plants copies of a mention; its further values do not slip. */
  public void plant(Signature original, String[] normalised, FurtherValues further, int birthYear) {
    for (int slips = 1; slips <= PlantedMatches.MOST_SLIPS; slips++) {
      Optional<String[]> copied = PlantSlips.copy(normalised, slips, original.rank());
      if (copied.isPresent()) {
        String[] copy = copied.get();
        Signature planted = deriver.derive(copy, further, birthYear(normalised, copy, birthYear));
        PlantedMatches.add(
            slips,
            CompareSignatures.pattern(original, planted),
            ComparePairs.commonRules(original, planted),
            counts);
      }
    }
  }

  /** What was counted since this was last asked for. */
  public CountTable takeCounts() {
    CountTable taken = counts;
    counts = new CountTable();
    return taken;
  }

  private static int birthYear(String[] original, String[] copy, int birthYear) {
    String date = copy[PersonField.BIRTH_DATE.ordinal()];
    if (date.equals(original[PersonField.BIRTH_DATE.ordinal()])) {
      return birthYear;
    }
    return date.isEmpty() ? 0 : Integer.parseInt(date, 0, YEAR_CHARACTERS, 10);
  }
}
