package leakcensus.simulate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.RatioWithInterval;
import leakcensus.estimate.WilsonInterval;

/**
 * What the selected estimates of many samples were worth.
 *
 * @param design how the samples were drawn
 * @param law records per person
 * @param sampledRatio sampled part of the records
 * @param persons persons of the dump
 * @param answered samples whose selected estimate is identifiable
 * @param coverage part of the answered samples whose interval holds the truth, with Wilson's
 *     interval; an interval may be open above
 * @param medianErrorRatio median of the distance of the estimate from the truth, over the truth
 * @param medianWidthRatio median of the upper end over the lower end, where there is one
 */
public record SimulatedCell(
    String design,
    String law,
    double sampledRatio,
    long persons,
    RatioWithInterval answered,
    RatioWithInterval coverage,
    OptionalDouble medianErrorRatio,
    OptionalDouble medianWidthRatio) {

  static SimulatedCell of(
      String design, String law, double sampledRatio, long persons, List<PersonEstimate> rows) {
    List<PersonEstimate> answers =
        rows.stream().filter(row -> row.identifiable() && row.upperPersons().isPresent()).toList();
    long held =
        answers.stream()
            .filter(
                row ->
                    row.lowerPersons().orElse(0) <= persons
                        && persons <= row.upperPersons().orElse(Double.POSITIVE_INFINITY))
            .count();
    return new SimulatedCell(
        design,
        law,
        sampledRatio,
        persons,
        WilsonInterval.of(answers.size(), rows.size(), 0.95),
        WilsonInterval.of(held, Math.max(1, answers.size()), 0.95),
        median(
            answers.stream().filter(row -> row.persons().isPresent()).toList(),
            row -> Math.abs(row.persons().orElseThrow() / persons - 1)),
        median(
            answers.stream().filter(row -> row.upperPersons().isPresent()).toList(),
            row -> row.upperPersons().orElseThrow() / row.lowerPersons().orElseThrow()));
  }

  private static OptionalDouble median(
      List<PersonEstimate> rows, ToDoubleFunction<PersonEstimate> value) {
    double[] sorted = rows.stream().mapToDouble(value).sorted().toArray();
    return sorted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
  }
}
