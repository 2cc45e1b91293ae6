package leakcensus.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.FrequencyTable;
import leakcensus.estimate.select.EstimateFrequencies;

/** Samples of one dump that are what their stated design says, at each sampled part and law. */
final class SingleDumpRegime implements Regime {

  private final String name;
  private final String meaning;
  private final boolean independent;

  private SingleDumpRegime(String name, String meaning, boolean independent) {
    this.name = name;
    this.meaning = meaning;
    this.independent = independent;
  }

  static SingleDumpRegime randomRecords() {
    return new SingleDumpRegime(
        "random-records", "records drawn at random from a dump of known size", false);
  }

  static SingleDumpRegime independentDraws() {
    return new SingleDumpRegime(
        "independent-draws", "records drawn one by one from a dump of unknown size", true);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String meaning() {
    return meaning;
  }

  @Override
  public List<SimulatedCase> cases(SimulationPlan plan) {
    List<SimulatedCase> cases = new ArrayList<>();
    for (double ratio : plan.sampledRatios()) {
      for (PopulationLaw law : plan.laws()) {
        cases.add(new Case(law.name(), ratio, dump(plan, law, ratio), plan));
      }
    }
    return cases;
  }

  private SimulatedDump dump(SimulationPlan plan, PopulationLaw law, double ratio) {
    return new SimulatedDump(law, ratio, plan.sampleRecords(), independent);
  }

  private record Case(String law, double sampledRatio, SimulatedDump dump, SimulationPlan plan)
      implements SimulatedCase {

    @Override
    public SimulatedAnswer draw(SplittableRandom random) {
      DumpSample sample = dump.draw(random);
      return plan.allMethods()
          ? SimulatedAnswer.of(
              dump.persons(),
              EstimateFrequencies.estimate(
                  new FrequencyTable(sample, dump.design(), new double[0]), plan.confidence()))
          : SimulatedAnswer.of(
              dump.persons(),
              sample.persons().observedPersons(),
              EstimateFrequencies.headline(sample, dump.design(), plan.confidence()));
    }
  }
}
