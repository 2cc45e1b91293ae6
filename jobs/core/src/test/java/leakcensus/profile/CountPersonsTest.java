package leakcensus.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.link.MergePersons;
import leakcensus.person.PersonField;
import leakcensus.person.PersonRows;
import leakcensus.person.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountPersonsTest {

  private static final long FIELDS = (1L << PersonField.COUNT) - 1;
  private static final int ALL = CountTable.ALL_SOURCES;
  private static final long[] EXTENTS = {1_000, 50, 0};

  /** A place where a person stands. */
  private record Place(
      long person,
      int source,
      int file,
      long position,
      long presence,
      long validity,
      boolean checked,
      long facts) {}

  private final CountTable expected = new CountTable();

  @Test
  void countsNothingOfNothing() {
    assertThat(count(PersonRows.table()).encode()).isEqualTo(expected.encode());
  }

  @ParameterizedTest(name = "seed {0}: {1} mentions, {2} persons, {3} sources")
  @CsvSource({
    "1, 1, 1, 1",
    "2, 100, 60, 2",
    "3, 100, 30, 40",
    "4, 3000, 1000, 3",
    "5, 3000, 40, 40"
  })
  void agreesWithARecountOverPlainCollections(long seed, int mentions, int persons, int sources) {
    List<Place> places = places(new Random(seed), mentions, persons, sources);

    places.stream()
        .collect(Collectors.groupingBy(Place::person))
        .values()
        .forEach(this::recountPerson);

    assertThat(count(merged(places)).encode()).isEqualTo(expected.encode());
  }

  @ParameterizedTest(name = "seed {0}")
  @CsvSource({"6", "7"})
  void addsUpOverParts(long seed) {
    List<Place> places = places(new Random(seed), 2_000, 700, 4);
    CountTable sum = new CountTable();
    for (int part = 0; part < 3; part++) {
      int wanted = part;
      sum.addAll(
          count(
              merged(
                  places.stream()
                      .filter(each -> Math.floorMod(each.person(), 3) == wanted)
                      .toList())));
    }

    assertThat(sum.encode()).isEqualTo(count(merged(places)).encode());
  }

  @Test
  void countsPairsWithinAndAcrossSources() {
    // 3 mentions in source 0, 2 in source 1, 1 in source 4
    List<Place> places = new ArrayList<>();
    for (int source : new int[] {0, 0, 0, 1, 1, 4}) {
      places.add(place(9, source, 0, places.size() * 100L));
    }

    CountTable counts = count(merged(places));

    assertThat(counts.at(Measure.REPEAT_PAIRS, 0, 0)).isEqualTo(3);
    assertThat(counts.at(Measure.REPEAT_PAIRS, 1, 1)).isEqualTo(1);
    assertThat(counts.at(Measure.REPEAT_PAIRS, 4, 4)).isZero();
    assertThat(counts.at(Measure.REPEAT_PAIRS, 0, 1)).isEqualTo(6);
    assertThat(counts.at(Measure.REPEAT_PAIRS, 0, 4)).isEqualTo(3);
    assertThat(counts.at(Measure.REPEAT_PAIRS, 1, 4)).isEqualTo(2);
    assertThat(counts.at(Measure.REPEAT_PERSONS, 0, 1)).isEqualTo(1);
    assertThat(counts.at(Measure.REPEAT_PERSONS, 4, 4)).isZero();
    assertThat(counts.bySecond(Measure.OVERLAP, ALL, 0)).containsExactly(Map.entry(0b10011L, 1L));
    assertThat(counts.bySecond(Measure.PERSON_FREQUENCY, ALL, 0))
        .containsExactly(Map.entry(6L, 1L));
  }

  @ParameterizedTest(name = "{0} and {1} in a file of 1000: bin {2}")
  @CsvSource({"0, 1, 1", "0, 99, 99", "0, 100, 100", "500, 0, 500", "999, 0, 999", "0, 1000, 999"})
  void measuresTheGapOfTwoMentionsInThousandthsOfTheFile(long first, long second, long bin) {
    CountTable counts = count(merged(List.of(place(1, 2, 0, first), place(1, 2, 0, second))));

    assertThat(counts.bySecond(Measure.REPEAT_GAPS, 2, 2)).containsExactly(Map.entry(bin, 1L));
  }

  @ParameterizedTest(name = "sources {0} and {1}")
  @CsvSource({"3, 3", "3, 5"})
  void measuresAGapAcrossFilesRelativeToEach(int source, int other) {
    // 250 of 1000 and 40 of 50: a quarter and four fifths
    CountTable counts = count(merged(List.of(place(1, source, 0, 250), place(1, other, 1, 40))));

    assertThat(counts.bySecond(Measure.REPEAT_GAPS, source, other))
        .containsExactly(Map.entry(550L, 1L));
  }

  @Test
  void measuresNoGapOfOneRecordOrOfMoreThanTwoMentions() {
    CountTable counts =
        count(
            merged(
                List.of(
                    place(1, 0, 0, 5),
                    place(1, 0, 0, 5),
                    place(2, 0, 0, 1),
                    place(2, 0, 0, 2),
                    place(2, 0, 0, 3),
                    place(3, 0, 0, 7),
                    place(3, 1, 0, 8),
                    place(3, 1, 0, 9))));

    assertThat(counts.byFirst(Measure.REPEAT_GAPS, 0)).isEmpty();
    assertThat(counts.byFirst(Measure.REPEAT_GAPS, 1)).isEmpty();
  }

  @Test
  void leavesOutWhoIsTooThinToBeAnyone() {
    long thin = PersonRows.facts(false, 0, Sex.UNKNOWN, 0);

    CountTable counts =
        count(merged(List.of(new Place(1, 0, 0, 0, 1, 1, false, thin), place(2, 0, 0, 1))));

    assertThat(counts.at(Measure.PERSON_FREQUENCY, 0, 0, 1)).isEqualTo(1);
    assertThat(counts.bySecond(Measure.REGION_FREQUENCY, ALL, 0)).isEqualTo(Map.of(1L, 1L));
  }

  /** The least that is known, 0 where nothing is. */
  private static long least(List<Place> places, ToLongFunction<Place> fact) {
    return places.stream().mapToLong(fact).filter(known -> known != 0).min().orElse(0);
  }

  private void recountPerson(List<Place> places) {
    if (places.stream().noneMatch(place -> PersonRows.isAttributable(place.facts()))) {
      return;
    }
    Map<Integer, List<Place>> bySource =
        places.stream()
            .collect(Collectors.groupingBy(Place::source, TreeMap::new, Collectors.toList()));
    bySource.forEach(this::recountFields);
    recountFields(ALL, places);
    long mask = bySource.keySet().stream().mapToLong(source -> 1L << source).sum();
    expected.add(Measure.OVERLAP, ALL, 0, mask, 1);
    long code = least(places, each -> PersonRows.place(each.facts()));
    expected.add(Measure.REGION_FREQUENCY, ALL, code == 0 ? 0 : code - 156 * 128, places.size(), 1);
    expected.add(Measure.COUNTRY_FREQUENCY, ALL, code == 0 ? 0 : 156, places.size(), 1);
    long year = least(places, place -> PersonRows.birthYear(place.facts()));
    long sex = least(places, place -> PersonRows.sex(place.facts()).ordinal());
    long birthAndSex = (year == 0 ? 0 : year - 1800) * 4 + sex;
    expected.add(Measure.BIRTH_SEX_FREQUENCY, ALL, birthAndSex, places.size(), 1);
    Map<List<Integer>, Long> pairs = new TreeMap<>(Comparator.comparing(List::toString));
    for (int left = 0; left < places.size(); left++) {
      for (int right = 0; right < left; right++) {
        int one = places.get(left).source();
        int other = places.get(right).source();
        pairs.merge(List.of(Math.min(one, other), Math.max(one, other)), 1L, Long::sum);
      }
    }
    pairs.forEach(
        (sources, count) -> {
          expected.add(Measure.REPEAT_PERSONS, sources.get(0), sources.get(1), 1);
          expected.add(Measure.REPEAT_PAIRS, sources.get(0), sources.get(1), count);
        });
    recountGap(places);
  }

  private void recountFields(int source, List<Place> places) {
    expected.add(Measure.PERSON_FREQUENCY, source, 0, places.size(), 1);
    long checked = places.stream().filter(Place::checked).count();
    if (checked > 0) {
      expected.add(Measure.CHECKED_ID_FREQUENCY, source, 0, checked, 1);
    }
    long presence = places.stream().mapToLong(Place::presence).reduce(0, (a, b) -> a | b);
    long validity = places.stream().mapToLong(Place::validity).reduce(0, (a, b) -> a | b);
    expected.add(Measure.COMBINATION_PERSONS, source, 0, presence & FIELDS, 1);
    for (int bit = 0; bit < 64; bit++) {
      expected.add(Measure.PERSON_PRESENT, source, bit, presence >>> bit & 1);
      expected.add(Measure.PERSON_VALID, source, bit, validity >>> bit & 1);
    }
  }

  private void recountGap(List<Place> places) {
    if (places.size() != 2) {
      return;
    }
    Place one = places.get(0);
    Place other = places.get(1);
    if (one.file() == other.file() && one.position() == other.position()) {
      return;
    }
    double gap =
        Math.abs(
            one.position() / Math.max(1.0, EXTENTS[one.file()])
                - other.position() / Math.max(1.0, EXTENTS[other.file()]));
    expected.add(
        Measure.REPEAT_GAPS,
        Math.min(one.source(), other.source()),
        Math.max(one.source(), other.source()),
        Math.min(999, (long) Math.floor(gap * 1_000)),
        1);
  }

  private static CountTable count(LongTable persons) {
    CountPersons counting = new CountPersons(EXTENTS);
    counting.count(persons);
    return counting.counts();
  }

  private static LongTable merged(List<Place> places) {
    LongTable parts = PersonRows.table();
    for (Place each : places) {
      parts.append(
          each.person(),
          each.source(),
          1,
          each.presence(),
          each.validity(),
          each.checked() ? 1 : 0,
          each.facts(),
          each.file(),
          each.position(),
          0,
          0);
    }
    return MergePersons.merge(parts);
  }

  private static Place place(long person, int source, int file, long position) {
    long facts = PersonRows.facts(true, 0, Sex.UNKNOWN, 0);
    return new Place(person, source, file, position, 1, 1, false, facts);
  }

  private static List<Place> places(Random random, int mentions, int persons, int sources) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < mentions; i++) {
      int file = random.nextInt(EXTENTS.length);
      long presence = random.nextInt(1 << 20) & random.nextInt();
      places.add(
          new Place(
              random.nextInt(persons) - persons / 2,
              random.nextInt(sources),
              file,
              random.nextInt((int) EXTENTS[file] + 1),
              presence,
              presence & random.nextLong(),
              random.nextInt(3) == 0,
              PersonRows.facts(
                  random.nextInt(4) > 0,
                  random.nextInt(3) == 0 ? 0 : 156 * 128 + 11 + random.nextInt(2),
                  Sex.values()[random.nextInt(3)],
                  random.nextInt(2) * 1970)));
    }
    return places;
  }
}
