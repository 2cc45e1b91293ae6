package leakcensus.estimate.claim;

import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a sample of some design and size would tell of a claim.
 *
 * @param design how it is drawn
 * @param sources number of sources that it is drawn from
 * @param recordsPerSource records from each of them, or from the whole dump
 * @param comparedPairs pairs of records that are compared
 * @param expectedPairs repeated persons to be expected if the claim is right
 * @param powerByTruth chance to reject the claim at 5 %, by truth / claim
 * @param smallestFewerRatio truth / claim nearest to 1 that the sample shows with the wanted chance
 * @param neededPerSource records from each source that tell the claim from the wanted ratio of it;
 *     every larger sample does so too
 * @param knownFalseMatchRatio largest rate of false matches for each compared pair, if it is known,
 *     under which the sample still tells the claim from the wanted ratio; absent if it never does
 * @param unknownFalseMatchRatio rate of false matches that nobody knows of under which a true claim
 *     is rejected twice as often as it should be
 */
public record SamplePlan(
    PlannedDesign design,
    int sources,
    double recordsPerSource,
    double comparedPairs,
    double expectedPairs,
    SortedMap<Double, Double> powerByTruth,
    OptionalDouble smallestFewerRatio,
    double neededPerSource,
    OptionalDouble knownFalseMatchRatio,
    double unknownFalseMatchRatio) {

  public SamplePlan {
    powerByTruth = new TreeMap<>(powerByTruth);
  }
}
