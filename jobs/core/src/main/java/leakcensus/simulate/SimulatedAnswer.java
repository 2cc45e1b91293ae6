package leakcensus.simulate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.gate.Gate;
import leakcensus.estimate.select.FrequencyAnswer;

/**
 * What the tool says of one sample, beside the truth.
 *
 * @param persons persons of the dump
 * @param seenPersons persons of the sample
 * @param selected the row that answers
 * @param methods rows of other methods, where they were asked for
 * @param orderGate what the order of the records says, where positions are known
 */
public record SimulatedAnswer(
    double persons,
    double seenPersons,
    PersonEstimate selected,
    List<PersonEstimate> methods,
    Optional<Gate> orderGate) {

  public SimulatedAnswer {
    methods = List.copyOf(methods);
    Objects.requireNonNull(selected, "selected");
    if (!(persons >= 0 && persons < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Invalid persons of a dump: %s (must be finite and >= 0)".formatted(persons));
    }
  }

  /** The selected row alone. */
  static SimulatedAnswer of(double persons, double seenPersons, PersonEstimate selected) {
    return new SimulatedAnswer(persons, seenPersons, selected, List.of(), Optional.empty());
  }

  /** All rows of the dump. */
  static SimulatedAnswer of(double persons, FrequencyAnswer answer) {
    return new SimulatedAnswer(
        persons,
        answer.selected(EstimateScope.SAMPLE).persons().orElseThrow(),
        answer.selected(EstimateScope.DUMP),
        answer.estimates().stream()
            .filter(row -> row.scope() == EstimateScope.DUMP && !row.selected())
            .toList(),
        Optional.empty());
  }

  /** This answer, with what the order of the records says. */
  SimulatedAnswer with(Gate gate) {
    return new SimulatedAnswer(persons, seenPersons, selected, methods, Optional.of(gate));
  }

  /** This answer with rows of further methods. */
  SimulatedAnswer and(List<PersonEstimate> further) {
    return new SimulatedAnswer(
        persons,
        seenPersons,
        selected,
        Stream.concat(methods.stream(), further.stream()).toList(),
        orderGate);
  }
}
