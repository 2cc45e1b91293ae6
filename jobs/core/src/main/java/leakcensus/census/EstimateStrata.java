package leakcensus.census;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SampleCounts;
import leakcensus.estimate.select.EstimatePart;
import leakcensus.estimate.select.EstimatePersons;
import leakcensus.person.BirthAndSex;
import leakcensus.population.AffectedPersons;
import leakcensus.population.ComparePopulation;
import leakcensus.population.DimensionPersons;
import leakcensus.population.PopulationDimension;
import leakcensus.population.PopulationDimension.Kind;
import leakcensus.population.PopulationStratum;
import leakcensus.population.SmallCells;
import leakcensus.population.StratumPersons;

/**
 * The persons of each stratum of a population, each from its own frequencies: who is of one region
 * or age may stand in the dump more often than who is of another.
 *
 * <p>Whoever has a known region, year of birth or sex is taken for a person whose stratum is known
 * without error; all error of the linkage, and every mention too thin to be anyone, is taken to lie
 * among the others. Cells of two dimensions at once have no estimate of their own.
 */
final class EstimateStrata {

  private final CensusFacts facts;
  private final LinkageBounds linkage;
  private final TestedDesign tested;
  private final double confidence;
  private final SmallCells smallCells;
  private final EstimatePart parts;
  private final SortedMap<Long, FrequencyOfFrequencies> byRegion;
  private final SortedMap<Long, FrequencyOfFrequencies> byCountry;
  private final SortedMap<Long, FrequencyOfFrequencies> byBirthAndSex;

  EstimateStrata(
      CensusFacts facts,
      LinkageBounds linkage,
      TestedDesign tested,
      double confidence,
      SmallCells smallCells) {
    this.smallCells = smallCells;
    this.facts = facts;
    this.linkage = linkage;
    this.tested = tested;
    this.confidence = confidence;
    parts = new EstimatePart(facts.recordsKept(), tested.design(), confidence);
    byRegion = frequencies(Measure.REGION_FREQUENCY);
    byCountry = frequencies(Measure.COUNTRY_FREQUENCY);
    byBirthAndSex = frequencies(Measure.BIRTH_SEX_FREQUENCY);
  }

  /** The persons of each stratum, of {@code other} where the dimension lacks some, and the rest. */
  DimensionPersons of(PopulationDimension dimension) {
    SortedMap<String, FrequencyOfFrequencies> seen = new TreeMap<>();
    for (PopulationStratum stratum : dimension.strata()) {
      seen.put(stratum.key(), FrequencyOfFrequencies.empty());
    }
    FrequencyOfFrequencies unplaced = FrequencyOfFrequencies.empty();
    for (Map.Entry<Optional<String>, FrequencyOfFrequencies> part : parts(dimension).entrySet()) {
      if (part.getKey().isEmpty()) {
        unplaced = unplaced.plus(part.getValue());
      } else {
        // Cells of unknown age or sex have no row, but bear on which others may be published.
        String key = part.getKey().get();
        boolean kept = seen.containsKey(key) || dimension.kind() == Kind.AGE_SEX;
        seen.merge(
            kept ? key : ComparePopulation.OTHER, part.getValue(), FrequencyOfFrequencies::plus);
      }
    }
    if (!dimension.strata().isEmpty() && smallCells.isSmall(unplaced.observedPersons())) {
      // All persons less those of known strata would tell the handful.
      seen.merge(ComparePopulation.OTHER, unplaced, FrequencyOfFrequencies::plus);
      unplaced = FrequencyOfFrequencies.empty();
    }
    long placedMentions = seen.values().stream().mapToLong(FrequencyOfFrequencies::records).sum();
    return new DimensionPersons(strata(seen, dimension.kind()), unplaced(unplaced, placedMentions));
  }

  /** Persons by the key of their stratum, those without one together. */
  private Map<Optional<String>, FrequencyOfFrequencies> parts(PopulationDimension dimension) {
    return switch (dimension.kind()) {
      case REGION, STATE -> byPlace(byRegion, dimension::keyOfRegion);
      case COUNTRY -> byPlace(byCountry, dimension::keyOfCountry);
      case TOTAL -> byPlace(byCountry, country -> Optional.empty());
      case SEX, AGE, AGE_SEX -> byBirthAndSex(dimension);
    };
  }

  private static Map<Optional<String>, FrequencyOfFrequencies> byPlace(
      SortedMap<Long, FrequencyOfFrequencies> places, IntFunction<Optional<String>> key) {
    Map<Optional<String>, FrequencyOfFrequencies> found = new HashMap<>();
    places.forEach(
        (place, persons) ->
            found.merge(key.apply(Math.toIntExact(place)), persons, FrequencyOfFrequencies::plus));
    return found;
  }

  /**
   * A handful of an age whose sex is unknown, or the reverse, is left out of all three tables: the
   * sum of the age less both sexes would give it away, or cost the whole age its place.
   */
  private Map<Optional<String>, FrequencyOfFrequencies> byBirthAndSex(
      PopulationDimension dimension) {
    PopulationDimension cells = dimension.byAgeAndSex();
    Map<String, Long> personsOfCell = new HashMap<>();
    byBirthAndSex.forEach(
        (packed, persons) ->
            personsOfCell.merge(
                key(cells, packed).orElseThrow(), persons.observedPersons(), Math::addExact));
    Map<Optional<String>, FrequencyOfFrequencies> found = new HashMap<>();
    byBirthAndSex.forEach(
        (packed, persons) -> {
          String cell = key(cells, packed).orElseThrow();
          boolean handful = !cells.lists(cell) && smallCells.isSmall(personsOfCell.get(cell));
          if (!handful) {
            found.merge(key(dimension, packed), persons, FrequencyOfFrequencies::plus);
          } else if (dimension.kind() != Kind.AGE_SEX) {
            found.merge(Optional.empty(), persons, FrequencyOfFrequencies::plus);
          }
        });
    return found;
  }

  private static Optional<String> key(PopulationDimension dimension, long packed) {
    BirthAndSex birth = BirthAndSex.of(packed);
    return dimension.keyOf(birth);
  }

  private SortedMap<String, StratumPersons> strata(
      SortedMap<String, FrequencyOfFrequencies> seen, Kind kind) {
    // Parallel, since a census with a hundred strata would wait for one core.
    Map<String, StratumPersons> estimated =
        seen.entrySet().parallelStream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> stratum(entry.getValue(), kind)));
    return new TreeMap<>(estimated);
  }

  private StratumPersons stratum(FrequencyOfFrequencies seen, Kind kind) {
    long persons = seen.observedPersons();
    if (kind == Kind.AGE_SEX) {
      return StratumPersons.seen(persons);
    }
    return new StratumPersons(persons, parts.of(seen));
  }

  private AffectedPersons unplaced(FrequencyOfFrequencies persons, long placedMentions) {
    // Of persons whom false links hide, those that cannot be among these are each one mention.
    long hidden = Math.max(0, linkage.upperPersons() - linkage.persons() - persons.records());
    SampleCounts counts =
        new SampleCounts(
            persons,
            facts.recordsKept(),
            facts.mentions() - placedMentions + hidden,
            linkage.allIn(persons.observedPersons(), ""),
            Optional.empty());
    PersonEstimate row =
        EstimatePersons.estimate(counts, tested.design(), confidence).stream()
            .filter(each -> each.scope() == EstimateScope.DUMP && each.selected())
            .findFirst()
            .orElseThrow();
    return new AffectedPersons(row.lowerPersons().orElse(0), row.persons(), row.upperPersons());
  }

  private SortedMap<Long, FrequencyOfFrequencies> frequencies(Measure measure) {
    SortedMap<Long, FrequencyOfFrequencies> found = new TreeMap<>();
    for (long first : facts.counts().firsts(measure, CountTable.ALL_SOURCES)) {
      found.put(
          first,
          FrequencyOfFrequencies.of(
              facts.counts().bySecond(measure, CountTable.ALL_SOURCES, first)));
    }
    return found;
  }
}
