package leakcensus.simulate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.capture.CaptureHistories;

/**
 * Several sources of the same persons, from each of which every record comes into the sample with
 * the same chance.
 *
 * <pre>{@code
 * P persons, q chance of a record, t flat sources:  persons of history h ~ Poisson(P q^|h| (1-q)^(t-|h|))
 *
 * one flat source and one by a law of records:  f_k of the second as in a single dump,
 *   those of them in the first ~ Binomial(f_k, q), others of the first ~ Poisson(q (P - sum f_k))
 * }</pre>
 */
final class FlatSources {

  private static final List<String> NAMES = List.of("flat", "second", "third");

  private final long persons;
  private final double ratio;

  /** Sources of so many persons, sampled at one ratio. */
  FlatSources(long persons, double ratio) {
    this.persons = persons;
    this.ratio = ratio;
  }

  /** Samples of flat sources alone. */
  FlatSample flat(int sources, SplittableRandom random) {
    Map<Integer, Long> histories = new TreeMap<>();
    Map<Long, Long> pooled = new TreeMap<>();
    for (int history = 1; history < 1 << sources; history++) {
      int held = Integer.bitCount(history);
      double chance = Math.pow(ratio, held) * Math.pow(1 - ratio, sources - held);
      long count = RandomCount.poisson(random, persons * chance);
      histories.put(history, count);
      pooled.merge((long) held, count, Long::sum);
    }
    return new FlatSample(
        count(histories, 1),
        count(histories, 2),
        count(histories, 3),
        CaptureHistories.of(NAMES.subList(0, sources), histories),
        Set.copyOf(NAMES.subList(0, sources)),
        FlatSample.frequencies(pooled));
  }

  /** Samples of a flat source and of one whose persons have records by the law of a dump. */
  FlatSample beside(SimulatedDump second, SplittableRandom random) {
    FrequencyOfFrequencies seen = second.draw(random).persons();
    Map<Long, Long> pooled = new TreeMap<>();
    long both = 0;
    double pairs = 0;
    for (Map.Entry<Long, Long> entry : seen.asMap().entrySet()) {
      long matched = RandomCount.binomial(random, entry.getValue(), ratio);
      both += matched;
      pairs += (double) matched * entry.getKey();
      pooled.merge(entry.getKey(), entry.getValue() - matched, Long::sum);
      pooled.merge(entry.getKey() + 1, matched, Long::sum);
    }
    long only = RandomCount.poisson(random, ratio * Math.max(0, persons - seen.observedPersons()));
    pooled.merge(1L, only, Long::sum);
    return new FlatSample(
        only + both,
        seen.records(),
        pairs,
        CaptureHistories.of(
            NAMES.subList(0, 2), Map.of(1, only, 2, seen.observedPersons() - both, 3, both)),
        Set.of(NAMES.get(0)),
        FlatSample.frequencies(pooled));
  }

  private static long count(Map<Integer, Long> histories, int lists) {
    return histories.entrySet().stream()
        .filter(entry -> (entry.getKey() & lists) == lists)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
