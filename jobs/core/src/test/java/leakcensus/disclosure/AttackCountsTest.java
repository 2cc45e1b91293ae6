package leakcensus.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import leakcensus.population.RoundCounts;
import org.junit.jupiter.api.Test;

class AttackCountsTest {

  private static final long MIN_CELL = 11;

  @Test
  void knowsHowExactlyRoundedCountsAreTold() {
    assertThat(AttackCounts.attack(rounded(3, 90), MIN_CELL))
        .containsExactly(new Exposure(cell(2), 9, 11));
    assertThat(AttackCounts.attack(rounded(10, 90), MIN_CELL))
        .containsExactly(new Exposure(cell(2), 6, 15));
    assertThat(AttackCounts.attack(rounded(11, 88), MIN_CELL)).isEmpty();
  }

  @Test
  void takesADifferenceThatMayBeLargeForOneThatIs() {
    assertThat(AttackCounts.attack(difference(1, 91), MIN_CELL))
        .containsExactly(new Exposure(new CountKey("t", "rest", ""), 9, 9));
    assertThat(AttackCounts.attack(difference(3, 93), MIN_CELL))
        .containsExactly(new Exposure(new CountKey("t", "rest", ""), 6, 8));
    assertThat(AttackCounts.attack(difference(3, 90), MIN_CELL)).isEmpty();
  }

  /** One told cell and one withheld, of 100 persons. */
  private static CountSystem rounded(long base, long told) {
    CountSystem system = new CountSystem(100, new RoundCounts(base));
    int total = system.addExact(new CountKey("t", "total", ""), 100);
    int first = system.add(cell(1), OptionalLong.of(told));
    int second = system.add(cell(2), OptionalLong.empty());
    system.isZero(new CountSum().minus(total).plus(first).plus(second));
    return system;
  }

  /** One told cell of 100 persons. */
  private static CountSystem difference(long base, long told) {
    CountSystem system = new CountSystem(100, new RoundCounts(base));
    int total = system.addExact(new CountKey("t", "total", ""), 100);
    int first = system.add(cell(1), OptionalLong.of(told));
    int rest = system.addDifference(new CountKey("t", "rest", ""));
    system.isZero(new CountSum().minus(total).plus(first).plus(rest));
    return system;
  }

  @Test
  void reckonsAWithheldCountFromATotal() {
    CountSystem system = cells(OptionalLong.of(100), 60, 36, -1);

    assertThat(AttackCounts.attack(system, MIN_CELL)).containsExactly(new Exposure(cell(2), 4, 4));
  }

  @Test
  void findsASinglePersonWhereTwoMayBeTold() {
    assertThat(AttackCounts.attack(cells(OptionalLong.of(100), 60, 39, -1), 2))
        .containsExactly(new Exposure(cell(2), 1, 1));
  }

  @Test
  void knowsThatAWithheldCountIsNotZero() {
    assertThat(AttackCounts.attack(cells(OptionalLong.of(100), 89, -1, -1), MIN_CELL))
        .containsExactly(new Exposure(cell(1), 1, 10), new Exposure(cell(2), 1, 10));
    assertThat(AttackCounts.attack(cells(OptionalLong.of(100), 88, -1, -1), MIN_CELL)).isEmpty();
  }

  @Test
  void letsACountBeReckonedThatIsNotSmall() {
    assertThat(AttackCounts.attack(cells(OptionalLong.of(100), 60, -1, 29), MIN_CELL)).isEmpty();
  }

  @Test
  void doesNotBlameTablesForWhatAnExemptTotalTells() {
    assertThat(AttackCounts.attack(cells(OptionalLong.of(9), -1, -1, 0), MIN_CELL)).isEmpty();
  }

  @Test
  void findsADifferenceOfTwoCountsThatAreTold() {
    CountSystem system = new CountSystem(1_000);
    int present = system.add(cell(0), OptionalLong.of(500));
    int valid = system.add(cell(1), OptionalLong.of(497));
    int invalid = system.addDifference(cell(2));
    system.isZero(new CountSum().minus(present).plus(valid).plus(invalid));

    assertThat(AttackCounts.attack(system, MIN_CELL)).containsExactly(new Exposure(cell(2), 3, 3));
  }

  @Test
  void refusesCountsThatDoNotAddUp() {
    assertThatThrownBy(() -> AttackCounts.attack(cells(OptionalLong.of(100), 60, 30, 20), MIN_CELL))
        .isInstanceOf(UnsolvedCountsException.class)
        .hasMessage("Invalid counts of persons: none were found that agree with all that is told");
  }

  /** The oracle tries all whole numbers: the attack must never claim more than they allow. */
  @Test
  void agreesWithTryingAllTables() {
    SplittableRandom random = new SplittableRandom(5);
    int exposed = 0;
    for (int table = 0; table < 200; table++) {
      long[][] cells = new long[2][3];
      boolean[][] hidden = new boolean[2][3];
      for (int row = 0; row < 2; row++) {
        for (int column = 0; column < 3; column++) {
          cells[row][column] = 1 + random.nextInt(16);
          hidden[row][column] = random.nextInt(3) > 0;
        }
      }
      List<Exposure> expected = TwoWayTable.tryAll(cells, hidden, MIN_CELL);

      List<Exposure> found = AttackCounts.attack(TwoWayTable.system(cells, hidden), MIN_CELL);

      assertThat(found).as("seed 5, table %d", table).isEqualTo(expected);
      exposed += found.size();
    }
    assertThat(exposed).isGreaterThan(50);
  }

  private static CountSystem cells(OptionalLong total, long... persons) {
    CountSystem system = new CountSystem(1_000);
    CountSum sum = new CountSum().minus(system.addFixed(new CountKey("t", "total", ""), total));
    for (int at = 0; at < persons.length; at++) {
      OptionalLong value = persons[at] < 0 ? OptionalLong.empty() : OptionalLong.of(persons[at]);
      sum.plus(system.add(cell(at), value));
    }
    system.isZero(sum);
    return system;
  }

  private static CountKey cell(int at) {
    return new CountKey("t", "persons", "row " + at);
  }
}
