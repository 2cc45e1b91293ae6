package leakcensus.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.capture.CaptureHistories;
import leakcensus.estimate.select.EstimateHistories;
import leakcensus.estimate.select.FrequencyAnswer;

/** Ten thousand persons on several lists, each of which holds a small or a larger part of them. */
final class CaptureRegime implements Regime {

  private static final long PERSONS = 10_000;
  private static final List<Double> REACHED = List.of(0.15, 0.35);
  private static final double SMALLEST_LIST = 0.7;
  private static final double LIST_STEP = 0.2;

  private final String name;
  private final String meaning;
  private final List<Integer> lists;
  private final List<Dependence> dependences;

  /** How the lists depend on each other; odds ratios by the bits of two lists. */
  private record Dependence(String name, Map<Integer, Double> oddsRatios, double deviation) {}

  private CaptureRegime(
      String name, String meaning, List<Integer> lists, List<Dependence> dependences) {
    this.name = name;
    this.meaning = meaning;
    this.lists = lists;
    this.dependences = dependences;
  }

  static List<Regime> all() {
    List<Dependence> pairs =
        List.of(
            new Dependence("none", Map.of(), 0),
            new Dependence("pair-3", Map.of(3, 3.0), 0),
            new Dependence("pair-0.4", Map.of(3, 0.4), 0),
            new Dependence("3-and-0.5", Map.of(3, 3.0, 6, 0.5), 0));
    return List.of(
        new CaptureRegime(
            "captures-two", "two lists, independent or not", List.of(2), pairs.subList(0, 3)),
        new CaptureRegime(
            "captures-pairs", "three and four lists that depend in pairs", List.of(3, 4), pairs),
        new CaptureRegime(
            "captures-all-pairs",
            "three and four lists, every two of them dependent",
            List.of(3, 4),
            List.of(
                new Dependence("all-1.5", everyPair(1.5), 0),
                new Dependence("all-0.7", everyPair(0.7), 0))),
        new CaptureRegime(
            "captures-differ",
            "three and four lists, persons differ in how easily they are held",
            List.of(3, 4),
            List.of(
                new Dependence("differ-0.5", Map.of(), 0.5),
                new Dependence("differ-1", Map.of(), 1))),
        new CaptureRegime(
            "captures-five",
            "five lists that depend in pairs; slow, on request",
            List.of(5),
            pairs));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String meaning() {
    return meaning;
  }

  @Override
  public boolean quick() {
    return !lists.contains(5);
  }

  @Override
  public List<SimulatedCase> cases(SimulationPlan plan) {
    List<SimulatedCase> cases = new ArrayList<>();
    for (double reached : REACHED) {
      for (int count : lists) {
        for (Dependence dependence : dependences) {
          Map<Integer, Double> oddsRatios = new TreeMap<>(dependence.oddsRatios());
          oddsRatios.keySet().removeIf(pair -> pair >= 1 << count);
          cases.add(
              new Case(
                  "%d-lists-%s".formatted(count, dependence.name()),
                  reached,
                  new CaptureLaw(reached(count, reached), oddsRatios, dependence.deviation()),
                  plan));
        }
      }
    }
    return cases;
  }

  private static double[] reached(int lists, double mean) {
    double[] parts =
        IntStream.range(0, lists).mapToDouble(at -> SMALLEST_LIST + LIST_STEP * at).toArray();
    double sum = IntStream.range(0, lists).mapToDouble(at -> parts[at]).sum();
    return IntStream.range(0, lists).mapToDouble(at -> mean * parts[at] * lists / sum).toArray();
  }

  /** Of four lists; fewer lists take their part of it. */
  private static Map<Integer, Double> everyPair(double oddsRatio) {
    Map<Integer, Double> pairs = new TreeMap<>();
    for (int first = 0; first < 4; first++) {
      for (int second = first + 1; second < 4; second++) {
        pairs.put(1 << first | 1 << second, oddsRatio);
      }
    }
    return pairs;
  }

  private record Case(String law, double sampledRatio, CaptureLaw captures, SimulationPlan plan)
      implements SimulatedCase {

    @Override
    public SimulatedAnswer draw(SplittableRandom random) {
      CaptureHistories drawn = captures.draw(PERSONS, random);
      FrequencyAnswer answer = EstimateHistories.estimate(drawn, Set.of(), plan.confidence());
      return plan.allMethods()
          ? SimulatedAnswer.of(PERSONS, answer)
          : SimulatedAnswer.of(
              PERSONS, drawn.observedPersons(), answer.selected(EstimateScope.DUMP));
    }
  }
}
