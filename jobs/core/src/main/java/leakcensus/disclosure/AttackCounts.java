package leakcensus.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Attacks published counts by differencing: from all that is told, and from how counts add up, it
 * reckons the fewest and the most persons that each withheld count can stand for.
 *
 * <pre>{@code
 * low_q, high_q   least and greatest x_q over all x with  A x = b,  B x >= c,  told counts as told,
 *                 x_q >= 1 where q is withheld (zeros are always told)
 *
 * q is exposed if  high_q > 0,  low_q < k,  floor(high_q) - ceil(low_q) + 1 < k,
 *     and the same bounds without any told count that may be withheld are wider
 *
 * a rounded count is as told, less half of a base to half of a base more; then a difference is
 * exposed only if  0 < low_q  and  high_q < k  as well
 * }</pre>
 *
 * <p>Units: persons.
 *
 * <p>Errors: the program is solved over real numbers and its ends are rounded inwards. Whole
 * numbers can leave fewer values than that, so an attack that finds nothing proves nothing against
 * one that searches whole tables. What an outsider knows from elsewhere, and what follows from the
 * order in which counts are withheld, is not reckoned with.
 *
 * <p>Source: M. Fischetti, J. J. Salazar (2001), Management Science (the attacker's linear programs
 * and the sliding protection level, here k - 1).
 */
public final class AttackCounts {

  /** Of a person. */
  private static final double TOLERANCE = 1e-4;

  private final CountSystem system;
  private final long fewestPersons;
  private final double[] low;
  private final double[] high;
  private final Map<Integer, Exposure> untold = new HashMap<>();

  /** Counts of which nothing more could be hidden. */
  private final Set<Integer> settled = new HashSet<>();

  AttackCounts(CountSystem system, long fewestPersons) {
    this.system = system;
    this.fewestPersons = fewestPersons;
    low = new double[system.size()];
    high = new double[system.size()];
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
  }

  /**
   * The counts that are exposed, in the order of the system.
   *
   * @param fewestPersons the k of the rule
   * @throws UnsolvedCountsException if no counts are found that agree with what is told
   */
  public static List<Exposure> attack(CountSystem system, long fewestPersons) {
    return new AttackCounts(system, fewestPersons)
        .exposed().stream().map(Exposed::exposure).toList();
  }

  /** The same with the place of each count, and what is known of it without any told count. */
  List<Exposed> exposed() {
    SortedSet<Integer> open = guarded();
    if (open.isEmpty()) {
      // Nothing is withheld, but what is told must still add up.
      CountProgram.ofOutsider(system).solve();
    }
    spread(open);
    List<Exposed> exposed = new ArrayList<>();
    for (int count : open) {
      exposed(count).ifPresent(exposed::add);
    }
    return List.copyOf(exposed);
  }

  /** A count, if it is exposed. */
  Optional<Exposed> exposed(int count) {
    if (isCovered(count) || settled.contains(count)) {
      return Optional.empty();
    }
    see(CountProgram.ofOutsider(system).price(count, 1).solve());
    if (isCovered(count) || ceil(low[count]) >= fewestPersons) {
      return Optional.empty();
    }
    see(CountProgram.ofOutsider(system).price(count, -1).solve());
    Exposure found = new Exposure(system.key(count), ceil(low[count]), floor(high[count]));
    if (isCovered(count) || found.highest() == 0 || mayBeUntold(count, found)) {
      return Optional.empty();
    }
    Exposure least = untold.computeIfAbsent(count, this::untold);
    if (values(least) <= values(found)) {
      settled.add(count);
      return Optional.empty();
    }
    return Optional.of(new Exposed(count, found, least));
  }

  /** Takes note of counts that agree with what is told. */
  void see(double[] counts) {
    for (int count = 0; count < counts.length; count++) {
      low[count] = Math.min(low[count], counts[count]);
      high[count] = Math.max(high[count], counts[count]);
    }
  }

  private Exposure untold(int count) {
    CountSystem nothingTold = system.withAllWithheld();
    double least = CountProgram.ofOutsider(nothingTold).price(count, 1).solve()[count];
    double most = CountProgram.ofOutsider(nothingTold).price(count, -1).solve()[count];
    return new Exposure(system.key(count), ceil(least), floor(most));
  }

  private SortedSet<Integer> guarded() {
    SortedSet<Integer> guarded = new TreeSet<>();
    for (int count = 0; count < system.size(); count++) {
      if (system.state(count).isGuarded()) {
        guarded.add(count);
      }
    }
    return guarded;
  }

  /** Removes counts of which few programs show that they can stand for k numbers or more. */
  private void spread(SortedSet<Integer> open) {
    open.removeIf(count -> isCovered(count) || settled.contains(count));
    if (!open.isEmpty()) {
      CountProgram least = CountProgram.ofOutsider(system);
      open.forEach(count -> least.price(count, 1));
      see(least.solve());
      open.removeIf(this::isCovered);
    }
    for (int before = open.size() + 1; !open.isEmpty() && open.size() < before; ) {
      before = open.size();
      CountProgram most = CountProgram.ofOutsider(system);
      open.forEach(count -> most.reward(count, low[count], fewestPersons - 1));
      see(most.solve());
      open.removeIf(this::isCovered);
    }
  }

  private boolean isCovered(int count) {
    boolean isSeen = low[count] <= high[count];
    return isSeen && floor(high[count]) - ceil(low[count]) + 1 >= fewestPersons;
  }

  /** A small difference would be withheld: one that may as well be none or large tells nothing. */
  private boolean mayBeUntold(int count, Exposure found) {
    return system.rounding().isOn()
        && system.state(count) == CountState.DIFFERENCE
        && (found.lowest() == 0 || found.highest() >= fewestPersons);
  }

  private static long values(Exposure found) {
    return found.highest() - found.lowest() + 1;
  }

  private static long ceil(double persons) {
    return (long) Math.ceil(persons - TOLERANCE);
  }

  private static long floor(double persons) {
    return (long) Math.floor(persons + TOLERANCE);
  }

  /**
   * A count that is exposed.
   *
   * @param count its place in the system
   * @param exposure what can be reckoned of it
   * @param untold what can be reckoned of it where nothing is told that may be withheld
   */
  record Exposed(int count, Exposure exposure, Exposure untold) {}
}
