package leakcensus.census;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import leakcensus.config.CensusConfig;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.duty.DistinctContents;
import leakcensus.duty.DutyRegime;
import leakcensus.duty.JudgeDuties;
import leakcensus.duty.MeasuredBreach;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.claim.ClaimedQuantity;
import leakcensus.person.PersonField;
import leakcensus.population.AffectedPersons;
import leakcensus.population.AgeBand;
import leakcensus.profile.BirthYears;
import leakcensus.severity.AgesSeen;
import leakcensus.severity.BreachFacts;
import leakcensus.severity.ExposedSet;
import leakcensus.severity.ScoreSeverity;

/** Turns the findings of a census into how severe the breach is, and whom the law wants told. */
public final class ConcludeConsequences {

  private final CensusFacts facts;
  private final CensusConfig config;
  private final AffectedPersons persons;

  private ConcludeConsequences(CensusFindings findings, CensusConfig config) {
    facts = findings.facts();
    this.config = config;
    persons = ConcludeCensus.affected(findings.estimates(), findings.linkage());
  }

  /** The consequences under some laws. */
  public static Consequences conclude(
      CensusFindings findings, CensusConfig config, List<DutyRegime> regimes) {
    return new ConcludeConsequences(findings, config).consequences(regimes);
  }

  private Consequences consequences(List<DutyRegime> regimes) {
    return new Consequences(
        ScoreSeverity.score(
            new BreachFacts(exposedSets(), persons, isOfferedForSale(), ages()), config.severity()),
        JudgeDuties.judge(
            regimes,
            new MeasuredBreach(
                persons, contents(), new TreeSet<>(config.severity().contains().keySet())),
            config.duties()));
  }

  private List<ExposedSet> exposedSets() {
    SortedMap<Long, Long> bySet =
        new TreeMap<>(
            facts.counts().bySecond(Measure.COMBINATION_PERSONS, CountTable.ALL_SOURCES, 0));
    Set<Long> withheld = config.disclosure().smallCells().suppressed(bySet);
    List<ExposedSet> sets = new ArrayList<>();
    bySet.keySet().forEach(mask -> sets.add(ExposedSet.of(mask, withheld.contains(mask))));
    return sets;
  }

  private AgesSeen ages() {
    return config.population().leakDate().map(this::ages).orElseGet(AgesSeen::unknown);
  }

  private AgesSeen ages(LocalDate leak) {
    long minors = 0;
    long old = 0;
    for (Map.Entry<Long, Long> born : BirthYears.persons(facts.counts()).entrySet()) {
      int age = AgeBand.ageOf(Math.toIntExact(born.getKey()), leak);
      minors = Math.addExact(minors, age < AgesSeen.ADULT ? born.getValue() : 0);
      old = Math.addExact(old, age >= AgesSeen.OLD ? born.getValue() : 0);
    }
    return new AgesSeen(
        true, minors >= config.disclosure().minCell(), old >= config.disclosure().minCell());
  }

  private boolean isOfferedForSale() {
    return config.claims().stream()
        .anyMatch(claim -> claim.quantity() instanceof ClaimedQuantity.Price);
  }

  private DistinctContents contents() {
    SortedMap<PersonField, Long> byField = new TreeMap<>();
    for (PersonField field : PersonField.values()) {
      byField.put(
          field,
          facts.counts().at(Measure.FIELD_DISTINCT, CountTable.ALL_SOURCES, field.ordinal()));
    }
    return new DistinctContents(
        byField,
        facts.frequencies(Measure.NORMALISED_FREQUENCY, CountTable.ALL_SOURCES).observedPersons(),
        config.design() instanceof SampleDesign.WholeDump);
  }
}
