package leakcensus.census;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SampleCounts;
import leakcensus.estimate.select.EstimatePart;
import leakcensus.estimate.select.EstimatePersons;
import leakcensus.estimate.select.PartPersons;
import leakcensus.population.AffectedPersons;
import leakcensus.population.ComparePopulation;
import leakcensus.population.Population;
import leakcensus.population.PopulationStratum;
import leakcensus.population.StratumKind;
import leakcensus.population.StratumPersons;

/**
 * The persons of each stratum of a population, each from its own frequencies: who lives in one
 * region may stand in the dump more often than who lives in another.
 *
 * <p>Whoever has a valid id is taken for a person whose region is known without error; all error of
 * the linkage, and every mention too thin to be anyone, is taken to lie among those without one.
 */
final class EstimateStrata {

  /** Where no id tells a region. */
  private static final long UNKNOWN = 0;

  private static final String CHINA = "156";

  private final CensusFacts facts;
  private final LinkageBounds linkage;
  private final TestedDesign tested;
  private final double confidence;
  private final EstimatePart parts;
  private final SortedMap<Long, FrequencyOfFrequencies> byProvince = new TreeMap<>();

  EstimateStrata(CensusFacts facts, LinkageBounds linkage, TestedDesign tested, double confidence) {
    this.facts = facts;
    this.linkage = linkage;
    this.tested = tested;
    this.confidence = confidence;
    parts = new EstimatePart(facts.recordsKept(), tested.design(), confidence);
    for (long province :
        facts.counts().firsts(Measure.PROVINCE_FREQUENCY, CountTable.ALL_SOURCES)) {
      byProvince.put(
          province,
          FrequencyOfFrequencies.of(
              facts
                  .counts()
                  .bySecond(Measure.PROVINCE_FREQUENCY, CountTable.ALL_SOURCES, province)));
    }
  }

  /** Persons by stratum; all strata of the population, and {@code other} where it lacks some. */
  SortedMap<String, StratumPersons> of(Population population) {
    SortedMap<String, FrequencyOfFrequencies> seen = new TreeMap<>();
    for (PopulationStratum stratum : population.strata()) {
      seen.put(stratum.key(), FrequencyOfFrequencies.empty());
    }
    byProvince
        .tailMap(UNKNOWN + 1)
        .forEach(
            (province, persons) -> {
              String key =
                  population.kind() == StratumKind.COUNTRY ? CHINA : Long.toString(province);
              seen.merge(
                  seen.containsKey(key) ? key : ComparePopulation.OTHER,
                  persons,
                  FrequencyOfFrequencies::plus);
            });
    SortedMap<String, StratumPersons> strata = new TreeMap<>();
    seen.forEach(
        (key, persons) ->
            strata.put(
                key, new StratumPersons(persons.observedPersons(), affected(parts.of(persons)))));
    return strata;
  }

  /** Persons of no known stratum. */
  AffectedPersons unplaced() {
    FrequencyOfFrequencies persons =
        byProvince.getOrDefault(UNKNOWN, FrequencyOfFrequencies.empty());
    long placedMentions =
        byProvince.tailMap(UNKNOWN + 1).values().stream()
            .mapToLong(FrequencyOfFrequencies::records)
            .sum();
    SampleCounts counts =
        new SampleCounts(
            persons,
            facts.recordsKept(),
            facts.mentions() - placedMentions,
            linkage.allIn(persons.observedPersons(), ""),
            Optional.empty());
    PersonEstimate row =
        EstimatePersons.estimate(counts, tested.design(), confidence).stream()
            .filter(each -> each.scope() == EstimateScope.DUMP && each.selected())
            .findFirst()
            .orElseThrow();
    return new AffectedPersons(row.lowerPersons().orElse(0), row.persons(), row.upperPersons());
  }

  private static AffectedPersons affected(PartPersons part) {
    return new AffectedPersons(part.lowerPersons(), part.persons(), part.upperPersons());
  }
}
