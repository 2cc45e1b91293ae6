package leakcensus.estimate.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.FrequencyTable;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.linkage.LinkageErrors;
import leakcensus.estimate.linkage.TruePairs;
import org.junit.jupiter.api.Test;

class EstimateLinkedFrequenciesTest {

  private static final FrequencyOfFrequencies PERSONS =
      FrequencyOfFrequencies.of(Map.of(1L, 97_000L, 2L, 1_440L, 3L, 40L));
  private static final LinkageErrors ERRORS =
      new LinkageErrors(10_000_000_000L, 100, 1_000, 900, 0);
  private static final OptionalLong RECORDS = OptionalLong.of(10_000_000);

  @Test
  void widensTheIdentifiedSet() {
    SampleDesign design = new SampleDesign.RandomRecords(RECORDS);
    FrequencyAnswer answer = answer(design, ERRORS);
    PersonEstimate free =
        EstimateFrequencies.estimate(table(design), 0.95).selected(EstimateScope.DUMP);
    PersonEstimate dump = answer.selected(EstimateScope.DUMP);

    assertThat(dump.method()).isEqualTo("lp_set_linked");
    assertThat(dump.lowerPersons().orElseThrow()).isLessThan(free.lowerPersons().orElseThrow());
    assertThat(dump.upperPersons().orElseThrow()).isGreaterThan(free.upperPersons().orElseThrow());
    assertThat(row(answer, "lp_set").needed())
        .isEqualTo("Counts without error of linkage; this method takes them as they are.");
    assertThat(row(answer, "birthday").identifiable()).isFalse();
    assertThat(row(answer, "cv0_lower_bound_linked").identifiable()).isTrue();
    assertThat(row(answer, "birthday_linked").identifiable()).isFalse();
  }

  @Test
  void correctsTheBirthdayRow() {
    FrequencyAnswer answer = answer(new SampleDesign.IndependentDraws(), ERRORS);
    TruePairs pairs = TruePairs.of(PERSONS, ERRORS, 0.95);
    PersonEstimate birthday = row(answer, "birthday_linked");
    PersonEstimate dump = answer.selected(EstimateScope.DUMP);

    double compared = 100_000 * 99_999.0 / 2;
    assertThat(birthday.identifiable()).isTrue();
    assertThat(birthday.persons().orElseThrow()).isCloseTo(compared / pairs.pairs(), within(1e-6));
    assertThat(birthday.lowerPersons().orElseThrow()).isEqualTo(compared / pairs.upperPairs());
    assertThat(birthday.upperPersons().orElseThrow()).isEqualTo(compared / pairs.lowerPairs());
    assertThat(birthday.diagnostics())
        .containsEntry("observed_pairs", 1_560.0)
        .containsEntry("true_pairs_lower_pairs", pairs.lowerPairs());
    assertThat(dump.method()).isEqualTo("lower_bound_linked");
    assertThat(dump.lowerPersons()).isEqualTo(birthday.lowerPersons());
    assertThat(dump.upperPersons()).isEmpty();
    assertThat(dump.needed()).isEqualTo("The number of records of the dump, for an upper end.");
  }

  @Test
  void hasNoUpperEndWhereAllPairsMayBeFalse() {
    LinkageErrors fewDecoys = new LinkageErrors(1_000_000, 0, 1_000, 900, 0);

    PersonEstimate birthday =
        row(answer(new SampleDesign.IndependentDraws(), fewDecoys), "birthday_linked");

    assertThat(birthday.persons()).isEmpty();
    assertThat(birthday.upperPersons()).isEmpty();
    assertThat(birthday.lowerPersons()).isPresent();
    assertThat(birthday.needed())
        .isEqualTo(
            "Fewer false links, or more decoys: all pairs of one person may be false, so there is"
                + " no upper end.");
  }

  @Test
  void countsTheSampleAndTheWholeDumpBetweenBounds() {
    FrequencyAnswer answer = answer(new SampleDesign.WholeDump(), ERRORS, OptionalLong.empty());

    for (EstimateScope scope : EstimateScope.values()) {
      PersonEstimate count = answer.selected(scope);
      assertThat(count.method()).isEqualTo("count");
      assertThat(count.lowerPersons().orElseThrow()).isLessThan(98_480);
      assertThat(count.upperPersons().orElseThrow()).isGreaterThan(98_480);
    }
  }

  @Test
  void saysNothingOfADumpWhoseDesignAGateRefuses() {
    SampleDesign design = new SampleDesign.RandomRecords(RECORDS);
    double[] together = IntStream.range(0, 100).mapToDouble(gap -> 1e-4).toArray();

    FrequencyAnswer answer =
        EstimateLinkedFrequencies.estimate(
            new FrequencyTable(new DumpSample(PERSONS, RECORDS), design, together), ERRORS, 0.95);

    PersonEstimate dump = answer.selected(EstimateScope.DUMP);
    assertThat(dump.identifiable()).isFalse();
    assertThat(dump.needed()).isEqualTo(answer.gates().get(0).explanation());
    assertThat(row(answer, "cv0_lower_bound_linked").identifiable()).isFalse();
  }

  @Test
  void answersForSamplesWithoutPairs() {
    FrequencyOfFrequencies one = FrequencyOfFrequencies.of(Map.of(1L, 1L));
    for (SampleDesign design :
        List.of(new SampleDesign.RandomRecords(RECORDS), new SampleDesign.IndependentDraws())) {
      FrequencyAnswer answer =
          EstimateLinkedFrequencies.estimate(
              new FrequencyTable(new DumpSample(one, RECORDS), design, new double[0]),
              ERRORS,
              0.95);

      assertThat(answer.selected(EstimateScope.DUMP).lowerPersons()).hasValue(1);
      assertThat(answer.estimates()).noneMatch(row -> row.method().equals("birthday_linked"));
    }
  }

  @Test
  void completesPersonsInTheirProportions() {
    FrequencyOfFrequencies seen = FrequencyOfFrequencies.of(Map.of(1L, 1_000L, 2L, 100L, 4L, 50L));

    // 250 joins and 50 more: a fifth more of each
    assertThat(RelinkedFrequencies.completed(seen, 50))
        .isEqualTo(FrequencyOfFrequencies.of(Map.of(1L, 920L, 2L, 120L, 4L, 60L)));
    assertThat(RelinkedFrequencies.completed(seen, 100_000).records()).isEqualTo(1_400);
    assertThat(RelinkedFrequencies.completed(FrequencyOfFrequencies.empty(), 5))
        .isEqualTo(FrequencyOfFrequencies.empty());
  }

  private static FrequencyAnswer answer(SampleDesign design, LinkageErrors errors) {
    return answer(design, errors, RECORDS);
  }

  private static FrequencyAnswer answer(
      SampleDesign design, LinkageErrors errors, OptionalLong records) {
    return EstimateLinkedFrequencies.estimate(
        new FrequencyTable(new DumpSample(PERSONS, records), design, new double[0]), errors, 0.95);
  }

  private static FrequencyTable table(SampleDesign design) {
    return new FrequencyTable(new DumpSample(PERSONS, RECORDS), design, new double[0]);
  }

  private static PersonEstimate row(FrequencyAnswer answer, String method) {
    return answer.estimates().stream()
        .filter(row -> row.method().equals(method))
        .findFirst()
        .orElseThrow();
  }
}
