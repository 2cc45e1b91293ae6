package leakcensus.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import leakcensus.config.CensusConfig;
import leakcensus.count.CountTable;
import leakcensus.disclosure.PersonCounts;
import leakcensus.disclosure.StrataCounts;
import leakcensus.disclosure.WithholdShares;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.PersonEstimate;
import leakcensus.population.AffectedPersons;
import leakcensus.population.ComparePopulation;
import leakcensus.population.DimensionPersons;
import leakcensus.population.MeasureRepresentativeness;
import leakcensus.population.Population;
import leakcensus.population.PopulationDimension;
import leakcensus.population.PopulationDimension.Kind;
import leakcensus.population.PopulationShare;
import leakcensus.population.Representativeness;
import leakcensus.population.SmallCells;
import leakcensus.population.StratumPersons;

/**
 * Holds the affected persons against the parts of populations, and adds the estimates of all parts
 * up.
 *
 * <p>The sum over parts, post-stratified, needs less of a law of records: who is of one region or
 * age may stand in the dump more often than others. Where it differs from the plain number, records
 * are spread unevenly over the parts.
 */
final class CompareStrata {

  private static final String METHOD = "post_stratified_";

  private final CensusConfig config;
  private final EstimateStrata strata;
  private final SmallCells smallCells;
  private final long persons;

  CompareStrata(
      CensusFacts facts, LinkageBounds linkage, TestedDesign tested, CensusConfig config) {
    this.config = config;
    persons = facts.persons(CountTable.ALL_SOURCES).observedPersons();
    smallCells = config.disclosure().smallCells();
    strata = new EstimateStrata(facts, linkage, tested, config.confidence(), smallCells);
  }

  StrataFindings findings(List<Population> populations, AffectedPersons affected) {
    List<PopulationDimension> dimensions = new ArrayList<>();
    populations.forEach(
        population ->
            dimensions.addAll(PopulationDimension.of(population, config.population().leakDate())));
    List<PopulationShare> shares = new ArrayList<>();
    List<PersonEstimate> estimates = new ArrayList<>();
    List<StrataCounts> seen = new ArrayList<>();
    for (PopulationDimension dimension : dimensions) {
      DimensionPersons ofStrata = strata.of(dimension);
      shares.addAll(
          ComparePopulation.compare(
              dimension, ofStrata, affected, smallCells, config.disclosure().rounding()));
      if (StrataCounts.addsUp(dimension.kind().key())) {
        seen.add(counts(dimension, ofStrata));
      }
      sum(dimension, ofStrata)
          .filter(row -> estimates.stream().noneMatch(has -> has.method().equals(row.method())))
          .ifPresent(estimates::add);
    }
    List<PopulationShare> told =
        WithholdShares.of(shares, PersonCounts.ofStrata(persons, seen), smallCells.fewestPersons());
    return new StrataFindings(told, representativeness(dimensions, told), estimates);
  }

  /** Of the rows that are told: what is measured on a withheld one would give it away. */
  private static List<Representativeness> representativeness(
      List<PopulationDimension> dimensions, List<PopulationShare> told) {
    List<Representativeness> measured = new ArrayList<>();
    for (PopulationDimension dimension : dimensions) {
      List<PopulationShare> rows = told.stream().filter(row -> row.isOf(dimension)).toList();
      MeasureRepresentativeness.of(dimension, rows).ifPresent(measured::add);
    }
    return measured;
  }

  private StrataCounts counts(PopulationDimension dimension, DimensionPersons persons) {
    SortedMap<String, OptionalLong> seen = new TreeMap<>();
    persons.strata().forEach((key, stratum) -> seen.put(key, OptionalLong.of(stratum.seen())));
    return new StrataCounts(
        dimension.population().key(),
        dimension.kind().key(),
        smallCells.suppress(persons.seen()),
        seen);
  }

  private Optional<PersonEstimate> sum(PopulationDimension dimension, DimensionPersons persons) {
    List<AffectedPersons> parts = new ArrayList<>();
    persons.strata().values().stream().map(StratumPersons::affected).forEach(parts::add);
    parts.add(persons.unplaced());
    long inhabited =
        persons.strata().values().stream().filter(stratum -> stratum.seen() > 0).count();
    if (inhabited < 2
        || dimension.kind() == Kind.AGE_SEX
        || parts.stream()
            .anyMatch(part -> part.persons().isEmpty() || part.upperPersons().isEmpty())) {
      return Optional.empty();
    }
    double best = parts.stream().mapToDouble(part -> part.persons().orElseThrow()).sum();
    return Optional.of(
        PersonEstimate.builder(
                EstimateScope.DUMP, METHOD + dimension.kind().key(), config.confidence())
            .persons(best)
            .lowerPersons(parts.stream().mapToDouble(AffectedPersons::lowerPersons).sum())
            .upperPersons(
                parts.stream().mapToDouble(part -> part.upperPersons().orElseThrow()).sum())
            .assumptions(
                "The sum of the parts of a population, each from its own counts, and of the persons"
                    + " of no known part. Both ends add up the ends of the parts, as if all erred to"
                    + " one side.")
            .diagnostic("parts", parts.size())
            .build());
  }
}
