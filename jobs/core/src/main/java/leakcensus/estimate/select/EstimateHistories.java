package leakcensus.estimate.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.GoodTuringCoverage;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SelectionReason;
import leakcensus.estimate.capture.CaptureHistories;
import leakcensus.estimate.capture.EstimateCaptures;
import leakcensus.estimate.capture.FlatIndexEstimator;
import leakcensus.estimate.capture.IndexMatches;

/** Answers from capture histories alone: how many persons stand on the lists and behind them. */
public final class EstimateHistories {

  private EstimateHistories() {}

  /**
   * The rows of all methods of capture-recapture, one selected for each scope. The coverage is that
   * of the entries of the lists.
   *
   * @param histories persons by the lists that hold them, free of error of linkage
   * @param indexes names of the lists that were drawn at random from an index with one record for
   *     every person; it answers where it can
   * @param confidence nominal coverage of every interval, a ratio in (0, 1)
   * @throws IllegalArgumentException if an index is none of the lists
   */
  public static FrequencyAnswer estimate(
      CaptureHistories histories, Set<String> indexes, double confidence) {
    double persons = histories.observedPersons();
    List<PersonEstimate> rows = new ArrayList<>();
    rows.add(
        PersonEstimate.builder(EstimateScope.SAMPLE, "count", confidence)
            .persons(persons)
            .lowerPersons(persons)
            .upperPersons(persons)
            .selected(SelectionReason.SAMPLE_COUNTED)
            .assumptions("A count; the table is taken as free of linkage error.")
            .build());
    rows.addAll(withIndex(EstimateCaptures.of(histories, confidence), histories, indexes));
    return new FrequencyAnswer(rows, List.of(), GoodTuringCoverage.of(entries(histories)));
  }

  private static List<PersonEstimate> withIndex(
      List<PersonEstimate> captures, CaptureHistories histories, Set<String> indexes) {
    if (indexes.isEmpty()) {
      return captures;
    }
    return PreferIndex.over(
        captures,
        FlatIndexEstimator.of(IndexMatches.of(histories, indexes), captures.get(0).confidence()));
  }

  private static FrequencyOfFrequencies entries(CaptureHistories histories) {
    Map<Long, Long> personsByLists = new TreeMap<>();
    histories
        .persons()
        .forEach(
            (history, persons) ->
                personsByLists.merge((long) Integer.bitCount(history), persons, Math::addExact));
    return personsByLists.isEmpty()
        ? FrequencyOfFrequencies.empty()
        : FrequencyOfFrequencies.of(personsByLists);
  }
}
