package leakcensus.normalise;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A deterministic automaton over digits that accepts exactly what a regular expression matches, in
 * one step a digit.
 */
final class DigitAutomaton {

  /** The answer of {@link #prefix} where no match begins. */
  static final int NO_PREFIX = -1;

  /** The answer of {@link #prefix} where matches of several lengths begin. */
  static final int SEVERAL_PREFIXES = -2;

  private static final int DEAD = 0;
  private static final int START = 1;

  private final int[] next;
  private final boolean[] accepting;

  private DigitAutomaton(int[] next, boolean[] accepting) {
    this.next = next;
    this.accepting = accepting;
  }

  /** The automaton of an expression, if it keeps to the syntax of {@link DigitExpression}. */
  static Optional<DigitAutomaton> of(String expression) {
    return DigitExpression.compile(expression);
  }

  /** Makes an expression deterministic: a state for each set of nodes that digits can lead to. */
  static DigitAutomaton of(DigitExpression expression, int start, int end) {
    Map<BitSet, Integer> states = new HashMap<>();
    List<BitSet> sets = new ArrayList<>();
    for (BitSet first : List.of(new BitSet(), expression.closure(single(start)))) {
      states.put(first, sets.size());
      sets.add(first);
    }

    IntArrayList next = new IntArrayList();
    for (int state = 0; state < sets.size(); state++) {
      for (int digit = 0; digit < 10; digit++) {
        BitSet reached = expression.closure(expression.after(sets.get(state), digit));
        Integer number = states.putIfAbsent(reached, sets.size());
        if (number == null) {
          number = sets.size();
          sets.add(reached);
        }
        next.add(number.intValue());
      }
    }

    boolean[] accepting = new boolean[sets.size()];
    for (int state = 0; state < accepting.length; state++) {
      accepting[state] = sets.get(state).get(end);
    }
    return new DigitAutomaton(next.toIntArray(), accepting);
  }

  /** Whether the digits from this offset to the end are a match as a whole. */
  boolean matches(String digits, int from) {
    int state = START;
    for (int index = from; index < digits.length() && state != DEAD; index++) {
      state = next[state * 10 + digits.charAt(index) - '0'];
    }
    return accepting[state];
  }

  /**
   * The number of digits of the match that begins at this offset, if all matches that begin there
   * have one length; else {@link #NO_PREFIX} or {@link #SEVERAL_PREFIXES}.
   */
  int prefix(String digits, int from) {
    int length = NO_PREFIX;
    int state = START;
    for (int index = from; state != DEAD; index++) {
      if (accepting[state]) {
        if (length != NO_PREFIX) {
          return SEVERAL_PREFIXES;
        }
        length = index - from;
      }
      if (index == digits.length()) {
        break;
      }
      state = next[state * 10 + digits.charAt(index) - '0'];
    }
    return length;
  }

  private static BitSet single(int node) {
    BitSet set = new BitSet();
    set.set(node);
    return set;
  }
}
