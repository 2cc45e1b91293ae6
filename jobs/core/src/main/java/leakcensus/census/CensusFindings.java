package leakcensus.census;

import java.util.List;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.GoodTuringCoverage;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.claim.ClaimCheck;
import leakcensus.estimate.gate.Gate;
import leakcensus.population.Population;
import leakcensus.population.PopulationShare;
import leakcensus.population.Representativeness;

/**
 * What a census says of persons.
 *
 * @param facts what was counted
 * @param linkage number of persons in the sample, with the error of the linkage
 * @param estimates numbers of persons by scope and method
 * @param sourceEstimates numbers of persons of each source alone
 * @param gates tests of the stated design
 * @param coverage share of the persons' mentions that the sample has seen
 * @param claims claims held against the sample
 * @param populations populations compared with
 * @param shares affected persons against each population and its parts
 * @param representativeness how much the persons of the sample are like each population
 * @param uniqueness how many persons quasi-identifiers single out
 */
public record CensusFindings(
    CensusFacts facts,
    LinkageBounds linkage,
    List<PersonEstimate> estimates,
    List<SourceEstimate> sourceEstimates,
    List<Gate> gates,
    GoodTuringCoverage coverage,
    List<ClaimCheck> claims,
    List<Population> populations,
    List<PopulationShare> shares,
    List<Representativeness> representativeness,
    List<Uniqueness> uniqueness) {

  public CensusFindings {
    estimates = List.copyOf(estimates);
    sourceEstimates = List.copyOf(sourceEstimates);
    gates = List.copyOf(gates);
    claims = List.copyOf(claims);
    populations = List.copyOf(populations);
    shares = List.copyOf(shares);
    representativeness = List.copyOf(representativeness);
    uniqueness = List.copyOf(uniqueness);
  }

  /** The estimate that answers the question for a scope. */
  public PersonEstimate selected(EstimateScope scope) {
    return estimates.stream()
        .filter(estimate -> estimate.scope() == scope && estimate.selected())
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("Missing selected estimate of scope " + scope.key()));
  }
}
