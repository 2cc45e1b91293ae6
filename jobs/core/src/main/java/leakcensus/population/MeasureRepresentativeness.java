package leakcensus.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Holds the persons of a sample against a population, part by part.
 *
 * <pre>{@code
 * o_i   part of the placed persons in stratum i      e_i   its share of the people of all strata
 * total variation = sum |o_i - e_i| / 2
 * stability index = sum (o_i - e_i) ln(o_i / e_i),  half a person for nobody
 * chi-square      = S sum (o_i - e_i)^2 / e_i,      strata - 1 degrees of freedom
 * }</pre>
 *
 * <p>Units: persons in, ratios out. Withheld strata count as one, since two unknown cells and three
 * measures would give both away.
 *
 * <p>Errors: the test takes persons for independent draws. Leaks hold families, firms and towns,
 * and of a large sample any difference is significant: read the distances, not the p-value. Fewer
 * than a hundred persons are not compared.
 *
 * <p>Source: K. Pearson (1900), Phil. Mag. 50, 157-175; the stability index is the symmetrised
 * divergence of S. Kullback, R. A. Leibler (1951), Ann. Math. Statist. 22, 79-86.
 */
public final class MeasureRepresentativeness {

  private static final long FEWEST_PERSONS = 100;

  private MeasureRepresentativeness() {}

  /** The measures of the rows of one dimension; nothing where there is nothing to compare. */
  public static Optional<Representativeness> of(
      PopulationDimension dimension, List<PopulationShare> rows) {
    if (dimension.kind() == PopulationDimension.Kind.AGE_SEX || dimension.strata().size() < 2) {
      return Optional.empty();
    }
    List<PopulationShare> strata =
        rows.stream().filter(row -> row.populationPersons() > 0).skip(1).toList();
    long placed = rows.get(0).sample().map(StratumShare::seen).orElse(0L);
    long outside =
        rows.stream()
            .filter(row -> row.stratum().equals(ComparePopulation.OTHER))
            .mapToLong(row -> row.sample().map(StratumShare::seen).orElse(0L))
            .sum();
    long seen = placed - outside;
    if (seen < FEWEST_PERSONS) {
      return Optional.of(tooFew(dimension, strata.size()));
    }
    return Optional.of(measure(dimension, strata, seen));
  }

  private static Representativeness tooFew(PopulationDimension dimension, int strata) {
    return new Representativeness(
        dimension.population().key(),
        dimension.kind().key(),
        0,
        strata,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Math.max(1, strata - 1),
        OptionalDouble.empty(),
        "Fewer than %d persons are known to be of some %s; that is too few to compare."
            .formatted(FEWEST_PERSONS, ReadRepresentation.word(dimension.kind())));
  }

  private static Representativeness measure(
      PopulationDimension dimension, List<PopulationShare> strata, long seen) {
    double people = strata.stream().mapToDouble(PopulationShare::populationPersons).sum();
    List<double[]> cells = new ArrayList<>();
    double hiddenPeople = 0;
    double hiddenSeen = seen;
    for (PopulationShare stratum : strata) {
      if (stratum.suppressed()) {
        hiddenPeople += stratum.populationPersons();
      } else {
        double own = stratum.sample().orElseThrow().seen();
        hiddenSeen -= own;
        cells.add(new double[] {own / seen, stratum.populationPersons() / people});
      }
    }
    if (hiddenPeople > 0) {
      cells.add(new double[] {Math.max(0, hiddenSeen) / seen, hiddenPeople / people});
    }
    double variation = 0;
    double stability = 0;
    double chiSquare = 0;
    for (double[] cell : cells) {
      double distance = cell[0] - cell[1];
      variation += Math.abs(distance) / 2;
      stability += distance * Math.log(Math.max(cell[0], 0.5 / seen) / cell[1]);
      chiSquare += seen * distance * distance / cell[1];
    }
    int degrees = Math.max(1, cells.size() - 1);
    return new Representativeness(
        dimension.population().key(),
        dimension.kind().key(),
        seen,
        cells.size(),
        OptionalDouble.of(variation),
        OptionalDouble.of(stability),
        OptionalDouble.of(chiSquare),
        degrees,
        OptionalDouble.of(ChiSquaredDistribution.of(degrees).survivalProbability(chiSquare)),
        new ReadRepresentation(dimension, strata, seen).reading(variation));
  }
}
