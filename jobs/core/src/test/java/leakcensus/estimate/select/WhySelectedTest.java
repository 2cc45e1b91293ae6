package leakcensus.estimate.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.FrequencyTable;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.capture.CaptureHistories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WhySelectedTest {

  private static final FrequencyOfFrequencies PERSONS =
      FrequencyOfFrequencies.of(Map.of(1L, 8000L, 2L, 700L, 3L, 120L, 4L, 30L, 5L, 11L));

  static Stream<FrequencyAnswer> answers() {
    return Stream.concat(
        SampleDesign.KEYS.stream().map(WhySelectedTest::frequencies),
        Stream.of(
            histories(List.of("a", "b"), Set.of()),
            histories(List.of("a", "b", "c"), Set.of()),
            histories(List.of("a", "b", "c"), Set.of("b"))));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void saysWhyOfEverySelectedRowAndOfNoOther(FrequencyAnswer answer) {
    assertThat(answer.estimates())
        .allSatisfy(
            row -> {
              assertThat(WhySelected.of(row).isPresent()).isEqualTo(row.selected());
              WhySelected.of(row).ifPresent(why -> assertThat(why).endsWith("."));
            });
  }

  @Test
  void saysThatNoNumberIsBetterThanAGuess() {
    assertThat(WhySelected.of(frequencies("unknown").selected(EstimateScope.DUMP)))
        .hasValue(
            "No number was chosen, since it would be a guess: what would support one is missing.");
  }

  @Test
  void knowsNoReasonForAMethodThatNobodySelects() {
    PersonEstimate row =
        PersonEstimate.builder(EstimateScope.DUMP, "gee", 0.95)
            .persons(5)
            .assumptions("Some.")
            .selected()
            .build();

    assertThatThrownBy(() -> WhySelected.of(row))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Missing reason for selecting gee");
  }

  private static FrequencyAnswer frequencies(String design) {
    OptionalLong records =
        design.equals("random-records") ? OptionalLong.of(1_000_000) : OptionalLong.empty();
    return EstimateFrequencies.estimate(
        new FrequencyTable(
            new DumpSample(PERSONS, records), SampleDesign.ofKey(design, records), new double[0]),
        0.95);
  }

  private static FrequencyAnswer histories(List<String> lists, Set<String> indexes) {
    Map<Integer, Long> persons =
        lists.size() == 2
            ? Map.of(1, 300L, 2, 200L, 3, 100L)
            : Map.of(1, 300L, 2, 200L, 3, 100L, 4, 250L, 5, 90L, 6, 80L, 7, 40L);
    return EstimateHistories.estimate(CaptureHistories.of(lists, persons), indexes, 0.95);
  }
}
