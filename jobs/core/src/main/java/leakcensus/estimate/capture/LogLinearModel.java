package leakcensus.estimate.capture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * A hierarchical log-linear model of lists: each list has its own chance to hold a person, and some
 * sets of lists depend on each other.
 *
 * @param lists number of lists
 * @param interactions sets of two or more lists that depend on each other, as bits
 */
record LogLinearModel(int lists, SortedSet<Integer> interactions) {

  LogLinearModel {
    interactions = Collections.unmodifiableSortedSet(new TreeSet<>(interactions));
  }

  static LogLinearModel independence(int lists) {
    return new LogLinearModel(lists, new TreeSet<>());
  }

  /** The same model with an interaction more, or without it if it had it. */
  LogLinearModel toggled(int interaction) {
    SortedSet<Integer> changed = new TreeSet<>(interactions);
    if (!changed.remove(interaction)) {
      changed.add(interaction);
    }
    return new LogLinearModel(lists, changed);
  }

  LogLinearFit fit(double[] seenCounts) {
    return new FitLogLinear(design().seen()).fit(seenCounts);
  }

  MultinomialProfile profile(double[] seenCounts, LogLinearFit fit, double confidence) {
    FitLogLinear full = new FitLogLinear(design().withUnseen());
    ToDoubleFunction<double[]> deviance = counts -> full.fit(counts).deviance();
    return MultinomialProfile.of(deviance, seenCounts, fit.unseenPersons(), confidence);
  }

  CaptureDesign design() {
    List<Integer> terms = new ArrayList<>();
    for (int list = 0; list < lists; list++) {
      terms.add(1 << list);
    }
    terms.addAll(interactions);
    return CaptureDesign.ofTerms(lists, terms);
  }
}
