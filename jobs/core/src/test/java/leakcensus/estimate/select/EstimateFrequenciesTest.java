package leakcensus.estimate.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyEstimator;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.FrequencyTable;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.RandomDump;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.frequency.BirthdayEstimator;
import leakcensus.estimate.frequency.Chao1Estimator;
import leakcensus.estimate.gate.Gate;
import leakcensus.estimate.gate.Gate.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EstimateFrequenciesTest {

  private static final FrequencyOfFrequencies PERSONS =
      FrequencyOfFrequencies.of(Map.of(1L, 8000L, 2L, 700L, 3L, 120L, 4L, 30L, 5L, 11L));

  private static final double[] NO_GAPS = {};
  private static final double[] TOGETHER = new double[50];

  @Test
  void answersForRandomRecordsWithTheJointSet() {
    PersonEstimate dump = dump(answer("random-records", 1_000_000, NO_GAPS));

    assertThat(dump.method()).isEqualTo("joint_set");
    assertThat(dump.identifiable()).isTrue();
    assertThat(dump.persons().orElseThrow())
        .isBetween(dump.lowerPersons().orElseThrow(), dump.upperPersons().orElseThrow());
    assertThat(dump.assumptions())
        .contains("Nothing is assumed of how the records are spread over persons.")
        .endsWith(
            "The number in between is the average over laws of records, each weighted by how well"
                + " it explains the sample.");
  }

  @Test
  void takesTheMiddleWhereNoLawFits() {
    RandomDump dump = RandomDump.of(100_000, 41, random -> random.nextInt(20) == 0 ? 40 : 1);
    PersonEstimate row =
        dump(
            EstimateFrequencies.estimate(
                table(
                    dump.drawFrequencies(dump.records() / 4),
                    new SampleDesign.RandomRecords(OptionalLong.of(dump.records())),
                    OptionalLong.of(dump.records()),
                    NO_GAPS),
                0.95));

    assertThat(row.assumptions())
        .endsWith("No law of records fits; the number in between is the middle.");
    assertThat(row.persons().orElseThrow())
        .isEqualTo(Math.sqrt(row.lowerPersons().orElseThrow() * row.upperPersons().orElseThrow()));
    assertThat(row.lowerPersons().orElseThrow()).isLessThan(100_000);
    assertThat(row.upperPersons().orElseThrow()).isGreaterThan(100_000);
  }

  @Test
  void givesIndependentDrawsANumberButNoUpperEnd() {
    PersonEstimate dump = dump(answer("independent-draws", 0, NO_GAPS));

    assertThat(dump.method()).isEqualTo("zt_families");
    assertThat(dump.assumptions()).endsWith("nothing in such a sample sets an upper end.");
    assertThat(dump.lowerPersons().orElseThrow()).isLessThan(dump.persons().orElseThrow());
    assertThat(dump.upperPersons()).isEmpty();
  }

  /** Seven of ten persons are hardly ever drawn, so no sample can tell how many they are. */
  @Test
  void staysBelowTheTruthOfIndependentDrawsWhateverTheChances() {
    SplittableRandom random = new SplittableRandom(44);
    int below = 0;
    for (int draw = 0; draw < 40; draw++) {
      Map<Long, Long> counts = new TreeMap<>();
      for (int person = 0; person < 20_000; person++) {
        double mean = random.nextInt(10) < 7 ? 0.02 : 0.8;
        long times = 0;
        for (double left = random.nextDouble(); left > Math.exp(-mean); times++) {
          left *= random.nextDouble();
        }
        counts.merge(times, 1L, Long::sum);
      }
      counts.remove(0L);
      PersonEstimate row =
          EstimateFrequencies.headline(
              new DumpSample(FrequencyOfFrequencies.of(counts), OptionalLong.empty()),
              new SampleDesign.IndependentDraws(),
              0.95);
      below += row.lowerPersons().orElseThrow() <= 20_000 ? 1 : 0;
    }

    assertThat(below).as("of 40, seed 44").isEqualTo(40);
  }

  @Test
  void givesIndependentDrawsALowerEndWhereNoLawFits() {
    Map<Long, Long> two = new TreeMap<>(Map.of(1L, 20_000L, 2L, 90L, 40L, 500L, 41L, 500L));
    PersonEstimate dump =
        dump(
            EstimateFrequencies.estimate(
                table(
                    FrequencyOfFrequencies.of(two),
                    new SampleDesign.IndependentDraws(),
                    OptionalLong.empty(),
                    NO_GAPS),
                0.95));

    assertThat(dump.method()).isEqualTo("lower_bound");
    assertThat(dump.persons()).isEmpty();
    assertThat(dump.lowerPersons().orElseThrow()).isGreaterThan(1_000_000);
    assertThat(dump.needed()).isEqualTo("The number of records of the dump, for an upper end.");
  }

  @Test
  void givesIndependentDrawsNoNumberThatIsNearlyAllTail() {
    // a log-normal law fits, with 4.8 billion persons; Chao's bound is ten million
    Map<Long, Long> few = new TreeMap<>(Map.of(1L, 60_000L, 2L, 150L, 3L, 12L, 4L, 3L));
    FrequencyAnswer answer =
        EstimateFrequencies.estimate(
            table(
                FrequencyOfFrequencies.of(few),
                new SampleDesign.IndependentDraws(),
                OptionalLong.empty(),
                NO_GAPS),
            0.95);

    PersonEstimate dump = dump(answer);

    assertThat(dump.method()).isEqualTo("lower_bound");
    assertThat(dump.persons()).isEmpty();
    assertThat(dump.lowerPersons().orElseThrow()).isBetween(10_000_000.0, 12_000_000.0);
    assertThat(answer.estimates())
        .filteredOn(row -> row.method().equals("zt_pln"))
        .allMatch(row -> row.persons().orElseThrow() > 1e9);
  }

  @Test
  void countsAWholeDump() {
    PersonEstimate dump = dump(answer("whole-dump", 0, NO_GAPS));

    assertThat(dump.method()).isEqualTo("count");
    assertThat(dump.persons()).hasValue(8861);
    assertThat(dump.assumptions()).contains("Who stands in it under several names");
  }

  @Test
  void identifiesNothingFromAnUnknownDesignOrTheHeadOfAnIndex() {
    for (String design : List.of("unknown", "head")) {
      FrequencyAnswer answer = answer(design, 1_000_000, NO_GAPS);

      assertThat(dump(answer).method()).as(design).isEqualTo("not_identifiable");
      assertThat(dump(answer).lowerPersons()).hasValue(8861);
      assertThat(dump(answer).needed()).startsWith("How the sample was drawn: ");
      assertThat(answer.estimates())
          .filteredOn(row -> row.scope() == EstimateScope.DUMP)
          .noneMatch(PersonEstimate::identifiable);
    }
  }

  @Test
  void overrulesAStatedDesignThatTheOrderContradicts() {
    FrequencyAnswer answer = answer("random-records", 1_000_000, TOGETHER);

    assertThat(dump(answer).method()).isEqualTo("not_identifiable");
    assertThat(dump(answer).needed())
        .startsWith("Persons seen twice do not stand where random order would put them");
    assertThat(dump(answer).lowerPersons()).hasValue(8861);
    assertThat(answer.gates()).extracting(Gate::name).contains("order", "size", "identified_set");
  }

  @Test
  void doesNotRefuseARandomSampleForPassingAllGates() {
    SplittableRandom random = new SplittableRandom(42);
    double[] gaps =
        IntStream.range(0, 200).mapToDouble(gap -> 1 - Math.sqrt(random.nextDouble())).toArray();

    FrequencyAnswer answer = answer("random-records", 1_000_000, gaps);

    assertThat(dump(answer).identifiable()).isTrue();
    assertThat(answer.gates()).extracting(Gate::outcome).containsOnly(Outcome.NOT_REFUSED);
  }

  @Test
  void letsAWholeDumpStandInAnyOrder() {
    FrequencyAnswer answer = answer("whole-dump", 0, TOGETHER);

    assertThat(dump(answer).method()).isEqualTo("count");
    assertThat(answer.gates())
        .extracting(Gate::name, Gate::outcome, Gate::explanation)
        .containsExactly(
            tuple(
                "order",
                Outcome.NOT_TESTABLE,
                "The sample is stated to be the whole dump, which may stand in any order."));
  }

  @Test
  void overrulesAWholeDumpThatIsNone() {
    FrequencyAnswer answer = answer("whole-dump", 1_000_000, NO_GAPS);

    assertThat(dump(answer).method()).isEqualTo("not_identifiable");
    assertThat(dump(answer).needed())
        .isEqualTo(
            "The dump has more records than the sample, so the sample is not the whole of it.");
  }

  @Test
  void saysWhereNoDumpWouldBeSeenSo() {
    FrequencyAnswer answer =
        EstimateFrequencies.estimate(
            table(
                FrequencyOfFrequencies.of(Map.of(1L, 50_000L, 5L, 10_000L)),
                new SampleDesign.RandomRecords(OptionalLong.of(100_000_000)),
                OptionalLong.of(100_000_000),
                NO_GAPS),
            0.95);

    assertThat(answer.gates())
        .filteredOn(gate -> gate.name().equals("identified_set"))
        .singleElement()
        .satisfies(
            gate ->
                assertThat(gate.explanation())
                    .isEqualTo(
                        "No dump of that many records, drawn at random, would be seen like this"
                            + " sample."));
    assertThat(dump(answer).identifiable()).isFalse();
  }

  @Test
  void namesEveryMethodOnce() {
    FrequencyAnswer answer = answer("random-records", 1_000_000, NO_GAPS);
    Set<String> names = new HashSet<>();

    answer.estimates().stream()
        .filter(row -> row.scope() == EstimateScope.DUMP)
        .forEach(row -> assertThat(names.add(row.method())).as(row.method()).isTrue());

    assertThat(names)
        .containsExactlyInAnyOrder(
            "joint_set",
            "lp_set",
            "thinned_katz",
            "thinned_pln",
            "thinned_average",
            "duj1",
            "duj2",
            "duj2a",
            "hs_hybrid",
            "shlosser",
            "sh3",
            "gee",
            "smoothed_good_toulmin",
            "chao1",
            "chao1_bc",
            "ichao1",
            "ace",
            "ace1",
            "good_turing",
            "birthday",
            "zt_poisson",
            "zt_negbin",
            "zt_pln");
  }

  /** From ten records to ten trillion, from one in a billion to all: numbers or none, no others. */
  @Test
  void staysFiniteWhateverTheTable() {
    assertStaysFinite(8);
  }

  @Tag("long")
  @Test
  void staysFiniteWhateverTheTableOfManyMore() {
    assertStaysFinite(40);
  }

  private static void assertStaysFinite(int draws) {
    SplittableRandom random = new SplittableRandom(43);
    for (int draw = 0; draw < draws; draw++) {
      Map<Long, Long> counts = new TreeMap<>();
      double scale = Math.pow(10, random.nextDouble(0, 10));
      for (int row = random.nextInt(1, 30); row > 0; row--) {
        long times = (long) Math.pow(10, random.nextDouble(0, random.nextInt(1, 7)));
        long persons = (long) (scale * Math.pow(times, -random.nextDouble(0.5, 3)));
        if (persons > 0) {
          counts.merge(times, persons, Math::addExact);
        }
      }
      if (counts.isEmpty()) {
        counts.put(1L, 10L);
      }
      FrequencyOfFrequencies persons = FrequencyOfFrequencies.of(counts);
      double ratio = Math.pow(10, random.nextDouble(-9, 0));
      long dump = Math.max(persons.records(), (long) Math.min(9e18, persons.records() / ratio));

      for (PersonEstimate row :
          AllMethods.of(
              new DumpSample(persons, OptionalLong.of(dump)),
              new SampleDesign.RandomRecords(OptionalLong.of(dump)),
              0.95)) {
        String what =
            "seed 43, draw %d, %s of %s in %,d".formatted(draw, row.method(), counts, dump);
        // The record itself refuses what is not finite
        assertThat(row.lowerPersons().orElse(persons.observedPersons()))
            .as(what)
            .isGreaterThanOrEqualTo(persons.observedPersons() * (1 - 1e-12));
        assertThat(
                row.persons().isPresent()
                    || !row.needed().isEmpty()
                    || row.method().endsWith("_set"))
            .as(what)
            .isTrue();
      }
    }
  }

  @Test
  void chao1AndBirthdayFallWithMoreRepeatsOfAsManyRecords() {
    for (FrequencyEstimator estimator : List.of(new Chao1Estimator(), new BirthdayEstimator())) {
      double before = Double.MAX_VALUE;
      for (long twice = 10; twice <= 1000; twice += 10) {
        FrequencyOfFrequencies persons =
            FrequencyOfFrequencies.of(Map.of(1L, 10_000 - 2 * twice, 2L, twice));
        double estimated =
            estimator
                .estimate(new DumpSample(persons, OptionalLong.empty()), 0.95)
                .persons()
                .orElseThrow();
        assertThat(estimated).as("%d persons seen twice", twice).isLessThan(before);
        before = estimated;
      }
    }
  }

  @Test
  void refusesADumpSmallerThanItsSample() {
    assertThatThrownBy(() -> new DumpSample(PERSONS, OptionalLong.of(7)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid dump records: 7 (the sample alone has 9935). State the records of the whole"
                + " dump.");
  }

  private static FrequencyAnswer answer(String design, long dumpRecords, double[] gaps) {
    OptionalLong records = dumpRecords == 0 ? OptionalLong.empty() : OptionalLong.of(dumpRecords);
    return EstimateFrequencies.estimate(
        table(PERSONS, SampleDesign.ofKey(design, records), records, gaps), 0.95);
  }

  private static FrequencyTable table(
      FrequencyOfFrequencies persons,
      SampleDesign design,
      OptionalLong dumpRecords,
      double[] gaps) {
    return new FrequencyTable(new DumpSample(persons, dumpRecords), design, gaps);
  }

  private static PersonEstimate dump(FrequencyAnswer answer) {
    return answer.selected(EstimateScope.DUMP);
  }
}
