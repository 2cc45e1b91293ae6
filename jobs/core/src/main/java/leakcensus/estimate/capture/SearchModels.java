package leakcensus.estimate.capture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Fits the log-linear models that come into question.
 *
 * <p>Up to four lists these are all hierarchical models but the saturated one. With five lists it
 * walks from independence over single changes of a pair, and goes on from every model inside the
 * window of the best one so far. With more lists it fits independence and each single pair, which
 * is all that counts of that many histories usually bear.
 */
final class SearchModels {

  private static final int MOST_LISTS_FOR_ALL = 4;
  private static final int MOST_LISTS_FOR_WALK = 5;
  private static final int MOST_FITS = 400;

  private final int lists;
  private final double[] counts;
  private final double seenPersons;
  private final double window;
  private final Map<LogLinearModel, FittedModel> fitted = new HashMap<>();

  private SearchModels(CaptureHistories histories, double window) {
    this.lists = histories.lists().size();
    this.counts = histories.counts();
    this.seenPersons = histories.observedPersons();
    this.window = window;
  }

  /**
   * All models that were fitted, best first.
   *
   * @param window how much worse than the best a model may be for its neighbours to be fitted
   */
  static List<FittedModel> of(CaptureHistories histories, double window) {
    return new SearchModels(histories, window).search();
  }

  private List<FittedModel> search() {
    LogLinearModel independence = LogLinearModel.independence(lists);
    if (lists <= MOST_LISTS_FOR_ALL) {
      fitAll(independence, interactions(), 0);
    } else if (lists <= MOST_LISTS_FOR_WALK) {
      walk(independence);
    } else {
      fit(independence);
      pairs().forEach(pair -> fit(independence.toggled(pair)));
    }
    return fitted.values().stream()
        .sorted(
            Comparator.comparingDouble(FittedModel::schwarz)
                .thenComparing(entry -> entry.model().interactions().toString()))
        .toList();
  }

  /** Takes or leaves each interaction from a position on; a set comes after all its subsets. */
  private void fitAll(LogLinearModel model, List<Integer> interactions, int from) {
    if (from == interactions.size()) {
      fit(model);
      return;
    }
    int interaction = interactions.get(from);
    fitAll(model, interactions, from + 1);
    if (hasAllPairs(model, interaction)) {
      fitAll(model.toggled(interaction), interactions, from + 1);
    }
  }

  private void walk(LogLinearModel start) {
    Deque<LogLinearModel> ahead = new ArrayDeque<>(List.of(start));
    double best = Double.POSITIVE_INFINITY;
    fit(start);
    while (!ahead.isEmpty()) {
      LogLinearModel model = ahead.removeFirst();
      for (int pair : pairs()) {
        LogLinearModel neighbour = model.toggled(pair);
        if (!fitted.containsKey(neighbour) && fitted.size() < MOST_FITS) {
          FittedModel fit = fit(neighbour);
          if (fit.schwarz() <= best + window) {
            ahead.add(neighbour);
          }
          best = Math.min(best, fit.schwarz());
        }
      }
    }
  }

  private FittedModel fit(LogLinearModel model) {
    return fitted.computeIfAbsent(model, key -> FittedModel.of(key, counts, seenPersons));
  }

  private boolean hasAllPairs(LogLinearModel model, int interaction) {
    return Integer.bitCount(interaction) == 2
        || pairs().stream()
            .filter(pair -> (pair & interaction) == pair)
            .allMatch(model.interactions()::contains);
  }

  private List<Integer> pairs() {
    return interactions().stream().filter(set -> Integer.bitCount(set) == 2).toList();
  }

  /** Sets of two or more lists, but not of all, the small ones first. */
  private List<Integer> interactions() {
    List<Integer> sets =
        new ArrayList<>(
            IntStream.range(1, (1 << lists) - 1)
                .filter(set -> Integer.bitCount(set) >= 2)
                .boxed()
                .toList());
    sets.sort(Comparator.comparingInt(Integer::bitCount).thenComparing(Comparator.naturalOrder()));
    return sets;
  }
}
