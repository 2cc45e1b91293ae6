package leakcensus.estimate.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.GoodTuringCoverage;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.capture.CaptureHistories;
import leakcensus.estimate.capture.EstimateCaptures;

/** Answers from capture histories alone: how many persons stand on the lists and behind them. */
public final class EstimateHistories {

  private EstimateHistories() {}

  /**
   * The rows of all methods of capture-recapture, one selected for each scope. The coverage is that
   * of the entries of the lists.
   *
   * @param histories persons by the lists that hold them, free of error of linkage
   * @param confidence nominal coverage of every interval, a ratio in (0, 1)
   */
  public static FrequencyAnswer estimate(CaptureHistories histories, double confidence) {
    double persons = histories.observedPersons();
    List<PersonEstimate> rows = new ArrayList<>();
    rows.add(
        PersonEstimate.builder(EstimateScope.SAMPLE, "count", confidence)
            .persons(persons)
            .lowerPersons(persons)
            .upperPersons(persons)
            .selected()
            .assumptions("A count; the table is taken as free of linkage error.")
            .build());
    rows.addAll(EstimateCaptures.of(histories, confidence));
    return new FrequencyAnswer(rows, List.of(), GoodTuringCoverage.of(entries(histories)));
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
