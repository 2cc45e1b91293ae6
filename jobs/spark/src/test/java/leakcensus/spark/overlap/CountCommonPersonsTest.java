package leakcensus.spark.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import leakcensus.block.LongTable;
import leakcensus.overlap.Trait;
import leakcensus.overlap.TraitRows;
import org.junit.jupiter.api.Test;

class CountCommonPersonsTest {

  /** A made-up person: its true name, and its values by trait. */
  private record Made(long key, Map<Trait, Set<Long>> values) {

    boolean shares(Made other, Trait trait) {
      Set<Long> common = new HashSet<>(values.getOrDefault(trait, Set.of()));
      common.retainAll(other.values.getOrDefault(trait, Set.of()));
      return !common.isEmpty();
    }

    boolean differs(Made other, Trait trait) {
      return values.containsKey(trait) && other.values.containsKey(trait) && !shares(other, trait);
    }

    boolean isOneWith(Made other) {
      return shares(other, Trait.NATIONAL_ID)
          || (shares(other, Trait.PHONE) || shares(other, Trait.EMAIL))
              && !differs(other, Trait.NATIONAL_ID)
              && !differs(other, Trait.NAME)
              && !differs(other, Trait.BIRTH_DATE);
    }
  }

  private static LongTable rows(List<Made> persons) {
    LongTable rows = TraitRows.table();
    for (Made person : persons) {
      person
          .values()
          .forEach(
              (trait, values) ->
                  values.forEach(value -> rows.append(person.key(), trait.ordinal(), value)));
    }
    return rows;
  }

  private static PersonSketch sketch(List<Made> persons) {
    return PersonSketch.of(rows(persons));
  }

  /** Persons with few values, so that families, changes of phone and mistakes are frequent. */
  private static List<Made> crowd(SplittableRandom random, int persons, int values) {
    List<Made> crowd = new ArrayList<>();
    for (int key = 0; key < persons; key++) {
      Map<Trait, Set<Long>> traits = new HashMap<>();
      for (Trait trait : Trait.values()) {
        for (int i = random.nextInt(3); i > 0; i--) {
          traits
              .computeIfAbsent(trait, any -> new HashSet<>())
              .add((long) random.nextInt(trait.isIdentifier() ? values : 3));
        }
      }
      crowd.add(new Made(key, traits));
    }
    return crowd;
  }

  @Test
  void countsAllPairsWhereAllIdentifiersAreSampled() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 20; round++) {
      List<Made> left = crowd(random, 60, 150);
      List<Made> right = crowd(random, 50, 150);
      CountCommonPersons counting = new CountCommonPersons(sketch(left), sketch(right));

      CommonPersons any = counting.byAny();
      long pairs = 0;
      long byPhone = 0;
      for (Made one : left) {
        for (Made other : right) {
          pairs += one.isOneWith(other) ? 1 : 0;
          byPhone += one.isOneWith(other) && one.shares(other, Trait.PHONE) ? 1 : 0;
        }
      }

      assertThat(pairs).isPositive();
      assertThat(counting.share()).isEqualTo(1);
      assertThat(any.persons()).isCloseTo(pairs, within(1e-9));
      assertThat(any.lower()).isCloseTo(pairs, within(1e-9));
      assertThat(any.upper()).isCloseTo(pairs, within(1e-9));
      assertThat(counting.by(Trait.PHONE).persons()).isCloseTo(byPhone, within(1e-9));
    }
  }

  /** Persons with an id, one or two phones and an e-mail; the same key is the same person. */
  private static List<Made> citizens(long from, long to) {
    List<Made> citizens = new ArrayList<>();
    for (long key = from; key < to; key++) {
      long salt = key * 0x9E37_79B9_7F4A_7C15L;
      Map<Trait, Set<Long>> traits = new HashMap<>();
      traits.put(Trait.NAME, Set.of(key % 1_000));
      traits.put(Trait.NATIONAL_ID, Set.of(salt ^ 1));
      traits.put(Trait.PHONE, key % 2 == 0 ? Set.of(salt ^ 2) : Set.of(salt ^ 2, salt ^ 4));
      if (key % 3 == 0) {
        traits.put(Trait.EMAIL, Set.of(salt ^ 8));
      }
      citizens.add(new Made(key, traits));
    }
    return citizens;
  }

  @Test
  void estimatesFromASampleWithAnIntervalThatHolds() {
    int common = 20_000;
    int held = 0;
    double sum = 0;
    int rounds = 20;
    for (int round = 0; round < rounds; round++) {
      long start = 1_000_000L * round + 1;
      CountCommonPersons counting =
          new CountCommonPersons(
              sketch(citizens(start, start + 50_000)),
              sketch(citizens(start + 50_000 - common, start + 90_000)));
      CommonPersons any = counting.byAny();

      assertThat(counting.share()).isBetween(0.2, 0.6);
      assertThat(any.lower()).isLessThan(any.persons());
      assertThat(any.upper()).isGreaterThan(any.persons());
      assertThat(any.upper() - any.lower()).isLessThan(0.03 * common);
      held += any.lower() <= common && common <= any.upper() ? 1 : 0;
      sum += any.persons();
    }

    assertThat(held).isGreaterThanOrEqualTo(17);
    assertThat(sum / rounds).isCloseTo(common, within(0.002 * common));
  }

  @Test
  void findsNobodyWhereNobodyIsCommonAndSaysHowManyThereMayBe() {
    CommonPersons none =
        new CountCommonPersons(sketch(citizens(1, 40_000)), sketch(citizens(50_000, 90_000)))
            .byAny();

    assertThat(none.persons()).isZero();
    assertThat(none.lower()).isZero();
    assertThat(none.upper()).isBetween(1.0, 50.0);
  }

  @Test
  void sketchesTheSameWhateverTheOrderOfTheParts() {
    List<Made> all = citizens(1, 60_000);
    PersonSketch whole = sketch(all);
    PersonSketch parts = sketch(all.subList(40_000, all.size()));
    parts = parts.with(sketch(all.subList(0, 10_000)));
    parts = PersonSketch.decode(parts.encode()).with(sketch(all.subList(10_000, 40_000)));

    assertThat(parts.persons()).isEqualTo(all.size());
    assertThat(parts.persons(Trait.EMAIL)).isEqualTo(all.size() / 3);
    assertThat(parts.encode()).isEqualTo(whole.encode());
    assertThat(parts.sampled()).hasSize(PersonSketch.ENTRIES);
    assertThat(parts.share()).isBetween(0.37, 0.4);
    List<Made> others = citizens(30_000, 80_000);
    assertThat(new CountCommonPersons(parts, sketch(others)).byAny())
        .isEqualTo(new CountCommonPersons(whole, sketch(others)).byAny());
  }

  @Test
  void sketchesSharedIdentifiersTheSameWhateverTheOrderOfTheParts() {
    List<Made> all = crowd(new SplittableRandom(2), 600, 200);
    PersonSketch parts = sketch(all.subList(400, 600)).with(sketch(all.subList(0, 400)));

    assertThat(parts.encode()).isEqualTo(sketch(all).encode());
  }

  @Test
  void countsPersonsWithIdentifiersAlone() {
    PersonSketch sketch =
        sketch(
            List.of(
                new Made(1, Map.of(Trait.NAME, Set.of(1L))),
                new Made(2, Map.of(Trait.PHONE, Set.of(1L, 2L))),
                new Made(3, Map.of(Trait.PHONE, Set.of(1L), Trait.EMAIL, Set.of(3L)))));

    assertThat(sketch.persons()).isEqualTo(2);
    assertThat(sketch.persons(Trait.NATIONAL_ID)).isZero();
    assertThat(sketch.persons(Trait.PHONE)).isEqualTo(2);
    assertThat(sketch.persons(Trait.EMAIL)).isEqualTo(1);
  }
}
