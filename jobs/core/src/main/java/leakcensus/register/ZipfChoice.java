package leakcensus.register;

import java.util.Arrays;
import leakcensus.synthetic.RandomStream;

/** Ranks, of which rank r is drawn in proportion to (r + 1)^-exponent. */
final class ZipfChoice {

  private final double[] upTo;

  ZipfChoice(int ranks, double exponent) {
    this.upTo = new double[ranks];
    double sum = 0;
    for (int rank = 0; rank < ranks; rank++) {
      sum += Math.pow(rank + 1, -exponent);
      upTo[rank] = sum;
    }
  }

  /** A rank, from 0. */
  int draw(RandomStream random) {
    double place = random.nextRatio() * upTo[upTo.length - 1];
    int found = Arrays.binarySearch(upTo, place);
    return Math.min(found < 0 ? -found - 1 : found + 1, upTo.length - 1);
  }
}
