package leakcensus.simulate;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import leakcensus.estimate.capture.CaptureHistories;

/**
 * The chance of each set of lists to hold a person, where lists depend on each other in pairs and
 * persons differ in how easily they are held.
 *
 * <pre>{@code
 * P(h | x) ~ product over pairs j, k in h of w_jk * product over j in h of exp(a_j + s x)
 * P(h) = mean of P(h | x) over x normal;  a_j such that list j holds the part r_j of the persons
 * }</pre>
 */
final class CaptureLaw {

  private static final int ROUNDS = 200;
  private static final double[] EASE =
      IntStream.rangeClosed(-12, 12).mapToDouble(x -> x / 4.0).toArray();

  private final double[] chances;
  private final int lists;

  /**
   * A law.
   *
   * @param reached part of the persons that each list holds
   * @param oddsRatios odds ratio of pairs of lists by their two bits, among persons equal otherwise
   * @param deviation s, standard deviation of the log odds between persons
   */
  CaptureLaw(double[] reached, Map<Integer, Double> oddsRatios, double deviation) {
    this.lists = reached.length;
    double[] logits = Arrays.stream(reached).map(CaptureLaw::logit).toArray();
    double[] fitted = chances(logits, oddsRatios, deviation);
    for (int round = 0; round < ROUNDS; round++) {
      for (int list = 0; list < lists; list++) {
        logits[list] += logit(reached[list]) - logit(held(fitted, list));
      }
      fitted = chances(logits, oddsRatios, deviation);
    }
    this.chances = fitted;
  }

  /** The chance of a person to be on exactly these lists, by their bits; 0 for none. */
  double chance(int history) {
    return chances[history];
  }

  /** So many persons, each on the lists by chance. */
  CaptureHistories draw(long persons, SplittableRandom random) {
    Map<Integer, Long> counts = new TreeMap<>();
    long left = persons;
    double leftChance = 1;
    for (int history = 1; history < chances.length; history++) {
      long drawn = RandomCount.binomial(random, left, Math.min(1, chances[history] / leftChance));
      counts.put(history, drawn);
      left -= drawn;
      leftChance -= chances[history];
    }
    return CaptureHistories.of(
        IntStream.rangeClosed(1, lists).mapToObj(list -> "list-" + list).toList(), counts);
  }

  private double[] chances(double[] logits, Map<Integer, Double> oddsRatios, double deviation) {
    double[] mean = new double[1 << lists];
    double weights = 0;
    for (double ease : EASE) {
      double weight = Math.exp(-ease * ease / 2);
      double[] given = given(logits, oddsRatios, deviation * ease);
      for (int history = 0; history < mean.length; history++) {
        mean[history] += weight * given[history];
      }
      weights += weight;
    }
    for (int history = 0; history < mean.length; history++) {
      mean[history] /= weights;
    }
    return mean;
  }

  private double[] given(double[] logits, Map<Integer, Double> oddsRatios, double shift) {
    double[] given = new double[1 << lists];
    double sum = 0;
    for (int history = 0; history < given.length; history++) {
      double logarithm = shift * Integer.bitCount(history);
      for (Map.Entry<Integer, Double> pair : oddsRatios.entrySet()) {
        logarithm += (history & pair.getKey()) == pair.getKey() ? Math.log(pair.getValue()) : 0;
      }
      for (int list = 0; list < lists; list++) {
        logarithm += (history >> list & 1) * logits[list];
      }
      given[history] = Math.exp(logarithm);
      sum += given[history];
    }
    for (int history = 0; history < given.length; history++) {
      given[history] /= sum;
    }
    return given;
  }

  private static double held(double[] chances, int list) {
    return IntStream.range(0, chances.length)
        .filter(history -> (history >> list & 1) == 1)
        .mapToDouble(history -> chances[history])
        .sum();
  }

  private static double logit(double ratio) {
    return Math.log(ratio / (1 - ratio));
  }
}
