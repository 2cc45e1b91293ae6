package leakcensus.simulate;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.FrequencyTable;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.select.EstimateFrequencies;

/** The sample is the whole dump, and its persons are counted; every extrapolation errs. */
final class WholeDumpRegime implements Regime {

  @Override
  public String name() {
    return "whole-dump";
  }

  @Override
  public String meaning() {
    return "the sample is the whole dump";
  }

  @Override
  public List<SimulatedCase> cases(SimulationPlan plan) {
    return plan.laws().stream().<SimulatedCase>map(law -> new Case(law, plan)).toList();
  }

  private record Case(PopulationLaw records, SimulationPlan plan) implements SimulatedCase {

    @Override
    public String law() {
      return records.name();
    }

    @Override
    public double sampledRatio() {
      return 1;
    }

    @Override
    public SimulatedAnswer draw(SplittableRandom random) {
      FrequencyOfFrequencies dump = dump(random);
      DumpSample sample = new DumpSample(dump, OptionalLong.of(dump.records()));
      SampleDesign design = new SampleDesign.WholeDump();
      return plan.allMethods()
          ? SimulatedAnswer.of(
              dump.observedPersons(),
              EstimateFrequencies.estimate(
                  new FrequencyTable(sample, design, new double[0]), plan.confidence()))
          : SimulatedAnswer.of(
              dump.observedPersons(),
              dump.observedPersons(),
              EstimateFrequencies.headline(sample, design, plan.confidence()));
    }

    private FrequencyOfFrequencies dump(SplittableRandom random) {
      double persons = plan.sampleRecords() / records.meanRecords();
      double[] ratios = records.ratios();
      Map<Long, Long> counts = new TreeMap<>();
      for (int at = 0; at < ratios.length; at++) {
        long count = RandomCount.poisson(random, persons * ratios[at]);
        if (count > 0) {
          counts.put(at + 1L, count);
        }
      }
      return counts.isEmpty() ? FrequencyOfFrequencies.empty() : FrequencyOfFrequencies.of(counts);
    }
  }
}
