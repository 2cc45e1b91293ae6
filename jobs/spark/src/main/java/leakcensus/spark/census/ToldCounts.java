package leakcensus.spark.census;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import leakcensus.census.CensusFacts;
import leakcensus.config.CensusConfig;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.disclosure.CountKey;
import leakcensus.disclosure.OverlapCounts;
import leakcensus.disclosure.PersonCounts;
import leakcensus.disclosure.ScopeCounts;
import leakcensus.disclosure.WithholdCounts;
import leakcensus.person.PersonField;
import leakcensus.population.RoundCounts;
import leakcensus.source.Slot;
import leakcensus.source.Source;

/**
 * Which counts of persons by source and field a census tells, and how exactly.
 *
 * @param withheld where those stand that it does not tell
 * @param rounding how the others are rounded
 */
record ToldCounts(Set<CountKey> withheld, RoundCounts rounding) {

  ToldCounts {
    withheld = Set.copyOf(withheld);
  }

  /** What a census with these settings tells. */
  static ToldCounts of(CensusFacts facts, CensusConfig config) {
    return new ToldCounts(
        WithholdCounts.of(counted(facts), config.disclosure().minCell()),
        config.disclosure().rounding());
  }

  /** The count as it is told, or nothing where it must not be. */
  OptionalLong show(CountKey count, long persons) {
    return withheld.contains(count)
        ? OptionalLong.empty()
        : OptionalLong.of(rounding.nearest(persons));
  }

  private static PersonCounts counted(CensusFacts facts) {
    List<ScopeCounts> sources = new ArrayList<>();
    for (int source = 0; source < facts.sources().size(); source++) {
      sources.add(scope(facts, source, List.of(facts.sources().get(source))));
    }
    return new PersonCounts(
        scope(facts, CountTable.ALL_SOURCES, facts.sources()),
        sources,
        overlaps(facts),
        List.of(),
        RoundCounts.NONE);
  }

  private static ScopeCounts scope(CensusFacts facts, int source, List<Source> mapping) {
    SortedMap<String, OptionalLong> combinations = new TreeMap<>();
    facts
        .counts()
        .bySecond(Measure.COMBINATION_PERSONS, source, 0)
        .forEach(
            (mask, persons) -> combinations.put(Labels.fields(mask), OptionalLong.of(persons)));
    SortedMap<String, OptionalLong> present = new TreeMap<>();
    SortedMap<String, OptionalLong> valid = new TreeMap<>();
    for (Source each : mapping) {
      for (Slot slot : each.slots()) {
        for (PersonField field : slot.columns().keySet()) {
          present.put(field.key(), at(facts, Measure.PERSON_PRESENT, source, field));
          valid.put(field.key(), at(facts, Measure.PERSON_VALID, source, field));
        }
      }
    }
    return new ScopeCounts(
        Labels.source(facts.sources(), source),
        OptionalLong.of(facts.persons(source).observedPersons()),
        combinations,
        present,
        valid);
  }

  private static OptionalLong at(
      CensusFacts facts, Measure measure, int source, PersonField field) {
    return OptionalLong.of(facts.counts().at(measure, source, field.ordinal()));
  }

  private static OverlapCounts overlaps(CensusFacts facts) {
    SortedMap<String, OptionalLong> exactly = new TreeMap<>();
    facts
        .counts()
        .bySecond(Measure.OVERLAP, CountTable.ALL_SOURCES, 0)
        .forEach(
            (mask, persons) ->
                exactly.put(Labels.sources(facts.sources(), mask), OptionalLong.of(persons)));
    SortedMap<String, OptionalLong> both = new TreeMap<>();
    for (int first = 0; first < facts.sources().size(); first++) {
      for (int second = first + 1; second < facts.sources().size(); second++) {
        both.put(
            Labels.sources(facts.sources(), 1L << first | 1L << second),
            OptionalLong.of(facts.counts().at(Measure.REPEAT_PERSONS, first, second)));
      }
    }
    return new OverlapCounts(exactly, both);
  }
}
