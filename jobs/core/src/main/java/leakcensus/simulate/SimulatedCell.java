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
 * @param answered samples with a selected estimate that has both ends
 * @param coverage part of the answered samples whose interval holds the truth, with Wilson's
 *     interval; of all samples where none was answered
 * @param medianErrorRatio median of the distance of the estimate from the truth, over the truth
 * @param medianWidthRatio median of the upper end over the lower end
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
                        && persons <= row.upperPersons().orElseThrow())
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
            answers, row -> row.upperPersons().orElseThrow() / row.lowerPersons().orElseThrow()));
  }

  private static OptionalDouble median(
      List<PersonEstimate> rows, ToDoubleFunction<PersonEstimate> value) {
    double[] sorted = rows.stream().mapToDouble(value).sorted().toArray();
    return sorted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
  }
}
