package leakcensus.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallCellsTest {

  private final SmallCells cells = SmallCells.DEFAULT;

  @ParameterizedTest(name = "{0} persons")
  @CsvSource({"0, false", "1, true", "10, true", "11, false", "1000000, false"})
  void withholdsOneToTenPersons(long persons, boolean small) {
    assertThat(cells.isSmall(persons)).isEqualTo(small);
    assertThat(cells.suppress(persons).isEmpty()).isEqualTo(small);
  }

  @Test
  void withholdsASecondCellThatTheTotalWouldGiveAway() {
    assertThat(suppressed(Map.of("a", 3L, "b", 500L, "c", 20L, "d", 0L)))
        .containsExactlyInAnyOrder("a", "c");
  }

  @Test
  void withholdsAThirdCellWhereTwoAddUpToASmallOne() {
    assertThat(suppressed(Map.of("a", 1L, "b", 1L, "c", 50L)))
        .containsExactlyInAnyOrder("a", "b", "c");
    assertThat(suppressed(Map.of("a", 6L, "b", 7L, "c", 50L))).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void withholdsAThirdCellSinceNoHiddenOneIsEmpty() {
    assertThat(suppressed(Map.of("a", 5L, "b", 6L, "c", 50L)))
        .containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void withholdsNothingWithoutASmallCell() {
    assertThat(suppressed(Map.of("a", 0L, "b", 11L))).isEmpty();
    assertThat(suppressed(Map.of())).isEmpty();
  }

  @Test
  void breaksTiesByKey() {
    assertThat(suppressed(Map.of("z", 3L, "c", 20L, "b", 20L))).containsExactlyInAnyOrder("z", "b");
  }

  @Test
  void neverLetsTheTotalTellASmallNumber() {
    SplittableRandom random = new SplittableRandom(3);
    for (int table = 0; table < 2000; table++) {
      Map<String, Long> persons = new TreeMap<>();
      for (int cell = 0; cell < 1 + random.nextInt(6); cell++) {
        persons.put("cell" + cell, (long) (random.nextInt(5) * random.nextInt(9)));
      }

      Set<String> hidden = suppressed(persons);

      long hiddenPersons = hidden.stream().mapToLong(persons::get).sum();
      long visibleNonZero =
          persons.entrySet().stream()
              .filter(cell -> !hidden.contains(cell.getKey()) && cell.getValue() > 0)
              .count();
      assertThat(hidden)
          .as("seed 3, table %d: %s", table, persons)
          .containsAll(
              persons.keySet().stream().filter(key -> cells.isSmall(persons.get(key))).toList())
          .allMatch(key -> persons.get(key) > 0);
      if (!hidden.isEmpty() && visibleNonZero > 0) {
        assertThat(hidden).as("seed 3, table %d: %s", table, persons).hasSizeGreaterThan(1);
        assertThat(hiddenPersons - hidden.size() + 1).isGreaterThanOrEqualTo(11);
      }
    }
  }

  @Test
  void refusesALooserRuleThanFive() {
    assertThat(new SmallCells(5).isSmall(4)).isTrue();
    assertThatThrownBy(() -> new SmallCells(4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid smallest cell: 4 persons (must be >= 5)");
    assertThatThrownBy(() -> cells.isSmall(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid cell: -1 persons (must be >= 0)");
  }

  private Set<String> suppressed(Map<String, Long> persons) {
    return cells.suppressed(new TreeMap<>(persons));
  }
}
