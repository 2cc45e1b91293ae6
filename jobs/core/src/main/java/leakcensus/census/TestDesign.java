package leakcensus.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import leakcensus.config.CensusConfig;
import leakcensus.count.Measure;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.SourceStatements;
import leakcensus.estimate.gate.Gate;
import leakcensus.estimate.gate.OneRecordGate;
import leakcensus.estimate.gate.OrderGate;
import leakcensus.estimate.gate.SampledRatioGate;
import leakcensus.estimate.gate.SpreadGate;
import leakcensus.profile.CountPersons;

/**
 * Tests what the configuration states of the sample by what was counted. A gate that refuses
 * overrules the statement; passing proves nothing.
 */
final class TestDesign {

  private final CensusFacts facts;
  private final CensusConfig config;
  private final List<Gate> gates = new ArrayList<>();

  private TestDesign(CensusFacts facts, CensusConfig config) {
    this.facts = facts;
    this.config = config;
  }

  /** What is left of the stated design. */
  static TestedDesign of(CensusFacts facts, CensusConfig config) {
    return new TestDesign(facts, config).tested();
  }

  private TestedDesign tested() {
    SampleDesign stated = stated();
    if (stated instanceof SampleDesign.RandomRecords
        || stated instanceof SampleDesign.IndependentDraws) {
      gates.add(OrderGate.checkBins(gaps()));
    }
    SampleDesign designOfEach = unlessRefused(stated);
    if (stated instanceof SampleDesign.IndependentDraws && facts.sources().size() > 1) {
      gates.add(spread());
    }
    if (stated instanceof SampleDesign.RandomRecords && knowsAllDumpRecords()) {
      gates.add(SampledRatioGate.check(records(), dumpRecords()));
    }
    SampleDesign design = unlessRefused(stated);
    Optional<String> refusal =
        gates.stream().filter(Gate::refuses).findFirst().map(Gate::explanation);
    SourceStatements statements = indexes();
    return new TestedDesign(design, designOfEach, statements, gates, refusal);
  }

  private SampleDesign unlessRefused(SampleDesign stated) {
    return gates.stream().anyMatch(Gate::refuses) ? new SampleDesign.Unknown() : stated;
  }

  /** The records of the dump are those of its sources, where all of these are known. */
  private SampleDesign stated() {
    return config.design() instanceof SampleDesign.RandomRecords random
            && random.dumpRecords().isEmpty()
            && knowsAllDumpRecords()
        ? new SampleDesign.RandomRecords(
            OptionalLong.of(LongStream.of(dumpRecords()).reduce(0, Math::addExact)))
        : config.design();
  }

  private SourceStatements indexes() {
    SortedSet<String> kept = new TreeSet<>();
    for (int source = 0; source < facts.sources().size(); source++) {
      String name = facts.sources().get(source).name();
      if (config.statements().isPersonIndex(name)) {
        Gate gate =
            OneRecordGate.check(
                name,
                facts.counts().at(Measure.REPEAT_PAIRS, source, source),
                facts.unnamedJoins());
        gates.add(gate);
        if (!gate.refuses()) {
          kept.add(name);
        }
      }
    }
    return new SourceStatements(kept, config.statements().dumpRecords());
  }

  private Gate spread() {
    long within = 0;
    long across = 0;
    for (int first = 0; first < facts.sources().size(); first++) {
      for (int second = first; second < facts.sources().size(); second++) {
        long persons =
            facts.counts().bySecond(Measure.REPEAT_GAPS, first, second).values().stream()
                .reduce(0L, Math::addExact);
        within += first == second ? persons : 0;
        across += first == second ? 0 : persons;
      }
    }
    return SpreadGate.check(
        IntStream.range(0, facts.sources().size())
            .mapToLong(source -> facts.persons(source).records())
            .toArray(),
        within,
        across);
  }

  private long[] gaps() {
    long[] personsByBin = new long[CountPersons.GAP_BINS];
    for (int first = 0; first < facts.sources().size(); first++) {
      for (int second = first; second < facts.sources().size(); second++) {
        facts
            .counts()
            .bySecond(Measure.REPEAT_GAPS, first, second)
            .forEach((bin, persons) -> personsByBin[bin.intValue()] += persons);
      }
    }
    return personsByBin;
  }

  private boolean knowsAllDumpRecords() {
    return !facts.sources().isEmpty()
        && facts.sources().stream()
            .allMatch(source -> config.statements().dumpRecords(source.name()).isPresent());
  }

  private long[] records() {
    return IntStream.range(0, facts.sources().size())
        .mapToLong(source -> facts.counts().at(Measure.RECORDS, source, 0))
        .toArray();
  }

  private long[] dumpRecords() {
    return facts.sources().stream()
        .mapToLong(source -> config.statements().dumpRecords(source.name()).orElseThrow())
        .toArray();
  }
}
