package leakcensus.simulate;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.FrequencyTable;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.gate.Gate;
import leakcensus.estimate.gate.OrderGate;
import leakcensus.estimate.select.EstimateFrequencies;

/**
 * Samples that are said to be random records of a dump a hundred times as large, whether they are
 * or not; long enough for about a hundred persons who stand in them twice.
 *
 * <p>Errors: where hardly anybody stands in the sample twice, it ends at 20,000 records with fewer
 * of them.
 */
final class RecordOrderRegime implements Regime {

  private static final double SAMPLED = 0.01;
  private static final double PAIRS = 100;
  private static final double MOST_RECORDS = 20_000;
  private static final double FEWEST_RECORDS = 100;
  private static final long PILOT_SEED = 7;

  private final RecordOrder order;

  RecordOrderRegime(RecordOrder order) {
    this.order = order;
  }

  @Override
  public String name() {
    return order.key();
  }

  @Override
  public String meaning() {
    return order.meaning();
  }

  @Override
  public List<SimulatedCase> cases(SimulationPlan plan) {
    return plan.laws().stream().<SimulatedCase>map(law -> new Case(law, order, plan)).toList();
  }

  /** Samples of one law. */
  static final class Case implements SimulatedCase {

    private final PopulationLaw records;
    private final SimulationPlan plan;
    private final Drawing drawing;
    private final long dumpRecords;

    Case(PopulationLaw records, RecordOrder order, SimulationPlan plan) {
      this.records = records;
      this.plan = plan;
      double most = Math.min(MOST_RECORDS, plan.sampleRecords());
      Drawing pilot = drawing(records, order, most);
      double pairs = pilot.draw(new SplittableRandom(PILOT_SEED)).persons().personsSeen(2) + 0.5;
      double length =
          Math.max(Math.min(FEWEST_RECORDS, most), Math.min(most, most * PAIRS / pairs));
      this.drawing = drawing(records, order, length);
      this.dumpRecords = Math.round(length / SAMPLED);
    }

    @Override
    public String law() {
      return records.name();
    }

    @Override
    public double sampledRatio() {
      return SAMPLED;
    }

    @Override
    public SimulatedAnswer draw(SplittableRandom random) {
      OrderedRecords sample = sample(random);
      double persons = dumpRecords / records.meanRecords();
      OptionalLong size = OptionalLong.of(Math.max(dumpRecords, sample.persons().records()));
      DumpSample counts = new DumpSample(sample.persons(), size);
      SampleDesign stated = new SampleDesign.RandomRecords(size);
      Gate gate = OrderGate.check(sample.gapRatios());
      SimulatedAnswer answer =
          plan.allMethods()
              ? SimulatedAnswer.of(
                  persons,
                  EstimateFrequencies.estimate(
                      new FrequencyTable(counts, stated, sample.gapRatios()), plan.confidence()))
              : SimulatedAnswer.of(
                  persons,
                  sample.persons().observedPersons(),
                  EstimateFrequencies.headline(
                      counts,
                      gate.refuses() ? new SampleDesign.Unknown() : stated,
                      plan.confidence()));
      return answer.with(gate);
    }

    /** The records of one sample. */
    OrderedRecords sample(SplittableRandom random) {
      return drawing.draw(random);
    }

    private static Drawing drawing(PopulationLaw law, RecordOrder order, double length) {
      if (order == RecordOrder.RANDOM) {
        SimulatedDump dump = new SimulatedDump(law, SAMPLED, length, false);
        return random -> shuffled(dump.draw(random), random);
      }
      DrawOrdered run = new DrawOrdered(law, order);
      return random -> run.draw(length, random);
    }

    private static OrderedRecords shuffled(DumpSample sample, SplittableRandom random) {
      RecordLine line = new RecordLine();
      for (Map.Entry<Long, Long> entry : sample.persons().asMap().entrySet()) {
        for (long person = 0; person < entry.getValue(); person++) {
          line.nextPerson();
          for (long time = 0; time < entry.getKey(); time++) {
            line.add(0);
          }
        }
      }
      return line.shuffled(random);
    }
  }

  /** Draws a sample of a fixed length. */
  private interface Drawing {
    OrderedRecords draw(SplittableRandom random);
  }
}
