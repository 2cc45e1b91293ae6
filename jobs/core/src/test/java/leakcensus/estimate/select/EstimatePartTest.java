package leakcensus.estimate.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import leakcensus.estimate.BinomialInterval;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.SampleDesign;
import leakcensus.population.AffectedPersons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimatePartTest {

  private static final int PERSONS = 2_000;
  private static final int OTHERS = 30_000;
  private static final int DRAWS = 10;
  private static final double SAMPLED = 0.2;

  private final SplittableRandom random = new SplittableRandom(4);

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 12})
  void holdsThePersonsOfAPartWhateverTheyRepeat(int recordsOfEach) {
    int held = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      FrequencyOfFrequencies seen = drawn(recordsOfEach);
      long sampled = seen.records() + binomial(OTHERS);
      long dumpRecords = (long) PERSONS * recordsOfEach + OTHERS;

      AffectedPersons part =
          new EstimatePart(
                  sampled, new SampleDesign.RandomRecords(OptionalLong.of(dumpRecords)), 0.95)
              .of(seen);

      assertThat(part.lowerPersons()).isGreaterThanOrEqualTo(seen.observedPersons());
      assertThat(part.persons().orElseThrow())
          .isBetween(part.lowerPersons(), part.upperPersons().orElseThrow());
      if (part.lowerPersons() <= PERSONS && PERSONS <= part.upperPersons().orElseThrow()) {
        held++;
      }
    }
    // 95 % of ten: at most two miss in 99 of 100 such tests, and this seed is one of them
    assertThat(held).isGreaterThanOrEqualTo(DRAWS - 2);
  }

  @Test
  void boundsThePersonsOfAPartThatNobodySaw() {
    AffectedPersons part =
        new EstimatePart(1_000, new SampleDesign.RandomRecords(OptionalLong.of(50_000)), 0.95)
            .of(FrequencyOfFrequencies.empty());

    assertThat(part.lowerPersons()).isZero();
    assertThat(part.persons()).hasValue(0);
    assertThat(part.upperPersons())
        .hasValue(50_000 * BinomialInterval.of(0, 1_000, 0.975).upperRatio());
  }

  @Test
  void countsAWholeDump() {
    FrequencyOfFrequencies seen = FrequencyOfFrequencies.of(Map.of(1L, 5L, 2L, 2L));

    assertThat(new EstimatePart(100, new SampleDesign.WholeDump(), 0.95).of(seen))
        .satisfies(
            part -> {
              assertThat(part.lowerPersons()).isEqualTo(7);
              assertThat(part.persons()).hasValue(7);
              assertThat(part.upperPersons()).hasValue(7);
            });
    assertThat(
            new EstimatePart(100, new SampleDesign.RandomRecords(OptionalLong.of(100)), 0.95)
                .of(FrequencyOfFrequencies.empty())
                .upperPersons())
        .hasValue(0);
  }

  @Test
  void saysNoMoreThanIsSeenOfAnUnknownDesign() {
    FrequencyOfFrequencies seen = FrequencyOfFrequencies.of(Map.of(1L, 5L, 2L, 2L));

    AffectedPersons part = new EstimatePart(100, new SampleDesign.Unknown(), 0.95).of(seen);

    assertThat(part.lowerPersons()).isEqualTo(7);
    assertThat(part.persons()).isEmpty();
    assertThat(part.upperPersons()).isEmpty();
  }

  private FrequencyOfFrequencies drawn(int recordsOfEach) {
    Map<Long, Long> persons = new TreeMap<>();
    for (int person = 0; person < PERSONS; person++) {
      long times = binomial(recordsOfEach);
      if (times > 0) {
        persons.merge(times, 1L, Long::sum);
      }
    }
    return FrequencyOfFrequencies.of(persons);
  }

  private long binomial(int records) {
    long drawn = 0;
    for (int record = 0; record < records; record++) {
      drawn += random.nextDouble() < SAMPLED ? 1 : 0;
    }
    return drawn;
  }
}
