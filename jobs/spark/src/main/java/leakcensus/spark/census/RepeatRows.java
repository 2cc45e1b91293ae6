package leakcensus.spark.census;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import leakcensus.census.CensusFacts;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.disclosure.OverlapCounts;
import leakcensus.population.RoundCounts;
import leakcensus.profile.CountPersons;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;

/** Rows of the tables that say how records and persons repeat. */
final class RepeatRows {

  private static final int TENTHS = 10;

  private RepeatRows() {}

  static SummaryRows frequency(CensusFacts facts, String runId) {
    SummaryRows rows = new SummaryRows(CensusTables.FREQUENCY, runId);
    Map<String, Measure> levels = new TreeMap<>();
    levels.put("exact", Measure.EXACT_FREQUENCY);
    levels.put("normalised", Measure.NORMALISED_FREQUENCY);
    levels.put("person", Measure.PERSON_FREQUENCY);
    levels.put("checked-id", Measure.CHECKED_ID_FREQUENCY);
    List<Integer> sources = new ArrayList<>(List.of(CountTable.ALL_SOURCES));
    for (int source = 0; source < facts.sources().size(); source++) {
      sources.add(source);
    }
    for (int source : sources) {
      levels.forEach(
          (level, measure) ->
              facts
                  .counts()
                  .bySecond(measure, source, 0)
                  .forEach(
                      (k, persons) ->
                          rows.add(Labels.source(facts.sources(), source), level, k, persons)));
    }
    return rows;
  }

  static SummaryRows overlap(CensusFacts facts, ToldCounts told, String runId) {
    SummaryRows rows = new SummaryRows(CensusTables.OVERLAP, runId);
    TreeMap<Long, Long> persons =
        new TreeMap<>(facts.counts().bySecond(Measure.OVERLAP, CountTable.ALL_SOURCES, 0));
    persons.forEach(
        (mask, count) -> {
          String sources = Labels.sources(facts.sources(), mask);
          OptionalLong shown = told.show(OverlapCounts.exactly(sources), count);
          rows.add(sources, shown, shown.isEmpty());
        });
    return rows;
  }

  static SummaryRows pairs(CensusFacts facts, ToldCounts told, String runId) {
    SummaryRows rows = new SummaryRows(CensusTables.REPEAT_PAIRS, runId);
    for (int first = 0; first < facts.sources().size(); first++) {
      for (int second = first; second < facts.sources().size(); second++) {
        OptionalLong persons =
            first == second
                ? OptionalLong.of(facts.counts().at(Measure.REPEAT_PERSONS, first, second))
                : personsInBoth(facts, told, first, second);
        rows.add(
            facts.sources().get(first).name(),
            facts.sources().get(second).name(),
            persons,
            facts.counts().at(Measure.REPEAT_PAIRS, first, second),
            persons.isPresent() ? Optional.of(gaps(facts, told, first, second)) : Optional.empty());
      }
    }
    return rows;
  }

  private static OptionalLong personsInBoth(
      CensusFacts facts, ToldCounts told, int first, int second) {
    String sources = Labels.sources(facts.sources(), 1L << first | 1L << second);
    return told.show(
        OverlapCounts.both(sources), facts.counts().at(Measure.REPEAT_PERSONS, first, second));
  }

  /** Of one source alone, as the persons beside them, they are counts of structure. */
  private static List<Long> gaps(CensusFacts facts, ToldCounts told, int first, int second) {
    RoundCounts rounding = first == second ? RoundCounts.NONE : told.rounding();
    long[] tenths = new long[TENTHS];
    facts
        .counts()
        .bySecond(Measure.REPEAT_GAPS, first, second)
        .forEach((bin, persons) -> tenths[(int) (bin * TENTHS / CountPersons.GAP_BINS)] += persons);
    return Arrays.stream(tenths).map(rounding::nearest).boxed().toList();
  }
}
