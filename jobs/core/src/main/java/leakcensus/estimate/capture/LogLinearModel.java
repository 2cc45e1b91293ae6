package leakcensus.estimate.capture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

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

  /** The same model with an interaction more. */
  LogLinearModel with(int interaction) {
    SortedSet<Integer> more = new TreeSet<>(interactions);
    more.add(interaction);
    return new LogLinearModel(lists, more);
  }

  /** Whether no more than two lists at a time depend on each other. */
  boolean ofPairs() {
    return interactions.stream().allMatch(set -> Integer.bitCount(set) == 2);
  }

  LogLinearFit fit(double[] seenCounts) {
    return new FitLogLinear(design().seen()).fit(seenCounts);
  }

  /** The likelihood of the model by the number of unseen persons, from a fit to the seen. */
  MultinomialLikelihood likelihood(double[] seenCounts, LogLinearFit fit) {
    FitLogLinear full = new FitLogLinear(design().withUnseen());
    return new MultinomialLikelihood(
        counts -> full.fit(counts, fit.coefficients()).deviance(), seenCounts);
  }

  MultinomialProfile profile(double[] seenCounts, LogLinearFit fit, double confidence) {
    return MultinomialProfile.of(likelihood(seenCounts, fit), fit.unseenPersons(), confidence);
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
