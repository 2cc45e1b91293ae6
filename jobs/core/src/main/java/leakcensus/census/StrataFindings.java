package leakcensus.census;

import java.util.List;
import leakcensus.estimate.PersonEstimate;
import leakcensus.population.PopulationShare;
import leakcensus.population.Representativeness;

/**
 * What a census says of the parts of populations.
 *
 * @param shares affected persons against each population and its parts
 * @param representativeness how much the persons of the sample are like each population
 * @param estimates persons of the dump, added up over the parts: references
 */
record StrataFindings(
    List<PopulationShare> shares,
    List<Representativeness> representativeness,
    List<PersonEstimate> estimates) {

  StrataFindings {
    shares = List.copyOf(shares);
    representativeness = List.copyOf(representativeness);
    estimates = List.copyOf(estimates);
  }
}
