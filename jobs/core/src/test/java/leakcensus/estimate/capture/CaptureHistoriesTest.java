package leakcensus.estimate.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaptureHistoriesTest {

  private static final List<String> TWO = List.of("clients", "users");

  @Test
  void keepsTheListsInTheOrderOfTheirNames() {
    CaptureHistories given = CaptureHistories.of(List.of("users", "clients"), Map.of(1, 7L, 2, 3L));

    assertThat(given).isEqualTo(CaptureHistories.of(TWO, Map.of(1, 3L, 2, 7L)));
  }

  @Test
  void countsThePersonsOfAListAndOfTwo() {
    CaptureHistories histories = CaptureHistories.of(TWO, Map.of(1, 3L, 2, 7L, 3, 5L));

    assertThat(histories.observedPersons()).isEqualTo(15);
    assertThat(histories.personsOn(0)).isEqualTo(8);
    assertThat(histories.personsOn(1)).isEqualTo(12);
    assertThat(histories.personsOnBoth(0, 1)).isEqualTo(5);
  }

  @Test
  void leavesOutListsThatHoldNobody() {
    CaptureHistories histories =
        CaptureHistories.of(List.of("a", "b", "c"), Map.of(1, 3L, 4, 7L, 5, 5L, 2, 0L));

    assertThat(histories.withoutEmptyLists())
        .isEqualTo(CaptureHistories.of(List.of("a", "c"), Map.of(1, 3L, 2, 7L, 3, 5L)));
  }

  @Test
  void seesWhichListsShareNobody() {
    List<String> lists = List.of("a", "b", "c", "d");

    assertThat(CaptureHistories.of(lists, Map.of(0b1001, 1L, 0b0110, 1L, 0b1100, 1L)).connected())
        .isTrue();
    assertThat(CaptureHistories.of(lists, Map.of(0b1001, 1L, 0b0110, 1L)).connected()).isFalse();
  }

  @Test
  void refusesNoListAndTooMany() {
    assertThatThrownBy(() -> CaptureHistories.of(List.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid number of lists: 0 (must be 1 to 10)");
    List<String> eleven = IntStream.range(0, 11).mapToObj("list%d"::formatted).toList();
    assertThatThrownBy(() -> CaptureHistories.of(eleven, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid number of lists: 11 (must be 1 to 10)");
  }

  @Test
  void refusesNamesThatDoNotTellListsApart() {
    assertThatThrownBy(() -> CaptureHistories.of(List.of("users", " "), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Missing name of a list");
    assertThatThrownBy(() -> CaptureHistories.of(Collections.nCopies(2, "users"), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid lists: two have the same name");
  }

  @Test
  void refusesAHistoryOfOtherLists() {
    assertThatThrownBy(() -> CaptureHistories.of(TWO, Map.of(4, 1L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid history: 4 (must be bits of 2 lists, at least one of them set)");
    assertThatThrownBy(() -> CaptureHistories.of(TWO, Map.of(0, 1L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid history: 0 (must be bits of 2 lists, at least one of them set)");
  }

  @Test
  void refusesANegativeCount() {
    assertThatThrownBy(() -> CaptureHistories.of(TWO, Map.of(3, -1L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid count of history 3: -1 persons (must be >= 0)");
  }
}
