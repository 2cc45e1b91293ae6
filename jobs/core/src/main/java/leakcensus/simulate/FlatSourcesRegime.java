package leakcensus.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.SelectionReason;
import leakcensus.estimate.capture.FlatIndexEstimator;
import leakcensus.estimate.select.AllMethods;
import leakcensus.estimate.select.EstimateHistories;

/**
 * Two or three sources with one row per person, and one such source beside one that repeats its
 * persons by a law. Answered from the index; the lists of a capture history stand beside it, and
 * the methods on frequencies, which see all samples pooled: that is wrong and common.
 */
final class FlatSourcesRegime implements Regime {

  @Override
  public String name() {
    return "flat-sources";
  }

  @Override
  public String meaning() {
    return "samples of several sources of the same persons, the first with one row per person";
  }

  @Override
  public List<SimulatedCase> cases(SimulationPlan plan) {
    List<SimulatedCase> cases = new ArrayList<>();
    for (double ratio : plan.sampledRatios()) {
      long persons = Math.round(plan.sampleRecords() / 3 / ratio);
      FlatSources sources = new FlatSources(persons, ratio);
      cases.add(new Case("flat+flat", ratio, persons, random -> sources.flat(2, random), plan));
      cases.add(
          new Case("flat+flat+flat", ratio, persons, random -> sources.flat(3, random), plan));
      for (PopulationLaw law : plan.laws()) {
        SimulatedDump second =
            new SimulatedDump(law, ratio, persons * ratio * law.meanRecords(), false);
        cases.add(
            new Case(
                "flat+" + law.name(),
                ratio,
                second.persons(),
                random -> sources.beside(second, random),
                plan));
      }
    }
    return cases;
  }

  private record Case(
      String law,
      double sampledRatio,
      double persons,
      Function<SplittableRandom, FlatSample> sources,
      SimulationPlan plan)
      implements SimulatedCase {

    @Override
    public SimulatedAnswer draw(SplittableRandom random) {
      FlatSample sample = sources.apply(random);
      SimulatedAnswer answer =
          SimulatedAnswer.of(
              persons,
              sample.histories().observedPersons(),
              FlatIndexEstimator.of(sample.matches(), plan.confidence())
                  .select(SelectionReason.PERSON_INDEX));
      return plan.allMethods() ? answer.and(lists(sample)).and(pooled(sample)) : answer;
    }

    private List<PersonEstimate> lists(FlatSample sample) {
      return EstimateHistories.estimate(sample.histories(), Set.of(), plan.confidence())
          .estimates()
          .stream()
          .filter(row -> row.scope() == EstimateScope.DUMP)
          .map(PersonEstimate::unselected)
          .toList();
    }

    private List<PersonEstimate> pooled(FlatSample sample) {
      return AllMethods.of(
              new DumpSample(sample.pooled(), OptionalLong.empty()),
              new SampleDesign.IndependentDraws(),
              plan.confidence())
          .stream()
          .filter(PersonEstimate::identifiable)
          .toList();
    }
  }
}
