package leakcensus.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Chooses which counts are withheld: the small ones, and of the others as many as it takes that
 * {@link AttackCounts} finds none of them.
 *
 * <pre>{@code
 * for each exposed count q:  least sum of w_i |y_i - a_i|  over tables y that add up as the true
 *                            ones, a, and hold y_q = low_q + k - 1 (or as near as anything permits)
 *                            w_i = 1 + log2(a_i) for told counts, 0 for withheld ones
 * told counts that differ in y from a are withheld
 * }</pre>
 *
 * <p>Units: persons.
 *
 * <p>Errors: a heuristic; the least number of counts is a hard problem. Counts that nothing told
 * here exposes (a source of 8 persons in all) are left. Where the solver finds no counts, all that
 * may be withheld is.
 *
 * <p>Source: M. Fischetti, J. J. Salazar (2001), Management Science (a table that differs from the
 * true one shows what to withhold).
 */
public final class ProtectCounts {

  /** Of a person. */
  private static final double TOLERANCE = 1e-4;

  private final CountSystem system;
  private final long fewestPersons;
  private final AttackCounts attack;

  private ProtectCounts(CountSystem system, long fewestPersons) {
    this.system = system;
    this.fewestPersons = fewestPersons;
    attack = new AttackCounts(system, fewestPersons);
  }

  /**
   * Withholds in a system of true counts what must not be told.
   *
   * @param fewestPersons the k of the rule
   * @return the counts that are withheld, those that were so before included
   */
  public static SortedSet<CountKey> protect(CountSystem system, long fewestPersons) {
    ProtectCounts protect = new ProtectCounts(system, fewestPersons);
    protect.withholdSmall();
    try {
      protect.withholdMore();
    } catch (UnsolvedCountsException fault) {
      // What cannot be shown to be safe is not told.
      protect.withholdAll();
    }
    return protect.withheld();
  }

  private void withholdSmall() {
    for (int count = 0; count < system.size(); count++) {
      if (system.state(count) == CountState.SHOWN
          && system.value(count).orElseThrow() < fewestPersons) {
        system.withhold(count);
      }
    }
  }

  /** Each round withholds a count at least, so it ends. */
  private void withholdMore() {
    List<AttackCounts.Exposed> exposed = attack.exposed();
    while (!exposed.isEmpty()) {
      int withheld = withheld().size();
      exposed.forEach(this::hide);
      if (withheld().size() == withheld) {
        withholdAll();
      }
      exposed = attack.exposed();
    }
  }

  private void withholdAll() {
    for (int count = 0; count < system.size(); count++) {
      if (system.state(count) == CountState.SHOWN) {
        system.withhold(count);
      }
    }
  }

  private void hide(AttackCounts.Exposed before) {
    Optional<AttackCounts.Exposed> exposed = attack.exposed(before.count());
    if (exposed.isEmpty()) {
      return;
    }
    Exposure now = exposed.get().exposure();
    Exposure untold = exposed.get().untold();
    long most = Math.min(untold.highest(), now.lowest() + fewestPersons - 1);
    if (most > now.highest()) {
      withhold(doubter().atLeast(before.count(), most));
    }
    long least = Math.max(untold.lowest(), most - fewestPersons + 1);
    if (least < now.lowest()) {
      withhold(doubter().atMost(before.count(), least));
    }
  }

  private CountProgram doubter() {
    Map<Integer, Double> prices = new TreeMap<>();
    for (int count = 0; count < system.size(); count++) {
      if (system.state(count) == CountState.SHOWN) {
        double persons = system.value(count).orElseThrow();
        prices.put(count, 1 + Math.log(persons) / Math.log(2));
      }
    }
    return CountProgram.ofDoubter(system, prices);
  }

  private void withhold(CountProgram doubter) {
    double[] counts = doubter.solve();
    for (int count = 0; count < counts.length; count++) {
      OptionalLong told = system.value(count);
      if (system.state(count) == CountState.SHOWN
          && Math.abs(counts[count] - told.orElseThrow()) > TOLERANCE) {
        system.withhold(count);
      }
    }
    attack.see(counts);
  }

  private SortedSet<CountKey> withheld() {
    SortedSet<CountKey> withheld = new TreeSet<>();
    for (int count = 0; count < system.size(); count++) {
      if (system.state(count) == CountState.WITHHELD) {
        withheld.add(system.key(count));
      }
    }
    return withheld;
  }
}
