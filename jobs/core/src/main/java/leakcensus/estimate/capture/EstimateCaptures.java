package leakcensus.estimate.capture;

import java.util.ArrayList;
import java.util.List;
import leakcensus.estimate.Confidence;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SelectionReason;

/**
 * Says by every method of capture-recapture how many persons stand behind several lists, and which
 * row answers.
 *
 * <p>Two lists: Chapman's estimate. Three or more: the average of log-linear models. Where the
 * lists share too little, the answering row says what is needed, with the persons seen as its lower
 * end.
 */
public final class EstimateCaptures {

  private static final int FEWEST_LISTS = 2;
  private static final int FEWEST_LISTS_FOR_DEPENDENCE = 3;

  private static final String ONE_LIST =
      "One source alone tells nothing about the persons it does not hold.";
  private static final String SECOND_LIST =
      "A second source of the same population, with persons of its own.";

  private EstimateCaptures() {}

  /**
   * Rows in a fixed order: pairs of lists, sample coverage, Mt, Mth, the average of models; exactly
   * one is selected.
   *
   * @param histories persons by the set of lists that hold them; lists without a person are left
   *     out
   * @param confidence nominal coverage of every interval, a ratio in (0, 1)
   * @throws IllegalArgumentException if the confidence is no such ratio
   */
  public static List<PersonEstimate> of(CaptureHistories histories, double confidence) {
    Confidence.check(confidence);
    CaptureHistories held = histories.withoutEmptyLists();
    if (held.lists().size() < FEWEST_LISTS || held.observedPersons() == 0) {
      return List.of(oneList(held, confidence).select(SelectionReason.TWO_LISTS));
    }

    List<PersonEstimate> rows = new ArrayList<>(pairs(held, confidence));
    if (held.lists().size() < FEWEST_LISTS_FOR_DEPENDENCE) {
      rows.set(0, rows.get(0).select(SelectionReason.TWO_LISTS));
      rows.add(MtEstimator.of(held, confidence));
    } else {
      rows.addAll(SampleCoverageEstimator.of(held, confidence));
      rows.add(MtEstimator.of(held, confidence));
      rows.add(MthChaoEstimator.of(held, confidence));
      rows.add(LogLinearAverage.of(held, confidence).select(SelectionReason.MORE_LISTS));
    }
    return List.copyOf(rows);
  }

  private static List<PersonEstimate> pairs(CaptureHistories histories, double confidence) {
    List<PersonEstimate> rows = new ArrayList<>();
    for (int first = 0; first < histories.lists().size(); first++) {
      for (int second = first + 1; second < histories.lists().size(); second++) {
        rows.add(ChapmanEstimator.of(histories, first, second, confidence));
      }
    }
    return rows;
  }

  private static PersonEstimate oneList(CaptureHistories histories, double confidence) {
    return PersonEstimate.builder(EstimateScope.DUMP, "chapman", confidence)
        .lowerPersons(histories.observedPersons())
        .assumptions(ONE_LIST)
        .needed(SECOND_LIST)
        .build();
  }
}
