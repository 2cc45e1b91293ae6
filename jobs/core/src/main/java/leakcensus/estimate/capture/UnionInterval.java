package leakcensus.estimate.capture;

import java.util.Comparator;
import java.util.List;

/** The interval from the lowest to the highest end that any of several models permits. */
final class UnionInterval {

  private final double[] seenCounts;
  private final double confidence;
  private double lowerPersons = Double.POSITIVE_INFINITY;
  private double upperPersons = Double.NEGATIVE_INFINITY;

  UnionInterval(double[] seenCounts, double confidence) {
    this.seenCounts = seenCounts;
    this.confidence = confidence;
  }

  double lowerPersons() {
    return lowerPersons;
  }

  double upperPersons() {
    return upperPersons;
  }

  /** Widens the interval by that of a model, which is returned. */
  MultinomialProfile add(FittedModel model) {
    MultinomialProfile profile = model.model().profile(seenCounts, model.fit(), confidence);
    lowerPersons = Math.min(lowerPersons, profile.lowerPersons());
    upperPersons = Math.max(upperPersons, profile.upperPersons());
    return profile;
  }

  /** Widens the interval by those of all models; the far ones first, which spares the others. */
  void addAll(List<FittedModel> models) {
    List<FittedModel> byPersons =
        models.stream()
            .sorted(Comparator.comparingDouble(model -> model.fit().unseenPersons()))
            .toList();
    for (int from = 0, to = byPersons.size() - 1; from <= to; from++, to--) {
      addIfBeyond(byPersons.get(to));
      addIfBeyond(byPersons.get(from));
    }
  }

  private void addIfBeyond(FittedModel model) {
    MultinomialLikelihood likelihood = model.model().likelihood(seenCounts, model.fit());
    double unseen = model.fit().unseenPersons();
    if (!likelihood.endsWithin(lowerPersons, upperPersons, unseen, confidence)) {
      add(model);
    }
  }
}
