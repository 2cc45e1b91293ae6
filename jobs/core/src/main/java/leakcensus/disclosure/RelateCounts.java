package leakcensus.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import leakcensus.person.Place;
import leakcensus.population.PopulationDimension.Kind;
import leakcensus.population.RoundCounts;

/**
 * States how the counts of a run add up.
 *
 * <pre>{@code
 * N_s            persons of source s, of frequency and person_estimate: never withheld
 * C_sm           persons of s with exactly the fields m        sum over m of C_sm = N_s
 * P_sf           persons of s with field f                     P_sf = sum of C_sm with f in m
 * V_sf           those whose content is valid                  V_sf + D_sf = P_sf
 *                those without the field                       P_sf + E_sf = N_s
 * O_A            persons in exactly the sources A              sum of O_A with s in A = N_s
 * R_ab           persons in a and b                            R_ab = sum of O_A with a, b in A
 *
 * of all sources (*) and of each:
 * C_*m = sum over s of (C_sm - X_sm) + Y_m       X, Y: persons of several sources, by their fields
 *                                                in s and in all; sum over m of X_sm = N_s - O_s
 * P_*f >= P_sf,  sum P_sf >= P_*f >= sum P_sf - sum over A of (sources of A with f, less 1) O_A
 * }</pre>
 *
 * <p>D, E are counts that stand in no table and follow from two that do. With more than 1,000
 * combinations the line of C_*m is left out.
 */
public final class RelateCounts {

  /** Where the persons of all sources are not told. */
  private static final long MOST_PERSONS = 1_000_000_000;

  /** More would take the attack minutes. */
  private static final int MOST_COUPLED_COMBINATIONS = 1_000;

  private final PersonCounts counts;
  private final CountSystem system;

  private RelateCounts(PersonCounts counts) {
    this.counts = counts;
    system = new CountSystem(counts.all().persons().orElse(MOST_PERSONS), counts.rounding());
  }

  /** The sources that persons are in, by a reader who knows the persons of all sources alone. */
  public static CountSystem overlapsAlone(PersonCounts counts) {
    RelateCounts relate = new RelateCounts(counts);
    Map<String, Integer> total = new TreeMap<>();
    relate.addTotal(counts.all(), total);
    relate.addOverlaps(total, false);
    return relate.system;
  }

  /** The sources that persons are in. */
  public static CountSystem overlaps(PersonCounts counts) {
    RelateCounts relate = new RelateCounts(counts);
    relate.addOverlaps(relate.totals(), false);
    return relate.system;
  }

  /** What is exposed of persons; with their sources, of which no more are withheld here. */
  public static CountSystem fields(PersonCounts counts) {
    RelateCounts relate = new RelateCounts(counts);
    Map<String, Integer> totals = relate.totals();
    Map<String, Integer> overlaps = relate.addOverlaps(totals, true);
    List<Scope> sources = new ArrayList<>();
    Scope all = relate.addScope(counts.all(), totals);
    counts.sources().forEach(source -> sources.add(relate.addScope(source, totals)));
    relate.coupleFields(all.present(), sources.stream().map(Scope::present).toList(), overlaps);
    relate.coupleFields(all.valid(), sources.stream().map(Scope::valid).toList(), overlaps);
    boolean isWhole =
        totals.size() == sources.size() + 1
            && relate.isWhole(all, totals)
            && sources.stream().allMatch(source -> relate.isWhole(source, totals));
    if (!overlaps.isEmpty() && isWhole && couplesCombinations(counts)) {
      relate.coupleCombinations(all, sources, totals, overlaps);
    }
    return relate.system;
  }

  /** Whether it is stated how the combinations of one source go together with those of others. */
  static boolean couplesCombinations(PersonCounts counts) {
    long combinations = counts.all().combinations().size();
    for (ScopeCounts source : counts.sources()) {
      combinations += source.combinations().size();
    }
    return combinations <= MOST_COUPLED_COMBINATIONS;
  }

  /** Where the ids of persons were issued; a stratum is the same in all populations. */
  public static CountSystem strata(PersonCounts counts) {
    return strata(counts, true);
  }

  /** The same for whoever attacks: that a sum of strata is told is a choice as well. */
  public static CountSystem strataWithSums(PersonCounts counts) {
    return strata(counts, false);
  }

  private static CountSystem strata(PersonCounts counts, boolean fixed) {
    RelateCounts relate = new RelateCounts(counts);
    SortedMap<String, Integer> first = new TreeMap<>();
    Map<String, Integer> all = new TreeMap<>();
    relate.addTotal(counts.all(), all);
    for (StrataCounts each : counts.strata()) {
      int total = relate.add(each.key(StrataCounts.TOTAL), each.persons(), fixed);
      if (!all.isEmpty()) {
        int unplaced = relate.system.addDifference(each.key("of none that is known"));
        relate.system.isZero(
            new CountSum().minus(all.get(ScopeCounts.ALL)).plus(total).plus(unplaced));
      }
      CountSum sum = new CountSum().minus(total);
      if (each.isOfPlaces()) {
        relate.equate(first, each.dimension() + ' ' + StrataCounts.TOTAL, total);
      }
      each.strata()
          .forEach(
              (key, persons) -> {
                int count = relate.system.add(each.key(key), persons);
                sum.plus(count);
                if (each.isOfPlaces() && !key.equals(StrataCounts.OTHER)) {
                  relate.equate(first, each.dimension() + ' ' + key, count);
                }
              });
      relate.system.isZero(sum);
    }
    relate.coupleCountry(first, Kind.REGION, Place.CHINA);
    relate.coupleCountry(first, Kind.STATE, Place.UNITED_STATES);
    return relate.system;
  }

  /** Who is of a region of a country is of that country; the rest follows from both. */
  private void coupleCountry(SortedMap<String, Integer> first, Kind regions, int country) {
    Integer whole = first.get(Kind.COUNTRY.key() + ' ' + country);
    Integer placed = first.get(regions.key() + ' ' + StrataCounts.TOTAL);
    if (whole != null && placed != null) {
      int others = system.addUnseen();
      int withoutRegion =
          system.addDifference(
              new CountKey(
                  "population_share",
                  "persons_seen",
                  "country %d, of no known %s".formatted(country, regions.key())));
      // The row "other" also holds a few persons of no known region.
      system.isZero(new CountSum().minus(whole).plus(placed).minus(others).plus(withoutRegion));
      counts.strata().stream()
          .filter(each -> each.isOf(regions))
          .forEach(each -> system.isNotNegative(mostOthers(each).minus(others)));
    }
  }

  private CountSum mostOthers(StrataCounts strata) {
    OptionalLong others = strata.strata().getOrDefault(StrataCounts.OTHER, OptionalLong.of(0));
    return new CountSum()
        .plusPersons(
            others.isPresent() ? counts.rounding().most(others.getAsLong()) : MOST_PERSONS);
  }

  /**
   * Steps of a funnel of which each leaves a part of the one before.
   *
   * @param left what each step leaves, by the name of the step, in order
   * @param rounding how they are rounded
   */
  public static CountSystem steps(
      LinkedHashMap<String, OptionalLong> left, long mostIds, RoundCounts rounding) {
    CountSystem system = new CountSystem(mostIds, rounding);
    int before = -1;
    for (Map.Entry<String, OptionalLong> step : left.entrySet()) {
      int count = system.add(step("left", step.getKey()), step.getValue());
      if (before >= 0) {
        int lost = system.addDifference(step("left, less the step before", step.getKey()));
        system.isZero(new CountSum().plus(count).plus(lost).minus(before));
      }
      before = count;
    }
    return system;
  }

  private static CountKey step(String column, String name) {
    return new CountKey("id_funnel", column, name);
  }

  private Map<String, Integer> totals() {
    Map<String, Integer> totals = new TreeMap<>();
    addTotal(counts.all(), totals);
    counts.sources().forEach(scope -> addTotal(scope, totals));
    return totals;
  }

  private void addTotal(ScopeCounts scope, Map<String, Integer> totals) {
    if (scope.persons().isPresent()) {
      CountKey key = new CountKey("frequency", "persons", "source " + scope.source());
      totals.put(scope.source(), system.addExact(key, scope.persons().getAsLong()));
    }
  }

  private Map<String, Integer> addOverlaps(Map<String, Integer> totals, boolean fixed) {
    Map<String, Integer> exactly = new TreeMap<>();
    counts
        .overlaps()
        .exactly()
        .forEach(
            (sources, persons) ->
                exactly.put(sources, add(OverlapCounts.exactly(sources), persons, fixed)));
    if (!exactly.isEmpty()) {
      totals.forEach((source, total) -> addInSource(exactly, source, total));
    }
    counts
        .overlaps()
        .both()
        .forEach(
            (sources, persons) -> {
              int both = add(OverlapCounts.both(sources), persons, fixed);
              if (!exactly.isEmpty()) {
                addInBoth(exactly, sources, both);
              }
            });
    return exactly;
  }

  private void addInSource(Map<String, Integer> exactly, String source, int total) {
    boolean isAll = source.equals(ScopeCounts.ALL);
    system.isZero(
        new CountSum().minus(total).plusAll(isAll ? exactly.values() : holding(exactly, source)));
  }

  private void addInBoth(Map<String, Integer> exactly, String sources, int both) {
    Map<String, Integer> holding = new TreeMap<>(exactly);
    holding.keySet().removeIf(set -> !holdsAll(set, sources));
    system.isZero(new CountSum().minus(both).plusAll(holding.values()));
  }

  private int add(CountKey key, OptionalLong persons, boolean fixed) {
    return fixed ? system.addFixed(key, persons) : system.add(key, persons);
  }

  private Scope addScope(ScopeCounts scope, Map<String, Integer> totals) {
    Scope added = new Scope(scope.source(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    scope
        .combinations()
        .forEach(
            (fields, persons) ->
                added
                    .combinations()
                    .put(
                        fields,
                        system.add(ScopeCounts.combination(scope.source(), fields), persons)));
    Integer total = totals.get(scope.source());
    if (total != null && !added.combinations().isEmpty()) {
      system.isZero(new CountSum().minus(total).plusAll(added.combinations().values()));
    }
    scope.present().forEach((field, persons) -> addField(scope, added, total, field, persons));
    return added;
  }

  private void addField(
      ScopeCounts scope, Scope added, Integer total, String field, OptionalLong persons) {
    int present = system.add(ScopeCounts.present(scope.source(), field), persons);
    added.present().put(field, present);
    if (!added.combinations().isEmpty()) {
      system.isZero(new CountSum().minus(present).plusAll(holding(added.combinations(), field)));
    }
    if (total != null) {
      int without =
          system.addDifference(
              ScopeCounts.profile("persons without the field", scope.source(), field));
      system.isZero(new CountSum().minus(total).plus(present).plus(without));
    }
    OptionalLong validPersons = scope.valid().getOrDefault(field, OptionalLong.empty());
    int valid = system.add(ScopeCounts.valid(scope.source(), field), validPersons);
    added.valid().put(field, valid);
    int invalid =
        system.addDifference(
            ScopeCounts.profile("persons_present less persons_valid", scope.source(), field));
    system.isZero(new CountSum().minus(present).plus(valid).plus(invalid));
  }

  /** A person has in all sources what he has in any. */
  private void coupleFields(
      Map<String, Integer> all, List<Map<String, Integer>> sources, Map<String, Integer> overlaps) {
    all.forEach(
        (field, persons) -> {
          List<Integer> each = new ArrayList<>();
          List<String> names = new ArrayList<>();
          for (int source = 0; source < sources.size(); source++) {
            if (sources.get(source).containsKey(field)) {
              each.add(sources.get(source).get(field));
              names.add(counts.sources().get(source).source());
            }
          }
          if (each.isEmpty()) {
            return;
          }
          each.forEach(one -> system.isNotNegative(new CountSum().plus(persons).minus(one)));
          system.isNotNegative(new CountSum().plusAll(each).minus(persons));
          if (!overlaps.isEmpty()) {
            CountSum twice = new CountSum().plus(persons).minusAll(each);
            overlaps.forEach((set, count) -> addTwice(twice, names, set, count));
            system.isNotNegative(twice);
          }
        });
  }

  private static void addTwice(CountSum twice, List<String> names, String set, int count) {
    long sources = names.stream().filter(name -> holds(set, name)).count();
    for (long more = 1; more < sources; more++) {
      twice.plus(count);
    }
  }

  /** Whether the combinations of a source are there, for as many persons as it has. */
  private boolean isWhole(Scope scope, Map<String, Integer> totals) {
    return !scope.combinations().isEmpty() || system.isZero(totals.get(scope.name()));
  }

  private void coupleCombinations(
      Scope all, List<Scope> sources, Map<String, Integer> totals, Map<String, Integer> overlaps) {
    SortedMap<String, CountSum> byFields = new TreeMap<>();
    CountSum several = new CountSum().minus(totals.get(ScopeCounts.ALL));
    all.combinations()
        .forEach(
            (fields, persons) -> {
              if (system.isZero(persons)) {
                return;
              }
              int ofSeveral = system.addUnseen();
              several.plus(ofSeveral);
              system.isNotNegative(new CountSum().plus(persons).minus(ofSeveral));
              byFields.put(fields, new CountSum().plus(persons).minus(ofSeveral));
            });
    for (Scope source : sources) {
      CountSum inOthers = new CountSum().minus(totals.get(source.name()));
      source
          .combinations()
          .forEach(
              (fields, persons) -> {
                if (system.isZero(persons)) {
                  return;
                }
                int ofSeveral = system.addUnseen();
                inOthers.plus(ofSeveral);
                system.isNotNegative(new CountSum().plus(persons).minus(ofSeveral));
                byFields
                    .computeIfAbsent(fields, none -> new CountSum())
                    .minus(persons)
                    .plus(ofSeveral);
              });
      Integer here = overlaps.get(source.name());
      if (here != null) {
        inOthers.plus(here);
        several.plus(here);
      }
      system.isZero(inOthers);
    }
    system.isZero(several);
    byFields.values().forEach(system::isZero);
  }

  private void equate(Map<String, Integer> first, String key, int count) {
    Integer before = first.putIfAbsent(key, count);
    if (before != null) {
      system.isZero(new CountSum().plus(before).minus(count));
    }
  }

  private static List<Integer> holding(Map<String, Integer> sets, String name) {
    return sets.entrySet().stream()
        .filter(set -> holds(set.getKey(), name))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static boolean holdsAll(String set, String names) {
    return List.of(names.split("\\+")).stream().allMatch(name -> holds(set, name));
  }

  private static boolean holds(String set, String name) {
    return "+%s+".formatted(set).contains("+%s+".formatted(name));
  }

  /** The places of the counts of one source. */
  private record Scope(
      String name,
      Map<String, Integer> combinations,
      Map<String, Integer> present,
      Map<String, Integer> valid) {}
}
