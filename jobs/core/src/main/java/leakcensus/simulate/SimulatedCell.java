package leakcensus.simulate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.RatioWithInterval;
import leakcensus.estimate.WilsonInterval;
import leakcensus.estimate.gate.Gate;
import leakcensus.estimate.gate.Gate.Outcome;

/**
 * What the answers of one method to many samples of one case were worth.
 *
 * <p>The selected row answers where it is identifiable, or where its lower end says more than the
 * sample holds: "at least". Any other method answers where it is identifiable or gives a number or
 * an upper end, whether or not the stated design supports it.
 *
 * @param regime how samples come about
 * @param law records per person, or dependence of lists
 * @param sampledRatio sampled part of the records, or of the persons where lists hold persons
 * @param method {@link #SELECTED}, or the name of the method
 * @param persons persons of the dump; the mean, where each sample has a dump of its own
 * @param samples samples drawn
 * @param answered part of the samples that were answered, with Wilson's interval
 * @param atLeastRatio part of the answers that have a lower end alone
 * @param coverage part of the answers with an end whose interval holds the truth, with Wilson's
 *     interval; where an end is absent the interval is open there
 * @param medianErrorRatio median of the distance of the number from the truth, over the truth
 * @param biasRatio mean of the number over the truth, less one
 * @param medianWidthRatio median of the upper end over the lower end, where there are both
 * @param orderRefused part of the samples whose order the gate can test and refuses, with Wilson's
 *     interval; of the selected row, where positions are known and any order could be tested
 * @param orderTestedRatio part of the samples whose order the gate can test, where positions are
 *     known
 */
public record SimulatedCell(
    String regime,
    String law,
    double sampledRatio,
    String method,
    double persons,
    int samples,
    RatioWithInterval answered,
    OptionalDouble atLeastRatio,
    Optional<RatioWithInterval> coverage,
    OptionalDouble medianErrorRatio,
    OptionalDouble biasRatio,
    OptionalDouble medianWidthRatio,
    Optional<RatioWithInterval> orderRefused,
    OptionalDouble orderTestedRatio) {

  /** Stands for the method that the tool selects. */
  public static final String SELECTED = "selected";

  private static final double CONFIDENCE = 0.95;

  /** One row beside the truth of its sample. */
  record Judged(double persons, double seenPersons, PersonEstimate row) {

    boolean answers() {
      return row.identifiable()
          || (row.selected()
              ? row.lowerPersons().orElse(0) > seenPersons
              : row.persons().isPresent() || row.upperPersons().isPresent());
    }

    boolean atLeast() {
      return row.upperPersons().isEmpty() && row.lowerPersons().isPresent();
    }

    boolean hasEnd() {
      return row.lowerPersons().isPresent() || row.upperPersons().isPresent();
    }

    boolean holds() {
      return row.lowerPersons().orElse(0) <= persons
          && persons <= row.upperPersons().orElse(Double.POSITIVE_INFINITY);
    }

    double over() {
      return row.persons().orElseThrow() / persons;
    }
  }

  static SimulatedCell of(
      String regime,
      SimulatedCase drawn,
      String method,
      int samples,
      List<Judged> rows,
      List<Gate> gates) {
    List<Judged> answers = rows.stream().filter(Judged::answers).toList();
    List<Judged> intervals = answers.stream().filter(Judged::hasEnd).toList();
    List<Judged> numbers =
        answers.stream().filter(answer -> answer.row().persons().isPresent()).toList();
    long testable = gates.stream().filter(gate -> gate.outcome() != Outcome.NOT_TESTABLE).count();
    return new SimulatedCell(
        regime,
        drawn.law(),
        drawn.sampledRatio(),
        method,
        rows.stream().mapToDouble(Judged::persons).average().orElse(0),
        samples,
        WilsonInterval.of(answers.size(), samples, CONFIDENCE),
        answers.stream().mapToInt(answer -> answer.atLeast() ? 1 : 0).average(),
        ratio(intervals.stream().filter(Judged::holds).count(), intervals.size()),
        median(numbers, answer -> Math.abs(answer.over() - 1)),
        numbers.stream().mapToDouble(answer -> answer.over() - 1).average(),
        median(
            answers.stream()
                .filter(answer -> answer.row().upperPersons().isPresent())
                .filter(answer -> answer.row().lowerPersons().orElse(0) > 0)
                .toList(),
            answer ->
                answer.row().upperPersons().orElseThrow()
                    / answer.row().lowerPersons().orElseThrow()),
        ratio(gates.stream().filter(Gate::refuses).count(), testable),
        gates.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of((double) testable / gates.size()));
  }

  /** The middle of some numbers; none without any. */
  static OptionalDouble median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
  }

  private static OptionalDouble median(List<Judged> answers, ToDoubleFunction<Judged> value) {
    return median(answers.stream().mapToDouble(value));
  }

  private static Optional<RatioWithInterval> ratio(long successes, long trials) {
    return trials == 0
        ? Optional.empty()
        : Optional.of(WilsonInterval.of(successes, trials, CONFIDENCE));
  }
}
