package leakcensus.pipeline;

import java.util.ArrayList;
import java.util.List;
import leakcensus.config.CensusConfig;
import leakcensus.link.ResolveMethod;

/** Names of the steps of a census, in their order, so that progress can say how many there are. */
final class CensusSteps {

  private CensusSteps() {}

  /**
   * The steps of a run.
   *
   * @param config all settings
   * @param labels whether labels of pairs are given
   * @param sketch whether a sketch of the persons is kept for comparisons
   * @param night whether it is a night of a series
   */
  static List<String> of(CensusConfig config, boolean labels, boolean sketch, boolean night) {
    List<String> steps = new ArrayList<>(List.of("list files", "read and prepare"));
    if (config.resolve().trust().method() == ResolveMethod.MATCHING) {
      steps.addAll(List.of("count keys", "compare"));
      addIf(labels, "apply labels", steps);
      steps.addAll(List.of("connect", "resolve"));
      addIf(config.output().reviewPairs() > 0, "write pairs for review", steps);
    } else {
      steps.add("resolve");
    }
    steps.add("profile");
    addIf(config.output().assignments(), "write assignments", steps);
    addIf(sketch, "sketch persons", steps);
    steps.addAll(List.of("estimate", "withhold"));
    addIf(night, "keep the night", steps);
    steps.add("write");
    return steps;
  }

  private static void addIf(boolean given, String step, List<String> steps) {
    if (given) {
      steps.add(step);
    }
  }
}
