package leakcensus.spark.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import leakcensus.census.CensusFacts;
import leakcensus.config.CensusConfig;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.disclosure.ScopeCounts;
import leakcensus.estimate.BinomialInterval;
import leakcensus.estimate.RatioWithInterval;
import leakcensus.person.PersonField;
import leakcensus.source.Source;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;

/** Rows of the tables that say which fields are exposed. */
final class FieldRows {

  private final CensusFacts facts;
  private final ToldCounts told;
  private final double confidence;
  private final SummaryRows rows;

  private FieldRows(CensusFacts facts, ToldCounts told, CensusConfig config, SummaryRows rows) {
    this.facts = facts;
    this.told = told;
    confidence = config.confidence();
    this.rows = rows;
  }

  static SummaryRows profile(
      CensusFacts facts, ToldCounts told, CensusConfig config, String runId) {
    SummaryRows rows = new SummaryRows(CensusTables.FIELD_PROFILE, runId);
    FieldRows writer = new FieldRows(facts, told, config, rows);
    writer.addTotals();
    for (int source = 0; source < facts.sources().size(); source++) {
      writer.addSource(source);
    }
    return rows;
  }

  static SummaryRows combinations(
      CensusFacts facts, ToldCounts told, CensusConfig config, String runId) {
    SummaryRows rows = new SummaryRows(CensusTables.FIELD_COMBINATION, runId);
    FieldRows writer = new FieldRows(facts, told, config, rows);
    writer.addCombinations(CountTable.ALL_SOURCES);
    for (int source = 0; source < facts.sources().size(); source++) {
      writer.addCombinations(source);
    }
    return rows;
  }

  private void addTotals() {
    for (PersonField field : PersonField.values()) {
      long mentions = 0;
      long present = 0;
      long valid = 0;
      for (int source = 0; source < facts.sources().size(); source++) {
        for (int slot = 0; slot < facts.sources().get(source).slots().size(); slot++) {
          mentions += facts.counts().at(Measure.MENTIONS, source, slot);
          present += facts.counts().at(Measure.FIELD_PRESENT, source, slot, field.ordinal());
          valid += facts.counts().at(Measure.FIELD_VALID, source, slot, field.ordinal());
        }
      }
      if (isMapped(field)) {
        addField(CountTable.ALL_SOURCES, field, mentions, present, valid);
      }
    }
  }

  private boolean isMapped(PersonField field) {
    return facts.sources().stream()
        .flatMap(source -> source.slots().stream())
        .anyMatch(slot -> slot.columns().containsKey(field));
  }

  private void addSource(int source) {
    Source definition = facts.sources().get(source);
    Set<PersonField> fields = new TreeSet<>();
    definition.slots().forEach(slot -> fields.addAll(slot.columns().keySet()));
    for (PersonField field : fields) {
      long mentions = 0;
      long present = 0;
      long valid = 0;
      for (int slot = 0; slot < definition.slots().size(); slot++) {
        long slotMentions = facts.counts().at(Measure.MENTIONS, source, slot);
        long slotPresent = facts.counts().at(Measure.FIELD_PRESENT, source, slot, field.ordinal());
        long slotValid = facts.counts().at(Measure.FIELD_VALID, source, slot, field.ordinal());
        if (definition.slots().size() > 1
            && definition.slots().get(slot).columns().containsKey(field)) {
          addRow(
              definition.name(),
              definition.slots().get(slot).name(),
              field.key(),
              slotMentions,
              slotPresent,
              OptionalLong.of(slotValid),
              noPersons(),
              several(source, slot, slot + 1, field));
        }
        mentions += slotMentions;
        present += slotPresent;
        valid += slotValid;
      }
      addField(source, field, mentions, present, valid);
    }
    addOthers(source, definition);
  }

  private void addOthers(int source, Source definition) {
    long records = facts.counts().at(Measure.RECORDS, source, 0);
    for (int other = 0; other < definition.other().size(); other++) {
      long present = 0;
      for (int slot = 0; slot < definition.slots().size(); slot++) {
        present += facts.counts().at(Measure.FIELD_PRESENT, source, slot, Source.otherBit(other));
      }
      addRow(
          definition.name(),
          Labels.ALL,
          "other:" + definition.other().get(other),
          records,
          present,
          OptionalLong.empty(),
          noPersons(),
          List.of(OptionalLong.empty(), OptionalLong.empty()));
    }
  }

  private void addField(int source, PersonField field, long mentions, long present, long valid) {
    String name = Labels.source(facts.sources(), source);
    addRow(
        name,
        Labels.ALL,
        field.key(),
        mentions,
        present,
        OptionalLong.of(valid),
        List.of(
            OptionalLong.of(facts.counts().at(Measure.FIELD_DISTINCT, source, field.ordinal())),
            told.show(
                ScopeCounts.present(name, field.key()),
                facts.counts().at(Measure.PERSON_PRESENT, source, field.ordinal())),
            told.show(
                ScopeCounts.valid(name, field.key()),
                facts.counts().at(Measure.PERSON_VALID, source, field.ordinal()))),
        several(source, 0, Source.MAX_SLOTS, field));
  }

  private static List<OptionalLong> noPersons() {
    return List.of(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
  }

  /** Values beside the first of their mentions in some slots, those kept and those left out. */
  private List<OptionalLong> several(int source, int fromSlot, int toSlot, PersonField field) {
    long kept = 0;
    long leftOut = 0;
    for (int each = 0; each < facts.sources().size(); each++) {
      for (int slot = fromSlot; slot < toSlot; slot++) {
        if (source == CountTable.ALL_SOURCES || source == each) {
          kept += facts.counts().at(Measure.FURTHER_VALUES, each, slot, field.ordinal());
          leftOut += facts.counts().at(Measure.VALUES_OVER_LIMIT, each, slot, field.ordinal());
        }
      }
    }
    return List.of(OptionalLong.of(kept), OptionalLong.of(leftOut));
  }

  private void addRow(
      String source,
      String slot,
      String field,
      long records,
      long present,
      OptionalLong valid,
      List<OptionalLong> ofPersons,
      List<OptionalLong> several) {
    Optional<RatioWithInterval> presentRatio = ratio(present, records);
    Optional<RatioWithInterval> validRatio =
        valid.isPresent() ? ratio(valid.getAsLong(), present) : Optional.empty();
    List<Object> cells = new ArrayList<>(List.of(source, slot, field, records, present, valid));
    cells.addAll(ratioCells(presentRatio));
    cells.addAll(ratioCells(validRatio));
    cells.addAll(ofPersons);
    cells.addAll(several);
    rows.add(cells.toArray());
  }

  private Optional<RatioWithInterval> ratio(long part, long whole) {
    return whole == 0
        ? Optional.empty()
        : Optional.of(BinomialInterval.of(part, whole, confidence));
  }

  private static List<Optional<Double>> ratioCells(Optional<RatioWithInterval> ratio) {
    return List.of(
        ratio.map(RatioWithInterval::ratio),
        ratio.map(RatioWithInterval::lowerRatio),
        ratio.map(RatioWithInterval::upperRatio));
  }

  private void addCombinations(int source) {
    Map<Long, Long> records = facts.counts().bySecond(Measure.COMBINATION_RECORDS, source, 0);
    TreeMap<Long, Long> persons =
        new TreeMap<>(facts.counts().bySecond(Measure.COMBINATION_PERSONS, source, 0));
    String name = Labels.source(facts.sources(), source);
    double all = persons.values().stream().reduce(0L, Math::addExact);
    Set<Long> masks = new TreeSet<>(records.keySet());
    masks.addAll(persons.keySet());
    for (long mask : masks) {
      long count = persons.getOrDefault(mask, 0L);
      OptionalLong shown = told.show(ScopeCounts.combination(name, Labels.fields(mask)), count);
      rows.add(
          name,
          Labels.fields(mask),
          records.getOrDefault(mask, 0L),
          shown,
          shown.isEmpty() || all == 0
              ? OptionalDouble.empty()
              : OptionalDouble.of(shown.getAsLong() / all),
          shown.isEmpty());
    }
  }
}
