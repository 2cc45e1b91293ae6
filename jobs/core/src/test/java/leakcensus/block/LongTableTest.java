package leakcensus.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LongTableTest {

  @ParameterizedTest(name = "{0} columns, {1} rows")
  @CsvSource({"1, 0", "1, 1", "3, 2", "2, 63", "2, 64", "2, 65", "7, 1000", "11, 5000"})
  void comesBackFromItsBytes(int columns, int rows) {
    List<long[]> expected = randomRows(new Random(columns), columns, rows);

    LongTable decoded = LongTable.decode(table(columns, expected).encode());

    assertThat(decoded.width()).isEqualTo(columns);
    assertThat(rows(decoded)).isEqualTo(lists(expected));
  }

  @ParameterizedTest(name = "{0} tables")
  @ValueSource(ints = {0, 1, 5})
  void putsEncodedTablesTogether(int tables) {
    Random random = new Random(tables);
    List<byte[]> encoded = new ArrayList<>();
    List<long[]> expected = new ArrayList<>();
    for (int i = 0; i < tables; i++) {
      List<long[]> rows = randomRows(random, 3, random.nextInt(100));
      encoded.add(table(3, rows).encode());
      expected.addAll(rows);
    }

    LongTable decoded = LongTable.decode(encoded, 3);

    assertThat(decoded.width()).isEqualTo(3);
    assertThat(rows(decoded)).isEqualTo(lists(expected));
  }

  @Test
  void needsFiveBytesAndEightForEachValue() {
    assertThat(new LongTable(3).encode()).hasSize(5);
    assertThat(table(3, randomRows(new Random(1), 3, 10)).encode()).hasSize(5 + 3 * 10 * 8);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void addsUpWhateverTheParts(long seed) {
    Random random = new Random(seed);
    List<long[]> expected = randomRows(random, 3, 700);
    LongTable encodedParts = new LongTable(3);
    LongTable tableParts = new LongTable(3, 0);

    for (int from = 0; from < expected.size(); ) {
      int to = Math.min(expected.size(), from + random.nextInt(200));
      LongTable part = table(3, expected.subList(from, to));
      encodedParts.appendEncoded(part.encode());
      tableParts.appendAll(part);
      from = to;
    }

    assertThat(rows(encodedParts)).isEqualTo(lists(expected));
    assertThat(rows(tableParts)).isEqualTo(lists(expected));
    assertThat(encodedParts.encode()).isEqualTo(tableParts.encode());
  }

  @ParameterizedTest(name = "{0} columns, {1} rows")
  @CsvSource({"1, 0", "1, 5000", "2, 1", "2, 5000", "3, 900", "7, 5000"})
  void sortsBySignedNumbersTheFirstColumnLeading(int columns, int rows) {
    List<long[]> expected = randomRows(new Random(rows), columns, rows);
    LongTable table = table(columns, expected);

    table.sort();

    expected.sort(Arrays::compare);
    assertThat(rows(table)).isEqualTo(lists(expected));

    List<long[]> more = randomRows(new Random(rows + 1), columns, 300);
    more.forEach(table::append);
    table.sort();

    expected.addAll(more);
    expected.sort(Arrays::compare);
    assertThat(rows(table)).as("sorted again").isEqualTo(lists(expected));
  }

  @ParameterizedTest(name = "by {0} columns, {1} rows")
  @CsvSource({"1, 0", "1, 3", "1, 5000", "2, 0", "2, 3", "2, 5000"})
  void ordersStablyByItsLeadingColumns(int leading, int rows) {
    List<long[]> unordered = randomRows(new Random(rows), 3, rows);
    LongTable table = table(3, unordered);

    int[] order = table.order(leading);

    List<Integer> expected = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      expected.add(row);
    }
    expected.sort(
        Comparator.comparing(
            unordered::get,
            (left, right) ->
                Arrays.compare(Arrays.copyOf(left, leading), Arrays.copyOf(right, leading))));
    assertThat(order).containsExactly(expected.stream().mapToInt(row -> row).toArray());
    assertThat(rows(table)).as("the table itself").isEqualTo(lists(unordered));
  }

  @Test
  void encodesTheRowsAskedForInTheOrderGiven() {
    List<long[]> all = randomRows(new Random(5), 2, 100);
    LongTable table = table(2, all);
    int[] order = {99, 3, 3, 0, 57, 12};

    LongTable some = LongTable.decode(table.encode(order, 1, 5));

    assertThat(rows(some))
        .isEqualTo(lists(List.of(all.get(3), all.get(3), all.get(0), all.get(57))));
  }

  @Test
  void replacesOneValue() {
    LongTable table = table(2, List.of(new long[] {1, 2}, new long[] {3, 4}));

    table.set(1, 0, -9);
    table.set(0, 1, 7);

    assertThat(rows(table)).containsExactly(List.of(1L, 7L), List.of(-9L, 4L));
  }

  @Test
  void isEmptyWhenCleared() {
    LongTable table = table(2, randomRows(new Random(6), 2, 100));

    table.clear();
    table.append(1, 2);

    assertThat(rows(table)).containsExactly(List.of(1L, 2L));
    assertThat(table.encode()).isEqualTo(table(2, List.of(new long[] {1, 2})).encode());
  }

  @Test
  void refusesARowOfAnotherWidth() {
    LongTable table = new LongTable(3);

    assertThatThrownBy(() -> table.append(1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid row: 2 values (the table has 3 columns)");
  }

  @Test
  void refusesABlockOfAnotherWidth() {
    LongTable table = new LongTable(3);
    LongTable narrow = new LongTable(2);

    assertThatThrownBy(() -> table.appendAll(narrow))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Invalid block: 2 columns (the table has 3)");
    assertThatThrownBy(() -> table.appendEncoded(narrow.encode()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Invalid block: 2 columns (the table has 3)");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 128})
  void refusesAWidthThatItsBytesCannotTell(int columns) {
    assertThatThrownBy(() -> new LongTable(columns))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid table: %d columns (must be 1 to 127)".formatted(columns));
  }

  @Test
  void refusesAnOrderByMoreThanTwoColumns() {
    assertThatThrownBy(() -> new LongTable(3).order(3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid order: by 3 columns (must be 1 or 2)");
  }

  /** Few leading values, so that later columns decide, with the extremes among them. */
  private static List<long[]> randomRows(Random random, int columns, int rows) {
    long[] few = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE, random.nextLong(), random.nextLong()};
    List<long[]> found = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      long[] values = new long[columns];
      for (int column = 0; column < columns; column++) {
        values[column] =
            random.nextInt(3) == 0 ? random.nextLong() : few[random.nextInt(few.length)];
      }
      found.add(values);
    }
    Collections.shuffle(found, random);
    return found;
  }

  private static LongTable table(int columns, List<long[]> rows) {
    LongTable table = new LongTable(columns);
    rows.forEach(table::append);
    return table;
  }

  private static List<List<Long>> rows(LongTable table) {
    List<List<Long>> rows = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      List<Long> values = new ArrayList<>();
      for (int column = 0; column < table.width(); column++) {
        values.add(table.at(row, column));
      }
      rows.add(values);
    }
    return rows;
  }

  private static List<List<Long>> lists(List<long[]> rows) {
    return rows.stream().map(row -> Arrays.stream(row).boxed().toList()).toList();
  }
}
