package leakcensus.estimate.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import leakcensus.estimate.BinomialInterval;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.RandomDump;
import leakcensus.estimate.RatioWithInterval;
import leakcensus.estimate.SampleCounts;
import leakcensus.estimate.program.IdentifiedSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LinkedIdentifiedSetTest {

  private static final FrequencyOfFrequencies PERSONS =
      FrequencyOfFrequencies.of(Map.of(1L, 8000L, 2L, 700L, 3L, 120L, 4L, 30L, 5L, 11L));

  @Test
  void widensToBothSidesWithTheErrorOfTheLinkage() {
    PersonEstimate exact = row(PERSONS, new LinkageBounds(8861, 8861, 8861, "Exact."));
    PersonEstimate wide = row(PERSONS, new LinkageBounds(8500, 8861, 8980, "Few were missed."));

    assertThat(wide.lowerPersons().orElseThrow()).isLessThan(exact.lowerPersons().orElseThrow());
    assertThat(wide.upperPersons().orElseThrow()).isGreaterThan(exact.upperPersons().orElseThrow());
    assertThat(wide.assumptions())
        .endsWith(
            "links that were missed or false, taken to be of persons with few mentions. Few were"
                + " missed.");
    assertThat(wide.selected()).isTrue();
  }

  /** A tenth of the links of those seen twice is missed, and the linkage says so. */
  @Tag("long")
  @Test
  void holdsTheTruthWhereLinksWereMissed() {
    RandomDump dump = RandomDump.of(20_000, 51, random -> random.nextInt(1, 6));
    SplittableRandom random = new SplittableRandom(51);
    int held = 0;
    for (int draw = 0; draw < 40; draw++) {
      FrequencyOfFrequencies truth = dump.drawFrequencies(dump.records() / 10);
      Map<Long, Long> linked = new HashMap<>(truth.asMap());
      long missed = Math.round(truth.personsSeen(2) * random.nextDouble(0.05, 0.15));
      linked.merge(2L, -missed, Long::sum);
      linked.merge(1L, 2 * missed, Long::sum);
      FrequencyOfFrequencies seen = FrequencyOfFrequencies.of(linked);
      LinkageBounds bounds =
          new LinkageBounds(
              seen.observedPersons() - 2 * missed,
              seen.observedPersons(),
              seen.observedPersons(),
              "Planted.");
      PersonEstimate row =
          new LinkedIdentifiedSet(counts(seen, bounds), dump.records(), 0.95)
              .row(Optional.empty())
              .orElseThrow();
      held +=
          row.lowerPersons().orElseThrow() <= 20_000 && 20_000 <= row.upperPersons().orElseThrow()
              ? 1
              : 0;
    }

    assertThat(held).as("of 40, seed 51").isGreaterThanOrEqualTo(38);
  }

  /** Half of the records name somebody, give or take what the sample leaves open. */
  @Test
  void allowsForTheMentionsOfTheDump() {
    long mentions = PERSONS.records();
    long records = 2 * mentions;
    long dumpRecords = 100 * records;
    SampleCounts counts =
        new SampleCounts(
            PERSONS,
            records,
            mentions,
            new LinkageBounds(8861, 8861, 8861, "Exact."),
            Optional.empty());

    PersonEstimate row =
        new LinkedIdentifiedSet(counts, dumpRecords, 0.95).row(Optional.empty()).orElseThrow();

    RatioWithInterval named = BinomialInterval.of(mentions, records, 0.9875);
    assertThat(row.lowerPersons())
        .isEqualTo(set(Math.round(dumpRecords * named.lowerRatio())).lowerPersons());
    assertThat(row.upperPersons())
        .isEqualTo(set(Math.round(dumpRecords * named.upperRatio())).upperPersons());
  }

  private static PersonEstimate set(FrequencyOfFrequencies persons, long dumpMentions) {
    return new IdentifiedSet()
        .estimate(new DumpSample(persons, OptionalLong.of(dumpMentions)), 0.975);
  }

  private static PersonEstimate set(long dumpMentions) {
    return new IdentifiedSet()
        .estimate(new DumpSample(PERSONS, OptionalLong.of(dumpMentions)), 0.975);
  }

  @Test
  void standsOnCheckedIdsWhereTheirBoundIsHigher() {
    PersonEstimate ids =
        PersonEstimate.builder(EstimateScope.DUMP, "ids", 0.95)
            .lowerPersons(200_000)
            .assumptions("Ids.")
            .build();

    PersonEstimate row =
        new LinkedIdentifiedSet(
                counts(PERSONS, new LinkageBounds(8861, 8861, 8861, "Exact.")), 500_000, 0.95)
            .row(Optional.of(ids))
            .orElseThrow();

    assertThat(row.lowerPersons()).hasValue(200_000);
    assertThat(row.persons().orElseThrow()).isGreaterThanOrEqualTo(200_000);
  }

  @Test
  void saysNothingWhereCheckedIdsContradictTheSet() {
    PersonEstimate ids =
        PersonEstimate.builder(EstimateScope.DUMP, "ids", 0.95)
            .lowerPersons(499_999)
            .assumptions("Ids.")
            .build();
    LinkageBounds exact = new LinkageBounds(8861, 8861, 8861, "Exact.");

    assertThat(new LinkedIdentifiedSet(counts(PERSONS, exact), 500_000, 0.95).row(Optional.of(ids)))
        .isEmpty();
  }

  @Test
  void carriesDrawnPartitionsToTheDump() {
    // of forty draws the outermost on each side is left out
    List<FrequencyOfFrequencies> drawn = new ArrayList<>();
    for (int draw = 0; draw < 40; draw++) {
      drawn.add(RelinkedFrequencies.merged(PERSONS, 3L * (draw * 7 % 40)));
    }
    SampleCounts counts = counts(PERSONS, new LinkageBounds(8861, 8861, 8861, "Exact."));

    PersonEstimate row =
        LinkedIdentifiedSet.drawn(counts, drawn, 500_000, 0.95).row(Optional.empty()).orElseThrow();

    assertThat(row.method()).isEqualTo("lp_set_drawn");
    assertThat(row.lowerPersons())
        .hasValue(
            set(RelinkedFrequencies.merged(PERSONS, 3L * 38), 500_000)
                .lowerPersons()
                .orElseThrow());
    assertThat(row.upperPersons())
        .hasValue(
            set(RelinkedFrequencies.merged(PERSONS, 3L), 500_000).upperPersons().orElseThrow());
    assertThat(row.assumptions())
        .endsWith(
            "Both ends are those of partitions drawn by the probability of their links. Holds if"
                + " those probabilities are right and no link has escaped comparison.");
  }

  @Test
  void saysNothingOfNobody() {
    SampleCounts nobody =
        counts(FrequencyOfFrequencies.empty(), new LinkageBounds(0, 0, 0, "Nobody."));

    assertThat(new LinkedIdentifiedSet(nobody, 100, 0.95).row(Optional.empty())).isEmpty();
  }

  @Test
  void mergesThoseWithTheFewestMentionsFirst() {
    assertThat(RelinkedFrequencies.merged(FrequencyOfFrequencies.of(Map.of(1L, 10L, 2L, 3L)), 4))
        .isEqualTo(FrequencyOfFrequencies.of(Map.of(1L, 2L, 2L, 7L)));
    assertThat(RelinkedFrequencies.merged(FrequencyOfFrequencies.of(Map.of(1L, 3L)), 2))
        .isEqualTo(FrequencyOfFrequencies.of(Map.of(3L, 1L)));
    assertThat(RelinkedFrequencies.merged(FrequencyOfFrequencies.of(Map.of(1L, 3L)), 9))
        .isEqualTo(FrequencyOfFrequencies.of(Map.of(3L, 1L)));
  }

  @Test
  void splitsThoseWithTheFewestRepeatsFirst() {
    assertThat(RelinkedFrequencies.split(FrequencyOfFrequencies.of(Map.of(1L, 10L, 2L, 3L)), 0, 2))
        .isEqualTo(FrequencyOfFrequencies.of(Map.of(1L, 14L, 2L, 1L)));
    assertThat(RelinkedFrequencies.split(FrequencyOfFrequencies.of(Map.of(2L, 1L, 3L, 1L)), 5, 99))
        .isEqualTo(FrequencyOfFrequencies.of(Map.of(1L, 10L)));
  }

  @Test
  void keepsMentionsAndCountsPersonsWhileRelinking() {
    SplittableRandom random = new SplittableRandom(52);
    for (int draw = 0; draw < 200; draw++) {
      FrequencyOfFrequencies persons =
          FrequencyOfFrequencies.of(
              random
                  .ints(random.nextInt(2, 9), 1, 9)
                  .boxed()
                  .collect(
                      Collectors.toMap(
                          times -> (long) times, times -> (long) (times + 1), (one, two) -> one)));
      long change = random.nextLong(0, persons.observedPersons());

      FrequencyOfFrequencies merged = RelinkedFrequencies.merged(persons, change);

      assertThat(merged.records()).as("seed 52, draw %d", draw).isEqualTo(persons.records());
      assertThat(merged.observedPersons()).isEqualTo(persons.observedPersons() - change);
      assertThat(RelinkedFrequencies.split(merged, 0, change).observedPersons())
          .isEqualTo(persons.observedPersons());
    }
  }

  private static PersonEstimate row(FrequencyOfFrequencies persons, LinkageBounds bounds) {
    return new LinkedIdentifiedSet(counts(persons, bounds), 500_000, 0.95)
        .row(Optional.empty())
        .orElseThrow();
  }

  private static SampleCounts counts(FrequencyOfFrequencies persons, LinkageBounds bounds) {
    return new SampleCounts(
        persons, persons.records(), persons.records(), bounds, Optional.empty());
  }
}
