package leakcensus.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import leakcensus.estimate.RatioWithInterval;

/**
 * What one method was worth over all laws of a regime at one sampled part.
 *
 * @param regime name of the regime
 * @param sampledRatio sampled part
 * @param method name of the method
 * @param laws cases of this regime and part in which the method had a row
 * @param answeredRatio mean of the parts answered
 * @param leastAnswered the smallest part answered, and where
 * @param atLeastRatio mean part of the answers with a lower end alone
 * @param coverageRatio mean coverage
 * @param leastCoverage smallest coverage, and where
 * @param medianErrorRatio median over laws of the median error
 * @param biasRatio mean over laws of the bias
 * @param largestBias the bias farthest from 0, and where
 * @param medianWidthRatio median over laws of the median width
 * @param orderRefusedRatio mean part that the gate of the order refuses of those it can test
 * @param leastOrderRefused smallest such part, and where
 */
public record RegimeTotals(
    String regime,
    double sampledRatio,
    String method,
    int laws,
    double answeredRatio,
    AtLaw leastAnswered,
    OptionalDouble atLeastRatio,
    OptionalDouble coverageRatio,
    Optional<AtLaw> leastCoverage,
    OptionalDouble medianErrorRatio,
    OptionalDouble biasRatio,
    Optional<AtLaw> largestBias,
    OptionalDouble medianWidthRatio,
    OptionalDouble orderRefusedRatio,
    Optional<AtLaw> leastOrderRefused) {

  /**
   * A number and the law that it belongs to.
   *
   * @param ratio the number
   * @param law the law
   */
  public record AtLaw(double ratio, String law) {}

  private record Key(String regime, double sampledRatio, String method) {}

  /** Totals of rows, in the order in which they first come. */
  public static List<RegimeTotals> of(List<SimulatedCell> cells) {
    Map<Key, List<SimulatedCell>> groups = new LinkedHashMap<>();
    for (SimulatedCell cell : cells) {
      groups
          .computeIfAbsent(
              new Key(cell.regime(), cell.sampledRatio(), cell.method()), key -> new ArrayList<>())
          .add(cell);
    }
    return groups.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue())).toList();
  }

  private static RegimeTotals of(Key key, List<SimulatedCell> cells) {
    List<AtLaw> biases = numbers(cells, SimulatedCell::biasRatio);
    List<AtLaw> coverages = ratios(cells, SimulatedCell::coverage);
    List<AtLaw> refused = ratios(cells, SimulatedCell::orderRefused);
    List<AtLaw> answered = ratios(cells, cell -> Optional.of(cell.answered()));
    return new RegimeTotals(
        key.regime(),
        key.sampledRatio(),
        key.method(),
        cells.size(),
        mean(answered).orElseThrow(),
        first(answered, AtLaw::ratio).orElseThrow(),
        mean(numbers(cells, SimulatedCell::atLeastRatio)),
        mean(coverages),
        first(coverages, AtLaw::ratio),
        median(numbers(cells, SimulatedCell::medianErrorRatio)),
        mean(biases),
        first(biases, bias -> -Math.abs(bias.ratio())),
        median(numbers(cells, SimulatedCell::medianWidthRatio)),
        mean(refused),
        first(refused, AtLaw::ratio));
  }

  private static List<AtLaw> numbers(
      List<SimulatedCell> cells, Function<SimulatedCell, OptionalDouble> value) {
    return cells.stream()
        .filter(cell -> value.apply(cell).isPresent())
        .map(cell -> new AtLaw(value.apply(cell).orElseThrow(), cell.law()))
        .toList();
  }

  private static List<AtLaw> ratios(
      List<SimulatedCell> cells, Function<SimulatedCell, Optional<RatioWithInterval>> value) {
    return cells.stream()
        .map(cell -> value.apply(cell).map(ratio -> new AtLaw(ratio.ratio(), cell.law())))
        .flatMap(Optional::stream)
        .toList();
  }

  private static OptionalDouble mean(List<AtLaw> values) {
    return values.stream().mapToDouble(AtLaw::ratio).average();
  }

  private static OptionalDouble median(List<AtLaw> values) {
    return SimulatedCell.median(values.stream().mapToDouble(AtLaw::ratio));
  }

  private static Optional<AtLaw> first(List<AtLaw> values, ToDoubleFunction<AtLaw> order) {
    return values.stream().min(Comparator.comparingDouble(order));
  }
}
