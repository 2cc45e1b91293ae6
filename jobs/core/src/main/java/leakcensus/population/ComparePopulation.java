package leakcensus.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sets the affected persons against one dimension of a population.
 *
 * <pre>{@code
 * s_r    persons of the sample who are known to be of stratum r      S  their sum
 * [L_r, U_r], N_r    those of the dump, from the frequencies of the stratum alone
 * [L, U], N  all affected persons      U_0  upper end of those whose stratum is unknown
 *
 * lower_r = L_r     best_r = N_r g, g = max(1, N / sum N_r); s_r for N_r where some have none
 * upper_r = the smaller of U_r + U_0 and s_r + max(0, U - S)
 *
 * if those of unknown stratum are spread as the others are:
 * from the smaller of L_r g and s_r max(1, L / S), to the larger of U_r g and s_r U / S
 *
 * representation_r = (s_r / S) / p_r      residual_r = (s_r - S p_r) / sqrt(S p_r (1 - p_r)), S of listed strata
 * p_r    the stratum's share of all strata
 * }</pre>
 *
 * <p>Units: persons in and out; shares are ratios. A share above 1 is a finding (registers hold the
 * dead and those who moved) and is never cut.
 *
 * <p>Errors: a region is where the id was issued, never where its holder lives, while the
 * population counts residents; migration alone makes shares differ. Ages are those at the date of
 * the population: who has died since still counts in it. The lower end takes what tells the stratum
 * for read without error; an invented id that passes its check digit breaks that. The upper end
 * lets all persons of unknown stratum come from this one, so the upper ends of several strata do
 * not hold together. The best value spreads them in proportion.
 *
 * <p>Persons of strata that the population does not list form the row {@code other}, and with them
 * those of no known stratum where they are few.
 */
public final class ComparePopulation {

  /** Key of persons whom no stratum of the population holds. */
  public static final String OTHER = "other";

  private final PopulationDimension dimension;
  private final SortedMap<String, StratumPersons> strata;
  private final AffectedPersons affected;
  private final RoundCounts rounding;
  private final AffectedPersons unplaced;
  private final long seenInAll;
  private final boolean estimatedAlone;
  private final double placedInAll;
  private final long seenInStrata;
  private final double livingInStrata;

  private ComparePopulation(
      PopulationDimension dimension,
      DimensionPersons persons,
      AffectedPersons affected,
      RoundCounts rounding) {
    this.dimension = dimension;
    this.affected = affected;
    this.rounding = rounding;
    strata = persons.strata();
    unplaced = persons.unplaced();
    seenInAll = persons.seen();
    estimatedAlone =
        strata.values().stream().allMatch(stratum -> stratum.affected().persons().isPresent());
    placedInAll = strata.values().stream().mapToDouble(this::alone).sum();
    seenInStrata =
        dimension.strata().stream().mapToLong(stratum -> strata.get(stratum.key()).seen()).sum();
    livingInStrata = dimension.strata().stream().mapToDouble(PopulationStratum::persons).sum();
  }

  /**
   * The rows of a dimension: the total, its strata in the population's order, then the others.
   *
   * @param persons the affected persons by stratum
   * @param affected all affected persons
   * @param smallCells which rows are withheld, by true counts
   * @param rounding how the numbers of the others are rounded
   */
  public static List<PopulationShare> compare(
      PopulationDimension dimension,
      DimensionPersons persons,
      AffectedPersons affected,
      SmallCells smallCells,
      RoundCounts rounding) {
    return new ComparePopulation(dimension, persons, affected, rounding).rows(smallCells);
  }

  private List<PopulationShare> rows(SmallCells smallCells) {
    Set<String> suppressed = suppressed(smallCells);
    List<PopulationShare> rows = new ArrayList<>();
    if (dimension.kind() != PopulationDimension.Kind.AGE_SEX) {
      // The sums by age and by sex have one each.
      rows.add(total(smallCells));
    }
    for (PopulationStratum stratum : dimension.strata()) {
      rows.add(
          row(
              stratum.key(),
              stratum.label(),
              stratum.persons(),
              suppressed.contains(stratum.key())));
    }
    if (strata.containsKey(OTHER)) {
      rows.add(
          row(
              OTHER,
              "outside the strata of the population, or a few of none that is known",
              0,
              suppressed.contains(OTHER)));
    }
    return List.copyOf(rows);
  }

  private Set<String> suppressed(SmallCells smallCells) {
    SortedMap<String, Long> seen = new TreeMap<>();
    strata.forEach((key, stratum) -> seen.put(key, stratum.seen()));
    return dimension.kind() == PopulationDimension.Kind.AGE_SEX
        ? new WithholdBands(smallCells).of(seen)
        : smallCells.suppressed(seen);
  }

  private PopulationShare total(SmallCells smallCells) {
    PopulationStratum all = dimension.population().total();
    return new PopulationShare(
        dimension.population().key(),
        dimension.population().date(),
        dimension.kind().key(),
        PopulationReader.TOTAL,
        all.label(),
        all.persons(),
        smallCells.isSmall(seenInAll)
            ? Optional.empty()
            : Optional.of(
                new StratumShare(
                    rounding.nearest(seenInAll),
                    affected,
                    affected,
                    OptionalDouble.empty(),
                    OptionalDouble.empty())));
  }

  private PopulationShare row(String key, String label, long people, boolean suppressed) {
    return new PopulationShare(
        dimension.population().key(),
        dimension.population().date(),
        dimension.kind().key(),
        key,
        label,
        people,
        suppressed ? Optional.empty() : Optional.of(share(strata.get(key), people)));
  }

  private StratumShare share(StratumPersons stratum, long people) {
    long seenInAllStrata = rounding.nearest(seenInStrata);
    boolean comparable = people > 0 && seenInAllStrata > 0 && people < livingInStrata;
    double part = people / livingInStrata;
    double expected = seenInAllStrata * part;
    long seen = rounding.nearest(stratum.seen());
    return new StratumShare(
        seen,
        rounding.outwards(affected(stratum)),
        rounding.outwards(ifAlike(stratum)),
        comparable ? OptionalDouble.of(seen / expected) : OptionalDouble.empty(),
        comparable
            ? OptionalDouble.of((seen - expected) / Math.sqrt(expected * (1 - part)))
            : OptionalDouble.empty());
  }

  private AffectedPersons affected(StratumPersons stratum) {
    return ordered(stratum.affected().lowerPersons(), best(stratum), upper(stratum));
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

  private OptionalDouble best(StratumPersons stratum) {
    return affected.persons().isEmpty() || placedInAll == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(alone(stratum) * growth());
  }

  private AffectedPersons ifAlike(StratumPersons stratum) {
    OptionalDouble best = best(stratum);
    if (best.isEmpty() || seenInAll == 0) {
      return new AffectedPersons(
          stratum.affected().lowerPersons(), OptionalDouble.empty(), OptionalDouble.empty());
    }
    AffectedPersons own = stratum.affected();
    double ofAll = (double) stratum.seen() / seenInAll;
    double lower =
        Math.min(
            own.lowerPersons() * growth(),
            Math.max(stratum.seen(), ofAll * affected.lowerPersons()));
    OptionalDouble upper =
        affected.upperPersons().isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(
                Math.max(
                    own.upperPersons().orElse(0) * growth(),
                    ofAll * affected.upperPersons().getAsDouble()));
    return ordered(lower, best, upper);
  }

  private static AffectedPersons ordered(double lower, OptionalDouble best, OptionalDouble upper) {
    OptionalDouble atLeast =
        upper.isPresent() ? OptionalDouble.of(Math.max(lower, upper.getAsDouble())) : upper;
    return new AffectedPersons(
        lower,
        best.isPresent()
            ? OptionalDouble.of(
                Math.max(lower, Math.min(atLeast.orElse(Double.MAX_VALUE), best.getAsDouble())))
            : best,
        atLeast);
  }

  /** By how much all exceed those placed. */
  private double growth() {
    return Math.max(1, affected.persons().orElseThrow() / placedInAll);
  }

  /** By the stratum alone, where that can be said of all. */
  private double alone(StratumPersons stratum) {
    return estimatedAlone ? stratum.affected().persons().getAsDouble() : stratum.seen();
  }
}
