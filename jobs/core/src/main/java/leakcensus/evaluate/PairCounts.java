package leakcensus.evaluate;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds up the cells of the table run person x true person, whatever their order, and scores the
 * run.
 *
 * <pre>{@code
 * c  mentions of a cell      a  mentions of its run person      b  mentions of its true person
 * n = sum c
 *
 * joined pairs    sum c (a - 1) / 2      pairwise precision  right / joined
 * true pairs      sum c (b - 1) / 2      pairwise recall     right / true
 * right pairs     sum c (c - 1) / 2
 * B-cubed precision  sum (c^2 / a) / n   B-cubed recall      sum (c^2 / b) / n
 * }</pre>
 *
 * <p>Units: mentions in, ratios out.
 *
 * <p>Errors: sums are whole numbers, kept per size of a person for the B-cubed ratios, so the
 * result does not depend on the order of the cells; an overflow is an {@link ArithmeticException}.
 * Where nothing was joined precision is 1, where nothing belongs together recall is 1. The sizes
 * must be those of the same set of mentions; cells that are left out make every ratio wrong.
 *
 * <p>Sources: A. Bagga and B. Baldwin (1998), LREC workshop on linguistic coreference, 563-566
 * (B-cubed).
 */
public final class PairCounts {

  private final SortedMap<Long, Long> squaresByRunSize = new TreeMap<>();
  private final SortedMap<Long, Long> squaresByTrueSize = new TreeMap<>();
  private long mentions;
  private long joinedPairsTwice;
  private long truePairsTwice;
  private long rightPairsTwice;

  /** Adds one cell. */
  public void add(long cellMentions, long runPersonMentions, long truePersonMentions) {
    add(cellMentions, runPersonMentions, truePersonMentions, 1);
  }

  /** Adds a number of cells that look the same. */
  public void add(long cellMentions, long runPersonMentions, long truePersonMentions, long cells) {
    if (!(1 <= cellMentions
        && cellMentions <= Math.min(runPersonMentions, truePersonMentions)
        && cells >= 1)) {
      throw new IllegalArgumentException(
          "Invalid cell: %d of %d and %d mentions, %d times (must be 1 to the smaller of the two)"
              .formatted(cellMentions, runPersonMentions, truePersonMentions, cells));
    }
    long inCells = Math.multiplyExact(cellMentions, cells);
    long squares = Math.multiplyExact(cellMentions, inCells);
    mentions = Math.addExact(mentions, inCells);
    joinedPairsTwice = addProduct(joinedPairsTwice, inCells, runPersonMentions - 1);
    truePairsTwice = addProduct(truePairsTwice, inCells, truePersonMentions - 1);
    rightPairsTwice = addProduct(rightPairsTwice, inCells, cellMentions - 1);
    squaresByRunSize.merge(runPersonMentions, squares, Math::addExact);
    squaresByTrueSize.merge(truePersonMentions, squares, Math::addExact);
  }

  /** Number of mentions so far. */
  public long mentions() {
    return mentions;
  }

  /** Pairs that the run joined, in pairs. */
  public long joinedPairs() {
    return joinedPairsTwice / 2;
  }

  /** Pairs that belong together, in pairs. */
  public long truePairs() {
    return truePairsTwice / 2;
  }

  /** Pairs that the run joined and that belong together, in pairs. */
  public long rightPairs() {
    return rightPairsTwice / 2;
  }

  /** The scores of the cells so far. */
  public ClusterAgreement agreement() {
    if (mentions == 0) {
      throw new IllegalStateException("Cannot score a run: no mentions were added");
    }
    return ClusterAgreement.of(
        mentions,
        ratio(rightPairsTwice, joinedPairsTwice),
        ratio(rightPairsTwice, truePairsTwice),
        meanPart(squaresByRunSize),
        meanPart(squaresByTrueSize));
  }

  private double meanPart(SortedMap<Long, Long> squaresBySize) {
    double sum = 0;
    for (Map.Entry<Long, Long> squares : squaresBySize.entrySet()) {
      sum += (double) squares.getValue() / squares.getKey();
    }
    return Math.min(1, sum / mentions);
  }

  private static long addProduct(long sum, long left, long right) {
    return Math.addExact(sum, Math.multiplyExact(left, right));
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }
}
