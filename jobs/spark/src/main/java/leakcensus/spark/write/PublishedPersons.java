package leakcensus.spark.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import leakcensus.disclosure.OverlapCounts;
import leakcensus.disclosure.PersonCounts;
import leakcensus.disclosure.ScopeCounts;
import leakcensus.disclosure.StrataCounts;
import leakcensus.population.RoundCounts;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.table.SummaryTable;

/** Reads the counts of persons by attribute from the tables of a run, as any reader can. */
final class PublishedPersons {

  private static final String ALL = ScopeCounts.ALL;
  private static final String OTHER_COLUMN = "other:";

  /** Steps before this one count records. */
  private static final long FIRST_STEP_OF_IDS = 4;

  /** Steps after this one count persons. */
  private static final long LAST_STEP_OF_IDS = 8;

  private final Map<String, SummaryRows> tables;

  private PublishedPersons(Map<String, SummaryRows> tables) {
    this.tables = tables;
  }

  static PersonCounts of(Map<String, SummaryRows> tables) {
    return new PublishedPersons(tables).counts();
  }

  /** Different ids left after each step that looks at them. */
  static LinkedHashMap<String, OptionalLong> funnel(Map<String, SummaryRows> tables) {
    LinkedHashMap<String, OptionalLong> left = new LinkedHashMap<>();
    Cells.of(tables, CensusTables.ID_FUNNEL)
        .filter(step -> step.whole("step") >= FIRST_STEP_OF_IDS)
        .filter(step -> step.whole("step") <= LAST_STEP_OF_IDS)
        .forEach(step -> left.put(step.text("name"), step.count("left")));
    return left;
  }

  /** How a run says that it rounds. */
  static RoundCounts rounding(Map<String, SummaryRows> tables) {
    return Cells.of(tables, CensusTables.RUN)
        .map(run -> new RoundCounts(Math.max(1, run.whole("persons_rounded_to"))))
        .findFirst()
        .orElse(RoundCounts.NONE);
  }

  private PersonCounts counts() {
    SortedMap<String, Long> persons = new TreeMap<>();
    Cells.of(tables, CensusTables.FREQUENCY)
        .filter(row -> row.text("level").equals("person"))
        .forEach(row -> persons.merge(row.text("source"), row.whole("persons"), Long::sum));
    Set<String> sources = new TreeSet<>();
    for (SummaryTable table :
        List.of(
            CensusTables.FREQUENCY, CensusTables.FIELD_PROFILE, CensusTables.FIELD_COMBINATION)) {
      Cells.of(tables, table).forEach(row -> sources.add(row.text("source")));
    }
    sources.remove(ALL);
    List<ScopeCounts> each = new ArrayList<>();
    sources.forEach(source -> each.add(scope(source, persons)));
    return new PersonCounts(scope(ALL, persons), each, overlaps(), strata(), rounding(tables));
  }

  private ScopeCounts scope(String source, SortedMap<String, Long> persons) {
    SortedMap<String, OptionalLong> present = new TreeMap<>();
    SortedMap<String, OptionalLong> valid = new TreeMap<>();
    Cells.of(tables, CensusTables.FIELD_PROFILE)
        .filter(row -> row.text("source").equals(source))
        .filter(row -> row.text("slot").equals(ALL))
        .filter(row -> !row.text("field").startsWith(OTHER_COLUMN))
        .forEach(
            row -> {
              present.put(row.text("field"), row.count("persons_present"));
              valid.put(row.text("field"), row.count("persons_valid"));
            });
    SortedMap<String, OptionalLong> combinations =
        counts(
            CensusTables.FIELD_COMBINATION,
            row -> row.text("source").equals(source) ? row.text("fields") : "");
    return new ScopeCounts(source, total(source, persons), combinations, present, valid);
  }

  /** Whoever tells the persons of all sources tells those of each; none where there is no row. */
  private static OptionalLong total(String source, SortedMap<String, Long> persons) {
    return persons.containsKey(ALL)
        ? OptionalLong.of(persons.getOrDefault(source, 0L))
        : OptionalLong.empty();
  }

  private OverlapCounts overlaps() {
    return new OverlapCounts(
        counts(CensusTables.OVERLAP, row -> row.text("sources")),
        counts(
            CensusTables.REPEAT_PAIRS,
            row ->
                row.text("source_a").equals(row.text("source_b"))
                    ? ""
                    : row.text("source_a") + "+" + row.text("source_b")));
  }

  private List<StrataCounts> strata() {
    SortedMap<String, SortedSet<String>> dimensions = new TreeMap<>();
    Cells.of(tables, CensusTables.POPULATION_SHARE)
        .filter(row -> StrataCounts.addsUp(row.text("dimension")))
        .forEach(
            row ->
                dimensions
                    .computeIfAbsent(row.text("population"), population -> new TreeSet<>())
                    .add(row.text("dimension")));
    List<StrataCounts> strata = new ArrayList<>();
    dimensions.forEach(
        (population, each) -> each.forEach(dimension -> strata.add(strata(population, dimension))));
    return strata;
  }

  private StrataCounts strata(String population, String dimension) {
    SortedMap<String, OptionalLong> seen = new TreeMap<>();
    Cells.of(tables, CensusTables.POPULATION_SHARE)
        .filter(row -> row.text("population").equals(population))
        .filter(row -> row.text("dimension").equals(dimension))
        .forEach(row -> seen.put(row.text("stratum"), row.count("persons_seen")));
    OptionalLong total = seen.getOrDefault(StrataCounts.TOTAL, OptionalLong.empty());
    seen.remove(StrataCounts.TOTAL);
    return new StrataCounts(population, dimension, total, seen);
  }

  /** The column {@code persons} by a key; rows with an empty key are left out. */
  private SortedMap<String, OptionalLong> counts(SummaryTable table, Function<Cells, String> key) {
    SortedMap<String, OptionalLong> counts = new TreeMap<>();
    Cells.of(tables, table)
        .filter(row -> !key.apply(row).isEmpty())
        .forEach(row -> counts.put(key.apply(row), row.count("persons")));
    return counts;
  }
}
