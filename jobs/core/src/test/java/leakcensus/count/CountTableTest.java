package leakcensus.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountTableTest {

  private static final long MAX_SECOND = (1L << 42) - 1;

  /** One addition to a table. */
  private record Addition(Measure measure, int source, long first, long second, long amount) {

    List<Object> key() {
      return List.of(measure, source, first, second);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void addsUpToTheWholeWhateverThePartsAndTheirOrder(long seed) {
    Random random = new Random(seed);
    List<Addition> additions = additions(random, 2_000);
    CountTable whole = table(additions);
    Collections.shuffle(additions, random);
    int cut = random.nextInt(additions.size());
    CountTable left = table(additions.subList(0, cut));
    CountTable right = table(additions.subList(cut, additions.size()));

    CountTable added = new CountTable();
    added.addAll(right);
    added.addAll(left);
    CountTable decoded = new CountTable();
    decoded.addEncoded(left.encode());
    decoded.addEncoded(right.encode());

    assertThat(added.encode()).isEqualTo(whole.encode());
    assertThat(decoded.encode()).isEqualTo(whole.encode());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {6, 7})
  void tellsEveryCountBack(long seed) {
    List<Addition> additions = additions(new Random(seed), 2_000);
    Map<List<Object>, Long> expected = new HashMap<>();
    additions.forEach(each -> expected.merge(each.key(), each.amount(), Long::sum));

    CountTable table = table(additions);

    for (Addition each : additions) {
      assertThat(table.at(each.measure(), each.source(), each.first(), each.second()))
          .isEqualTo(expected.get(each.key()));
    }
    assertThat(table.encode()).hasSize(5 + 16 * expected.size());
  }

  @Test
  void keepsTheExtremesOfAllKeysApart() {
    CountTable table = new CountTable();
    long amount = 1;
    for (Measure measure : Measure.values()) {
      for (int source : new int[] {0, CountTable.MAX_SOURCES - 1, CountTable.ALL_SOURCES}) {
        for (long first : new long[] {0, 1, 1023}) {
          for (long second : new long[] {0, 1, MAX_SECOND}) {
            table.add(measure, source, first, second, amount++);
          }
        }
      }
    }

    amount = 1;
    for (Measure measure : Measure.values()) {
      for (int source : new int[] {0, CountTable.MAX_SOURCES - 1, CountTable.ALL_SOURCES}) {
        for (long first : new long[] {0, 1, 1023}) {
          for (long second : new long[] {0, 1, MAX_SECOND}) {
            assertThat(table.at(measure, source, first, second)).isEqualTo(amount++);
          }
        }
      }
    }
  }

  @Test
  void listsCountsInTheOrderOfTheirKeys() {
    CountTable table = new CountTable();
    table.add(Measure.PERSON_FREQUENCY, 3, 0, MAX_SECOND, 7);
    table.add(Measure.PERSON_FREQUENCY, 3, 0, 2, 5);
    table.add(Measure.PERSON_FREQUENCY, 3, 1, 2, 100);
    table.add(Measure.PERSON_FREQUENCY, 4, 0, 2, 100);
    table.add(Measure.CHECKED_ID_FREQUENCY, 3, 0, 2, 100);
    table.add(Measure.FIELD_DISTINCT, 3, 1023, 9);
    table.add(Measure.FIELD_DISTINCT, 3, 0, 4);
    table.add(Measure.FIELD_DISTINCT, 3, 1, 0);

    assertThat(table.bySecond(Measure.PERSON_FREQUENCY, 3, 0))
        .containsExactly(Map.entry(2L, 5L), Map.entry(MAX_SECOND, 7L));
    assertThat(table.byFirst(Measure.FIELD_DISTINCT, 3))
        .containsExactly(Map.entry(0L, 4L), Map.entry(1023L, 9L));
    assertThat(table.firsts(Measure.FIELD_DISTINCT, 3)).containsExactly(0L, 1023L);
    assertThat(table.firsts(Measure.PERSON_FREQUENCY, 3)).containsExactly(0L, 1L);
    assertThat(table.firsts(Measure.PERSON_FREQUENCY, 5)).isEmpty();
    assertThat(table.bySecond(Measure.OVERLAP, CountTable.ALL_SOURCES, 0)).isEmpty();
    assertThat(table.at(Measure.OVERLAP, CountTable.ALL_SOURCES, 0)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -1 | 0    | 0             | Invalid source: -1 (must be 0 to 63)
          64 | 0    | 0             | Invalid source: 64 (must be 0 to 63)
          0  | -1   | 0             | Invalid first key: -1 (must be 0 to 1023)
          0  | 1024 | 0             | Invalid first key: 1024 (must be 0 to 1023)
          0  | 0    | -1            | Invalid second key: -1 (must be 0 to 4398046511103)
          0  | 0    | 4398046511104 | Invalid second key: 4398046511104 (must be 0 to 4398046511103)
          """)
  void refusesKeysThatDoNotFit(int source, long first, long second, String message) {
    CountTable table = new CountTable();

    assertThatThrownBy(() -> table.add(Measure.RECORDS, source, first, second, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void refusesASumThatOverflows() {
    CountTable full = new CountTable();
    full.add(Measure.REPEAT_PAIRS, 0, 0, Long.MAX_VALUE);
    CountTable one = new CountTable();
    one.add(Measure.REPEAT_PAIRS, 0, 0, 1);

    assertThatThrownBy(() -> full.addAll(one))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("long overflow");
    assertThatThrownBy(() -> full.addEncoded(one.encode()))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("long overflow");
    assertThatThrownBy(() -> full.add(Measure.REPEAT_PAIRS, 0, 0, 1))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("long overflow");
  }

  private static CountTable table(List<Addition> additions) {
    CountTable table = new CountTable();
    for (Addition each : additions) {
      table.add(each.measure(), each.source(), each.first(), each.second(), each.amount());
    }
    return table;
  }

  private static List<Addition> additions(Random random, int number) {
    List<Addition> additions = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      additions.add(
          new Addition(
              Measure.values()[random.nextInt(Measure.values().length)],
              random.nextInt(3) == 0 ? CountTable.ALL_SOURCES : random.nextInt(4),
              random.nextInt(3),
              random.nextInt(3) == 0 ? MAX_SECOND : random.nextInt(3),
              1 + random.nextInt(1_000_000)));
    }
    return additions;
  }
}
