package leakcensus.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import leakcensus.estimate.capture.CaptureHistories;
import leakcensus.estimate.linkage.LinkageErrors;
import leakcensus.estimate.select.EstimateFrequencies;
import leakcensus.estimate.select.EstimateHistories;
import leakcensus.estimate.select.EstimateLinkedFrequencies;
import leakcensus.estimate.select.FrequencyAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelectionReasonTest {

  private static final FrequencyOfFrequencies PERSONS =
      FrequencyOfFrequencies.of(Map.of(1L, 8000L, 2L, 700L, 3L, 120L, 4L, 30L, 5L, 11L));

  static Stream<FrequencyAnswer> answers() {
    return Stream.concat(
        SampleDesign.KEYS.stream().map(SelectionReasonTest::frequencies),
        Stream.of(
            histories(List.of("a", "b"), Set.of()),
            histories(List.of("a", "b", "c"), Set.of()),
            histories(List.of("a", "b", "c"), Set.of("b"))));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void standsInEverySelectedRowAndInNoOther(FrequencyAnswer answer) {
    assertThat(answer.estimates())
        .allSatisfy(
            row -> {
              assertThat(row.why().isPresent()).isEqualTo(row.selected());
              row.why().ifPresent(why -> assertThat(why).endsWith("."));
            });
  }

  @Test
  void saysThatNoNumberIsBetterThanAGuess() {
    assertThat(frequencies("unknown").selected(EstimateScope.DUMP).why())
        .hasValue(
            "No number was chosen, since it would be a guess: what would support one is missing.");
    PersonEstimate unsupported =
        PersonEstimate.builder(EstimateScope.DUMP, "chapman", 0.95)
            .assumptions("Some.")
            .selected(SelectionReason.TWO_LISTS)
            .needed("A list.")
            .build();
    assertThat(unsupported.why()).hasValue(SelectionReason.NO_NUMBER.sentence());
  }

  @Test
  void saysWhyALinkedSampleHasALowerEndAlone() {
    // Nobody two, three or four times, and ten thousand five times: no dump would be seen so
    OptionalLong records = OptionalLong.of(100_000_000);
    FrequencyAnswer answer =
        EstimateLinkedFrequencies.estimate(
            new FrequencyTable(
                new DumpSample(
                    FrequencyOfFrequencies.of(Map.of(1L, 50_000L, 5L, 10_000L)), records),
                new SampleDesign.RandomRecords(records),
                new double[0]),
            new LinkageErrors(100_000_000, 0, 1_000, 1_000, 0),
            0.95);

    PersonEstimate dump = answer.selected(EstimateScope.DUMP);
    assertThat(dump.method()).isEqualTo("cv0_lower_bound_linked");
    assertThat(dump.why())
        .hasValue(
            "Chosen because the sample permits no more than a lower end: people who came twice"
                + " cannot be fewer than that.");
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
