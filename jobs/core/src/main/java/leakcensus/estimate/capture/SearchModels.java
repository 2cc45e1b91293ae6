package leakcensus.estimate.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits the log-linear models that come into question.
 *
 * <p>Up to four lists these are all hierarchical models but the saturated one, 8 and 113 of them;
 * with five lists all 1024 models of pairs. With more lists it fits independence and each single
 * pair, which is all that counts of that many histories usually bear.
 */
final class SearchModels {

  private static final int MOST_LISTS_FOR_GROUPS = 4;
  private static final int MOST_LISTS_FOR_ALL_PAIRS = 5;

  private final int lists;
  private final double[] counts;
  private final double seenPersons;
  private final List<FittedModel> fitted = new ArrayList<>();

  private SearchModels(CaptureHistories histories) {
    this.lists = histories.lists().size();
    this.counts = histories.counts();
    this.seenPersons = histories.observedPersons();
  }

  /** All models that were fitted, those with the smallest criterion of Schwarz first. */
  static List<FittedModel> of(CaptureHistories histories) {
    return new SearchModels(histories).search();
  }

  private List<FittedModel> search() {
    LogLinearModel independence = LogLinearModel.independence(lists);
    if (lists <= MOST_LISTS_FOR_ALL_PAIRS) {
      fitAll(independence, interactions(), 0);
    } else {
      fit(independence);
      interactions().forEach(pair -> fit(independence.with(pair)));
    }
    return fitted.stream()
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
      fitAll(model.with(interaction), interactions, from + 1);
    }
  }

  private void fit(LogLinearModel model) {
    fitted.add(FittedModel.of(model, counts, seenPersons));
  }

  private boolean hasAllPairs(LogLinearModel model, int interaction) {
    return Integer.bitCount(interaction) == 2
        || interactions().stream()
            .filter(pair -> Integer.bitCount(pair) == 2 && (pair & interaction) == pair)
            .allMatch(model.interactions()::contains);
  }

  /** Sets of two or, with few lists, more lists, but never of all; the small ones first. */
  private List<Integer> interactions() {
    int most = lists <= MOST_LISTS_FOR_GROUPS ? lists - 1 : 2;
    return IntStream.range(1, 1 << lists)
        .filter(set -> Integer.bitCount(set) >= 2 && Integer.bitCount(set) <= most)
        .boxed()
        .sorted(Comparator.comparingInt(Integer::bitCount).thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
