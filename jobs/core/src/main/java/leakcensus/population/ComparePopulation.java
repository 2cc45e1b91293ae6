package leakcensus.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sets the affected persons against a population, in all and by the region where an id was issued.
 *
 * <pre>{@code
 * s_r    persons whose valid id was issued in region r      S  their sum over all regions
 * [L, U] interval of all affected persons, N its best value
 *
 * lower_r = s_r     N_r = s_r max(1, N / S)     upper_r = s_r + max(0, U - S)
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

  static final String OTHER = "other";

  private final Population population;
  private final SortedMap<String, Long> seen;
  private final long seenInAll;
  private final AffectedPersons affected;

  private ComparePopulation(
      Population population, SortedMap<String, Long> seen, AffectedPersons affected) {
    this.population = population;
    this.seen = seen;
    this.seenInAll = seen.values().stream().reduce(0L, Math::addExact);
    this.affected = affected;
  }

  /** The rows of a population: the total, its strata in the population's order, then the others. */
  public static List<PopulationShare> compare(
      Population population,
      Map<String, Long> personsSeenByStratum,
      AffectedPersons affected,
      SmallCells smallCells) {
    return new ComparePopulation(population, cells(population, personsSeenByStratum), affected)
        .rows(smallCells);
  }

  private static SortedMap<String, Long> cells(
      Population population, Map<String, Long> personsSeenByStratum) {
    SortedMap<String, Long> cells = new TreeMap<>();
    population.strata().forEach(stratum -> cells.put(stratum.key(), 0L));
    personsSeenByStratum.forEach(
        (key, persons) -> {
          if (!(persons >= 0)) {
            throw new IllegalArgumentException(
                "Invalid persons seen in a stratum: %d (must be >= 0)".formatted(persons));
          }
          String known = cells.containsKey(key) ? key : OTHER;
          cells.merge(known, persons, Math::addExact);
        });
    return cells;
  }

  private List<PopulationShare> rows(SmallCells smallCells) {
    Set<String> suppressed = smallCells.suppressed(seen);
    List<PopulationShare> rows = new ArrayList<>();
    rows.add(total(smallCells));
    for (PopulationStratum stratum : population.strata()) {
      rows.add(row(PopulationPart.of(stratum), suppressed));
    }
    if (seen.containsKey(OTHER)) {
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
    long persons = seen.get(part.key());
    return PopulationShare.of(population.key(), part, persons, affected(persons));
  }

  private AffectedPersons affected(long persons) {
    return new AffectedPersons(
        persons,
        spread(persons, affected.persons()),
        affected.upperPersons().isPresent()
            ? OptionalDouble.of(
                persons + Math.max(0, affected.upperPersons().getAsDouble() - seenInAll))
            : OptionalDouble.empty());
  }

  private OptionalDouble spread(long persons, OptionalDouble best) {
    if (best.isEmpty() || seenInAll == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(persons * Math.max(1, best.getAsDouble() / seenInAll));
  }
}
