package leakcensus.population;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sets the affected persons against a population, in all and by the region where an id was issued.
 *
 * <pre>{@code
 * s_r    persons of the sample whose valid id was issued in region r      S  their sum
 * [L_r, U_r], N_r    those of the dump, from the frequencies of the region alone
 * [L, U], N  all affected persons      U_0  upper end of those whose region is unknown
 *
 * lower_r = L_r     best_r = N_r max(1, N / sum N_r), or s_r max(1, N / S) without N_r
 * upper_r = the smaller of U_r + U_0 and s_r + max(0, U - S)
 * }</pre>
 *
 * <p>Units: persons in and out; shares are ratios. A share above 1 is a finding (registers hold the
 * dead and those who moved) and is never cut.
 *
 * <p>Errors: a region is where the id was issued, never where its holder lives, while the
 * population counts residents; migration alone makes shares differ. The lower end takes a valid id
 * for a person and its region for read without error; an invented id that passes its check digit
 * breaks that. The upper end lets all persons of unknown region come from this one, so the upper
 * ends of several regions do not hold together. The best value spreads them in proportion, as if an
 * id were lacking equally often everywhere.
 *
 * <p>Persons of regions that the population does not list form the row {@code other}.
 */
public final class ComparePopulation {

  /** Key of persons whom no stratum of the population holds. */
  public static final String OTHER = "other";

  private final Population population;
  private final SortedMap<String, StratumPersons> strata;
  private final long seenInAll;
  private final boolean estimatedAlone;
  private final double placedInAll;
  private final AffectedPersons affected;
  private final AffectedPersons unplaced;

  private ComparePopulation(
      Population population,
      SortedMap<String, StratumPersons> strata,
      AffectedPersons affected,
      AffectedPersons unplaced) {
    this.population = population;
    this.strata = strata;
    this.affected = affected;
    this.unplaced = unplaced;
    seenInAll = strata.values().stream().map(StratumPersons::seen).reduce(0L, Math::addExact);
    estimatedAlone =
        strata.values().stream().allMatch(stratum -> stratum.affected().persons().isPresent());
    placedInAll = strata.values().stream().mapToDouble(this::alone).sum();
  }

  /**
   * The rows of a population: the total, its strata in the population's order, then the others.
   *
   * @param strata persons of each stratum of the population, and {@link #OTHER} where there are
   * @param affected all affected persons
   * @param unplaced affected persons of no known stratum
   */
  public static List<PopulationShare> compare(
      Population population,
      SortedMap<String, StratumPersons> strata,
      AffectedPersons affected,
      AffectedPersons unplaced,
      SmallCells smallCells) {
    return new ComparePopulation(population, strata, affected, unplaced).rows(smallCells);
  }

  private List<PopulationShare> rows(SmallCells smallCells) {
    SortedMap<String, Long> seen = new TreeMap<>();
    strata.forEach((key, stratum) -> seen.put(key, stratum.seen()));
    Set<String> suppressed = smallCells.suppressed(seen);
    List<PopulationShare> rows = new ArrayList<>();
    rows.add(total(smallCells));
    for (PopulationStratum stratum : population.strata()) {
      rows.add(row(PopulationPart.of(stratum), suppressed));
    }
    if (strata.containsKey(OTHER)) {
      rows.add(
          row(new PopulationPart(OTHER, "outside the strata of the population", 0), suppressed));
    }
    return List.copyOf(rows);
  }

  private PopulationShare total(SmallCells smallCells) {
    PopulationStratum all = population.total();
    PopulationPart part = new PopulationPart(PopulationReader.TOTAL, all.label(), all.persons());
    return smallCells.isSmall(seenInAll)
        ? PopulationShare.suppressed(population.key(), part)
        : PopulationShare.of(population.key(), part, seenInAll, affected);
  }

  private PopulationShare row(PopulationPart part, Set<String> suppressed) {
    if (suppressed.contains(part.key())) {
      return PopulationShare.suppressed(population.key(), part);
    }
    StratumPersons stratum = strata.get(part.key());
    return PopulationShare.of(population.key(), part, stratum.seen(), affected(stratum));
  }

  private AffectedPersons affected(StratumPersons stratum) {
    double lower = stratum.affected().lowerPersons();
    OptionalDouble upper = upper(stratum);
    OptionalDouble best = best(stratum);
    if (best.isPresent()) {
      double inside =
          Math.max(lower, Math.min(upper.orElse(best.getAsDouble()), best.getAsDouble()));
      best = OptionalDouble.of(inside);
    }
    return new AffectedPersons(lower, best, upper);
  }

  private OptionalDouble upper(StratumPersons stratum) {
    double own =
        stratum.affected().upperPersons().orElse(Double.POSITIVE_INFINITY)
            + unplaced.upperPersons().orElse(Double.POSITIVE_INFINITY);
    double rest =
        stratum.seen()
            + Math.max(0, affected.upperPersons().orElse(Double.POSITIVE_INFINITY) - seenInAll);
    double upper = Math.max(stratum.affected().lowerPersons(), Math.min(own, rest));
    return Double.isFinite(upper) ? OptionalDouble.of(upper) : OptionalDouble.empty();
  }

  /** Persons of unknown region are spread in proportion. */
  private OptionalDouble best(StratumPersons stratum) {
    if (affected.persons().isEmpty() || placedInAll == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        alone(stratum) * Math.max(1, affected.persons().getAsDouble() / placedInAll));
  }

  /** By the stratum alone, where that can be said of all. */
  private double alone(StratumPersons stratum) {
    return estimatedAlone ? stratum.affected().persons().getAsDouble() : stratum.seen();
  }
}
