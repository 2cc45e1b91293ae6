package leakcensus.match;

/**
 * What labels have done to a matching.
 *
 * @param labels pairs with an answer
 * @param unanswered pairs without one
 * @param notFound pairs of which a mention is not among those that the matching compares
 * @param decided pairs that stand on ids alone: one checked id, one content, or two checked ids
 * @param used pairs that the calibration was fitted to
 * @param usedSame how many of these are one person
 * @param calibration the calibration
 * @param samePairsWithout pairs of one person that the model expected without labels
 * @param samePairsWith pairs of one person that it expects with them
 */
public record LabelEffect(
    long labels,
    long unanswered,
    long notFound,
    long decided,
    long used,
    long usedSame,
    Calibration calibration,
    double samePairsWithout,
    double samePairsWith) {

  public LabelEffect {
    if (labels != notFound + decided + used || usedSame > used) {
      throw new IllegalArgumentException(
          "Invalid labels: %d with an answer, but %d not found, %d decided, %d used, %d of them one person"
              .formatted(labels, notFound, decided, used, usedSame));
    }
  }
}
