package leakcensus.estimate.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Chao's lower bound as a log-linear model: one effect a list, and effects of the number of lists
 * that are not negative.
 */
final class MthChaoModel {

  private static final int FIRST_HETEROGENEITY = 3;

  private final int lists;

  MthChaoModel(int lists) {
    this.lists = lists;
  }

  LogLinearFit fit(double[] seenCounts) {
    return clipped(seenCounts, false);
  }

  MultinomialProfile profile(double[] seenCounts, LogLinearFit fit, double confidence) {
    MultinomialLikelihood likelihood =
        new MultinomialLikelihood(counts -> clipped(counts, true).deviance(), seenCounts);
    return MultinomialProfile.of(likelihood, fit.unseenPersons(), confidence);
  }

  /** Drops the first negative effect of the number of lists, until none is left. */
  private LogLinearFit clipped(double[] counts, boolean withUnseen) {
    List<Integer> heterogeneity =
        new ArrayList<>(IntStream.rangeClosed(FIRST_HETEROGENEITY, lists).boxed().toList());
    while (true) {
      CaptureDesign design = design(heterogeneity);
      LogLinearFit fit =
          new FitLogLinear(withUnseen ? design.withUnseen() : design.seen()).fit(counts);
      int negative = firstNegative(fit, heterogeneity.size());
      if (negative < 0) {
        return fit;
      }
      heterogeneity.remove(negative);
    }
  }

  private int firstNegative(LogLinearFit fit, int effects) {
    return IntStream.range(0, effects)
        .filter(effect -> fit.coefficients()[lists + effect] < 0)
        .findFirst()
        .orElse(-1);
  }

  private CaptureDesign design(List<Integer> heterogeneity) {
    List<IntToDoubleFunction> columns = new ArrayList<>();
    for (int list = 0; list < lists; list++) {
      int bit = 1 << list;
      columns.add(history -> (history & bit) == 0 ? 0 : 1);
    }
    for (int from : heterogeneity) {
      columns.add(history -> Math.max(0, Integer.bitCount(history) - from + 1));
    }
    return new CaptureDesign(lists, columns);
  }
}
