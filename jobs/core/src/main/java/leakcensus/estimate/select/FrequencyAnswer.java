package leakcensus.estimate.select;

import java.util.List;
import java.util.Objects;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.GoodTuringCoverage;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.gate.Gate;

/**
 * What a table of frequencies says.
 *
 * @param estimates rows of all methods, one selected for each scope
 * @param gates tests of the stated design
 * @param coverage part of the records that the sample has seen
 */
public record FrequencyAnswer(
    List<PersonEstimate> estimates, List<Gate> gates, GoodTuringCoverage coverage) {

  public FrequencyAnswer {
    estimates = List.copyOf(estimates);
    gates = List.copyOf(gates);
    Objects.requireNonNull(coverage, "coverage");
  }

  /** The row that answers for a scope. */
  public PersonEstimate selected(EstimateScope scope) {
    return estimates.stream()
        .filter(row -> row.scope() == scope && row.selected())
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("Missing selected estimate of scope " + scope.key()));
  }
}
