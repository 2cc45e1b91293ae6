package leakcensus.estimate.capture;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Draws persons of a known number onto lists that depend on each other in pairs. */
final class RandomCaptures {

  private static final int ROUNDS = 200;

  private final double[] upToHistory;
  private final int lists;

  /**
   * A law of histories.
   *
   * @param reached ratio of the persons that each list holds
   * @param oddsRatios odds ratio of each two lists among persons equal on the others, by their bits
   */
  RandomCaptures(double[] reached, Map<Integer, Double> oddsRatios) {
    this.lists = reached.length;
    double[] logits = Arrays.stream(reached).map(RandomCaptures::logit).toArray();
    double[] chances = chances(logits, oddsRatios);
    for (int round = 0; round < ROUNDS; round++) {
      for (int list = 0; list < lists; list++) {
        logits[list] += logit(reached[list]) - logit(reached(chances, list));
      }
      chances = chances(logits, oddsRatios);
    }
    Arrays.parallelPrefix(chances, Double::sum);
    this.upToHistory = chances;
  }

  CaptureHistories draw(int persons, RandomGenerator random) {
    Map<Integer, Long> counts = new TreeMap<>();
    for (int person = 0; person < persons; person++) {
      int found = Arrays.binarySearch(upToHistory, random.nextDouble());
      int history = Math.min(found < 0 ? -found - 1 : found, upToHistory.length - 1);
      if (history > 0) {
        counts.merge(history, 1L, Long::sum);
      }
    }
    return CaptureHistories.of(ReferenceCaptures.positions(lists), counts);
  }

  private double[] chances(double[] logits, Map<Integer, Double> oddsRatios) {
    double[] chances = new double[1 << lists];
    for (int history = 0; history < chances.length; history++) {
      int held = history;
      double logarithm =
          oddsRatios.entrySet().stream()
              .filter(entry -> (entry.getKey() & held) == entry.getKey())
              .mapToDouble(entry -> Math.log(entry.getValue()))
              .sum();
      for (int list = 0; list < lists; list++) {
        logarithm += (history >> list & 1) * logits[list];
      }
      chances[history] = Math.exp(logarithm);
    }
    double sum = Arrays.stream(chances).sum();
    return Arrays.stream(chances).map(chance -> chance / sum).toArray();
  }

  private static double reached(double[] chances, int list) {
    double sum = 0;
    for (int history = 0; history < chances.length; history++) {
      sum += (history >> list & 1) * chances[history];
    }
    return sum;
  }

  private static double logit(double ratio) {
    return Math.log(ratio / (1 - ratio));
  }
}
