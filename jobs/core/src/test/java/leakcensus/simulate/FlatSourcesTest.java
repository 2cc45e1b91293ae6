package leakcensus.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FlatSourcesTest {

  private static final SplittableRandom RANDOM = new SplittableRandom(81);
  private static final PopulationLaw LAW = ParseLaw.option("uneven=1:3,10:1");

  /** Persons one by one, each row of the index and each record tossed for itself. */
  @Test
  void drawsLikeOneTossARecord() {
    int persons = 200_000;
    double ratio = 0.1;
    SplittableRandom toss = new SplittableRandom(82);
    long flat = 0;
    long records = 0;
    long pairs = 0;
    long both = 0;
    for (int person = 0; person < persons; person++) {
      int own = toss.nextDouble() < 0.25 ? 10 : 1;
      int seen = 0;
      for (int record = 0; record < own; record++) {
        seen += toss.nextDouble() < ratio ? 1 : 0;
      }
      boolean indexed = toss.nextDouble() < ratio;
      flat += indexed ? 1 : 0;
      records += seen;
      pairs += indexed ? seen : 0;
      both += indexed && seen > 0 ? 1 : 0;
    }

    SimulatedDump second =
        new SimulatedDump(LAW, ratio, persons * ratio * LAW.meanRecords(), false);
    FlatSample sample = new FlatSources(persons, ratio).beside(second, RANDOM);

    assertThat(second.persons()).isEqualTo(persons);
    assertThat((double) sample.flatRecords()).isCloseTo(flat, near(flat));
    assertThat((double) sample.otherRecords()).isCloseTo(records, within(20 * Math.sqrt(records)));
    assertThat(sample.pairs()).isCloseTo(pairs, within(20 * Math.sqrt(pairs)));
    assertThat((double) sample.histories().persons().get(3)).isCloseTo(both, near(both));
    assertThat(sample.pooled().records()).isEqualTo(sample.flatRecords() + sample.otherRecords());
    assertThat(sample.pooled().observedPersons()).isEqualTo(sample.histories().observedPersons());
  }

  /** n_A n_B / m_AB, whatever the law: the arithmetic that a flat index permits. */
  @Test
  void plantsTheRatioOfAFlatIndex() {
    SimulatedDump second = new SimulatedDump(LAW, 0.1, 1e6 * LAW.meanRecords() * 0.1, false);

    FlatSample sample = new FlatSources(1_000_000, 0.1).beside(second, RANDOM);

    double ratio = (double) sample.flatRecords() * sample.otherRecords() / sample.pairs();
    assertThat(ratio).isCloseTo(1e6, within(3e4));
  }

  @Test
  void sharesPersonsBetweenThreeFlatSources() {
    FlatSample sample = new FlatSources(1_000_000, 0.1).flat(3, RANDOM);

    assertThat((double) sample.flatRecords()).isCloseTo(100_000, within(1500.0));
    assertThat((double) sample.otherRecords()).isCloseTo(100_000, within(1500.0));
    assertThat(sample.pairs()).isCloseTo(10_000, within(500.0));
    assertThat((double) sample.histories().persons().get(7)).isCloseTo(1000, within(150.0));
    assertThat(sample.histories().lists()).containsExactly("flat", "second", "third");
  }

  /** Two lists of one row a person, taken for one sample: half of the pairs cannot be. */
  @Test
  void answersByListsWhatThePooledFormulaMisses() {
    SimulationPlan plan = new SimulationPlan(List.of(), List.of(0.01), 300_000, 8, 83, 0.95, true);

    List<SimulatedCell> cells =
        new SimulateDumps(plan).run(List.of(new FlatSourcesRegime()), (rows, done, all) -> {});

    assertThat(cells.get(0).law()).isEqualTo("flat+flat");
    assertThat(cells.get(0).coverage().orElseThrow().ratio()).isGreaterThanOrEqualTo(0.75);
    assertThat(cells.get(0).biasRatio().orElseThrow()).isCloseTo(0, within(0.05));
    assertThat(cells)
        .filteredOn(cell -> cell.law().equals("flat+flat") && cell.method().equals("birthday"))
        .singleElement()
        .satisfies(
            pooled -> {
              assertThat(pooled.biasRatio().orElseThrow()).isBetween(0.9, 1.1);
              assertThat(pooled.coverage().orElseThrow().ratio()).isZero();
            });
  }

  private static Offset<Double> near(long count) {
    return within(6 * Math.sqrt(2.0 * count));
  }
}
