package leakcensus.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import leakcensus.population.RoundCounts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WithholdCountsTest {

  private static final long MIN_CELL = 11;
  private static final int TABLES = 1_000;

  @Test
  void leavesNothingToAnAttackOnRandomRuns() {
    assertLeavesNothing(IntStream.range(0, TABLES / 5));
  }

  @Tag("long")
  @Test
  void leavesNothingToAnAttackOnAThousandRandomRuns() {
    assertLeavesNothing(IntStream.range(0, TABLES));
  }

  private static void assertLeavesNothing(IntStream seeds) {
    List<String> exposed =
        seeds
            .parallel()
            .mapToObj(
                seed -> {
                  PersonCounts counts = random(seed).counts();
                  PersonCounts told = counts.without(WithholdCounts.of(counts, MIN_CELL));
                  List<Exposure> found = new ArrayList<>();
                  found.addAll(AttackCounts.attack(RelateCounts.overlaps(told), MIN_CELL));
                  found.addAll(AttackCounts.attack(RelateCounts.fields(told), MIN_CELL));
                  return found.isEmpty() ? "" : "seed %d: %s".formatted(seed, found);
                })
            .filter(found -> !found.isEmpty())
            .toList();

    assertThat(exposed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 5, 10, 22})
  void leavesNothingToAnAttackOnRoundedCounts(long base) {
    RoundCounts rounding = new RoundCounts(base);
    List<String> exposed =
        IntStream.range(0, TABLES / 10)
            .parallel()
            .mapToObj(
                seed -> {
                  PersonCounts counts = random(seed).counts();
                  PersonCounts told =
                      MadeUpPersons.rounded(
                          counts.without(WithholdCounts.of(counts, MIN_CELL)), rounding);
                  List<Exposure> found = new ArrayList<>();
                  found.addAll(AttackCounts.attack(RelateCounts.overlaps(told), MIN_CELL));
                  found.addAll(AttackCounts.attack(RelateCounts.fields(told), MIN_CELL));
                  return found.isEmpty() ? "" : "seed %d: %s".formatted(seed, found);
                })
            .filter(found -> !found.isEmpty())
            .toList();

    assertThat(exposed).isEmpty();
  }

  @Test
  void isNeededSinceSmallCountsAloneAreFoundByTheAttack() {
    long found =
        IntStream.range(0, TABLES / 10)
            .parallel()
            .filter(
                seed -> {
                  PersonCounts counts = random(seed).counts();
                  PersonCounts told = counts.without(small(counts));
                  return !AttackCounts.attack(RelateCounts.fields(told), MIN_CELL).isEmpty();
                })
            .count();

    assertThat(found).isGreaterThan(TABLES / 10 / 3);
  }

  @Test
  void withholdsEverySmallCountAndNoZero() {
    for (int seed = 0; seed < 50; seed++) {
      PersonCounts counts = random(seed).counts();

      Set<CountKey> withheld = WithholdCounts.of(counts, MIN_CELL);

      assertThat(withheld).as("seed %d", seed).containsAll(small(counts));
      CountSystem system = RelateCounts.fields(counts);
      for (int count = 0; count < system.size(); count++) {
        if (system.isZero(count)) {
          assertThat(withheld).as("seed %d", seed).doesNotContain(system.key(count));
        }
      }
    }
  }

  @Test
  void withholdsNothingWhereNothingIsSmall() {
    MadeUpPersons persons = new MadeUpPersons(2, 1);
    for (int person = 0; person < 100; person++) {
      persons.add(new int[] {person % 2, -1}, new int[] {person % 4 / 3, 0});
      persons.add(new int[] {-1, person % 3 / 2}, new int[] {0, 0});
    }

    assertThat(WithholdCounts.of(persons.counts(), MIN_CELL)).isEmpty();
  }

  @Test
  void withholdsACountThatTwoSourcesWithNobodyInCommonGiveAway() {
    MadeUpPersons persons = new MadeUpPersons(2, 1);
    for (int person = 0; person < 100; person++) {
      persons.add(new int[] {person < 4 ? 1 : 0, -1}, new int[] {person < 4 ? 1 : 0, 0});
      persons.add(new int[] {-1, person % 2}, new int[] {0, person % 2});
    }
    PersonCounts counts = persons.counts();
    Set<CountKey> inSourceA =
        Set.of(
            ScopeCounts.combination("a", "none"),
            ScopeCounts.combination("a", "name"),
            ScopeCounts.present("a", "name"),
            ScopeCounts.valid("a", "name"));

    assertThat(AttackCounts.attack(RelateCounts.fields(counts.without(inSourceA)), MIN_CELL))
        .extracting(Exposure::count)
        .contains(ScopeCounts.combination("a", "name"));
    assertThat(WithholdCounts.of(counts, MIN_CELL)).containsAll(inSourceA).hasSizeGreaterThan(4);
  }

  @Test
  void keepsTheSmallestRuleThatThereIs() {
    int strict = 0;
    int usual = 0;
    for (int seed = 0; seed < 20; seed++) {
      PersonCounts counts = random(seed).counts();
      Set<CountKey> withheld = WithholdCounts.of(counts, 5);
      assertThat(AttackCounts.attack(RelateCounts.fields(counts.without(withheld)), 5)).isEmpty();
      strict += withheld.size();
      usual += WithholdCounts.of(counts, MIN_CELL).size();
    }

    assertThat(strict).isPositive().isLessThan(usual);
  }

  @Test
  void withholdsAllWhereTheCountsDoNotAddUp() {
    PersonCounts good = random(3).counts();
    ScopeCounts all = good.all();
    PersonCounts bad =
        new PersonCounts(
            new ScopeCounts(
                all.source(),
                OptionalLong.of(all.persons().orElseThrow() + 1),
                all.combinations(),
                all.present(),
                all.valid()),
            good.sources(),
            good.overlaps(),
            List.of(),
            RoundCounts.NONE);

    PersonCounts told = bad.without(WithholdCounts.of(bad, MIN_CELL));

    assertThat(told.all().combinations().values())
        .allMatch(persons -> persons.isEmpty() || persons.getAsLong() == 0);
  }

  @Tag("long")
  @Test
  void tellsNoOverlapsWhereThereAreVeryMany() {
    PersonCounts counts = inManySources(11);
    int overlaps = counts.overlaps().exactly().size() + counts.overlaps().both().size();
    assertThat(overlaps).isGreaterThan(200);

    Set<CountKey> withheld = WithholdCounts.of(counts, MIN_CELL);

    assertThat(withheld).hasSize(overlaps);
    PersonCounts told = counts.without(withheld);
    assertThat(AttackCounts.attack(RelateCounts.overlapsAlone(told), MIN_CELL)).isEmpty();
    assertThat(AttackCounts.attack(RelateCounts.overlaps(told), MIN_CELL)).isEmpty();
  }

  /** Persons of whom a third are in several sources, drawn with equal chances. */
  private static PersonCounts inManySources(int sources) {
    SplittableRandom random = new SplittableRandom(1);
    SortedMap<String, OptionalLong> exactly = new TreeMap<>();
    SortedMap<String, OptionalLong> both = new TreeMap<>();
    SortedMap<String, OptionalLong> persons = new TreeMap<>();
    int all = 300 * sources;
    for (int person = 0; person < all; person++) {
      TreeSet<String> in = new TreeSet<>();
      do {
        in.add("s%02d".formatted(random.nextInt(sources)));
      } while (random.nextDouble() < 0.33);
      addOne(exactly, String.join("+", in));
      for (String one : in) {
        addOne(persons, one);
        in.tailSet(one, false).forEach(other -> addOne(both, one + "+" + other));
      }
    }
    SortedMap<String, OptionalLong> none = new TreeMap<>();
    List<ScopeCounts> scopes = new ArrayList<>();
    persons.forEach(
        (source, number) -> scopes.add(new ScopeCounts(source, number, none, none, none)));
    return new PersonCounts(
        new ScopeCounts(ScopeCounts.ALL, OptionalLong.of(all), none, none, none),
        scopes,
        new OverlapCounts(exactly, both),
        List.of(),
        RoundCounts.NONE);
  }

  private static void addOne(SortedMap<String, OptionalLong> counts, String key) {
    counts.merge(key, OptionalLong.of(1), (one, more) -> OptionalLong.of(one.getAsLong() + 1));
  }

  private static MadeUpPersons random(int seed) {
    return MadeUpPersons.random(new SplittableRandom(seed));
  }

  private static Set<CountKey> small(PersonCounts counts) {
    Set<CountKey> small = new TreeSet<>();
    for (CountSystem system : List.of(RelateCounts.fields(counts), RelateCounts.overlaps(counts))) {
      for (int count = 0; count < system.size(); count++) {
        if (system.state(count) == CountState.SHOWN
            && system.value(count).orElseThrow() < MIN_CELL) {
          small.add(system.key(count));
        }
      }
    }
    return small;
  }
}
