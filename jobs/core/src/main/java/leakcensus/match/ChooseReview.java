package leakcensus.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import leakcensus.block.LongTable;

/**
 * Chooses a limited number of pairs for review, spread evenly over the bands of evidence.
 *
 * <p>Inside a band those come first whose positions mix to the smallest number: an order that looks
 * random, and is the same in every run, since neither key nor split enters it. Choosing from parts
 * and then from what was chosen of them gives what choosing from all gives. Holds at most the limit
 * for each band.
 */
public final class ChooseReview {

  private static final Comparator<Candidate> ORDER =
      Comparator.comparingLong(Candidate::order)
          .thenComparing(Candidate::left)
          .thenComparing(Candidate::right);

  private static final double DECIMALS = 1_000;

  private final int limit;
  private final List<PriorityQueue<Candidate>> bands = new ArrayList<>();

  /** A choice of at most this many pairs. */
  public ChooseReview(int limit) {
    this.limit = limit;
    for (int band = 0; band < ReviewBand.COUNT; band++) {
      bands.add(new PriorityQueue<>(ORDER.reversed()));
    }
  }

  /** Looks at some located pairs. */
  public void add(LongTable located) {
    for (int row = 0; row < located.size(); row++) {
      Candidate candidate = candidate(located, row);
      PriorityQueue<Candidate> band = bands.get(ReviewBand.of(candidate.logOdds()));
      band.add(candidate);
      if (band.size() > limit) {
        band.remove();
      }
    }
  }

  /** Those of one band that may be chosen still, as located pairs. */
  public LongTable kept(int band) {
    LongTable kept = ReviewColumns.located();
    bands.get(band).stream().sorted(ORDER).forEach(candidate -> candidate.appendTo(kept));
    return kept;
  }

  /**
   * The pairs chosen: one of each band in turn, those nearest to even odds first. So the first few
   * are spread like all of them, whoever stops early.
   */
  public List<ReviewPair> chosen() {
    List<List<Candidate>> sorted =
        bands.stream().map(band -> band.stream().sorted(ORDER).toList()).toList();
    List<ReviewPair> chosen = new ArrayList<>();
    for (int turn = 0; turn < limit && chosen.size() < limit; turn++) {
      for (int step = 0; step < ReviewBand.COUNT && chosen.size() < limit; step++) {
        List<Candidate> band = sorted.get(fromTheMiddle(step));
        if (turn < band.size()) {
          chosen.add(band.get(turn).pair());
        }
      }
    }
    return chosen;
  }

  private static int fromTheMiddle(int step) {
    int middle = ReviewBand.COUNT / 2;
    return step % 2 == 0 ? middle + step / 2 : middle - 1 - step / 2;
  }

  private static Candidate candidate(LongTable located, int row) {
    MentionPosition one =
        position(located, row, ReviewColumns.LEFT_FILE, ReviewColumns.LEFT_POSITION);
    MentionPosition other =
        position(located, row, ReviewColumns.RIGHT_FILE, ReviewColumns.RIGHT_POSITION);
    double logOdds = LocateReview.logOdds(located, row, ReviewColumns.LOG_ODDS);
    return one.compareTo(other) < 0
        ? new Candidate(logOdds, one, other)
        : new Candidate(logOdds, other, one);
  }

  private static MentionPosition position(LongTable located, int row, int file, int position) {
    return new MentionPosition(
        (int) located.at(row, file),
        located.at(row, position),
        (int) located.at(row, position + 1));
  }

  /** A pair in the order of the leak. */
  private record Candidate(double logOdds, MentionPosition left, MentionPosition right) {

    long order() {
      return mixed(mixed(0, left), right);
    }

    ReviewPair pair() {
      double probability = 1 / (1 + Math.exp(-logOdds));
      return new ReviewPair(left, right, Math.rint(probability * DECIMALS) / DECIMALS);
    }

    void appendTo(LongTable located) {
      located.append(
          Double.doubleToLongBits(logOdds),
          left.fileId(),
          left.position(),
          left.slot(),
          right.fileId(),
          right.position(),
          right.slot());
    }

    private static long mixed(long seed, MentionPosition position) {
      return mixed(mixed(mixed(seed, position.fileId()), position.position()), position.slot());
    }

    /** The finaliser of MurmurHash3. */
    private static long mixed(long seed, long value) {
      long mix = seed * 0x9E37_79B9_7F4A_7C15L + value + 1;
      mix = (mix ^ (mix >>> 33)) * 0xFF51_AFD7_ED55_8CCDL;
      mix = (mix ^ (mix >>> 33)) * 0xC4CE_B9FE_1A85_EC53L;
      return mix ^ (mix >>> 33);
    }
  }
}
