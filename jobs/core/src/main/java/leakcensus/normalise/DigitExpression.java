package leakcensus.normalise;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A regular expression over digits, read into a nondeterministic automaton without cycles.
 *
 * <p>It knows the syntax that numbering plans use: digits, {@code \d}, classes of digits, groups,
 * alternatives, {@code ?} and bounded repetition.
 */
final class DigitExpression {

  private static final int ALL_DIGITS = (1 << 10) - 1;

  private final String expression;
  private final List<IntArrayList> silentSteps = new ArrayList<>();
  private final IntArrayList digits = new IntArrayList();
  private final IntArrayList digitStep = new IntArrayList();
  private int position;
  private boolean known = true;

  private DigitExpression(String expression) {
    this.expression = expression;
  }

  /** The automaton of an expression, if it keeps to the known syntax. */
  static Optional<DigitAutomaton> compile(String expression) {
    DigitExpression read = new DigitExpression(expression);
    int start = read.node();
    int end = read.alternatives(start);
    boolean whole = read.known && read.position == expression.length();
    return whole ? Optional.of(DigitAutomaton.of(read, start, end)) : Optional.empty();
  }

  /** Every node that can be reached from these without a digit, these included. */
  BitSet closure(BitSet nodes) {
    BitSet reached = (BitSet) nodes.clone();
    IntArrayList open = new IntArrayList(nodes.stream().toArray());
    while (!open.isEmpty()) {
      for (int node : silentSteps.get(open.popInt())) {
        if (!reached.get(node)) {
          reached.set(node);
          open.push(node);
        }
      }
    }
    return reached;
  }

  /** The nodes that one digit leads to. */
  BitSet after(BitSet nodes, int digit) {
    BitSet reached = new BitSet();
    for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
      if ((digits.getInt(node) & 1 << digit) != 0) {
        reached.set(digitStep.getInt(node));
      }
    }
    return reached;
  }

  private int alternatives(int from) {
    int end = node();
    silentSteps.get(sequence(from)).add(end);
    while (known && peek() == '|') {
      position++;
      silentSteps.get(sequence(from)).add(end);
    }
    return end;
  }

  private int sequence(int from) {
    int node = from;
    while (known && position < expression.length() && peek() != '|' && peek() != ')') {
      node = repeated(node);
    }
    return node;
  }

  /** Reads the same atom anew for each repetition. */
  private int repeated(int from) {
    int atomAt = position;
    int node = atom(from);
    int atomEnd = position;
    int least = 1;
    int most = 1;
    if (peek() == '?') {
      position++;
      least = 0;
    } else if (peek() == '{') {
      position++;
      least = number();
      most = peek() == ',' ? numberBehindComma() : least;
      skip('}');
    }
    int end = position;
    if (!known || most < 1 || most < least) {
      known = false;
      return node;
    }

    if (least == 0) {
      silentSteps.get(from).add(node);
    }
    for (int repetition = 1; repetition < most && known; repetition++) {
      int before = node;
      position = atomAt;
      node = atom(before);
      known &= position == atomEnd;
      if (repetition >= least) {
        silentSteps.get(before).add(node);
      }
    }
    position = end;
    return node;
  }

  private int atom(int from) {
    char first = peek();
    position++;
    if (first == '(') {
      if (expression.startsWith("?:", position)) {
        position += 2;
      }
      int end = alternatives(from);
      skip(')');
      return end;
    }
    if (first == '[') {
      return step(from, digitClass());
    }
    if (first == '\\') {
      skip('d');
      return step(from, ALL_DIGITS);
    }
    return step(from, 1 << digit(first));
  }

  private int digitClass() {
    int mask = 0;
    while (known && peek() != ']') {
      int first = digit(peek());
      position++;
      int last = first;
      if (peek() == '-') {
        position++;
        last = digit(peek());
        position++;
      }
      for (int digit = first; digit <= last; digit++) {
        mask |= 1 << digit;
      }
    }
    skip(']');
    return mask;
  }

  /** A node of its own for the digit, so that a node has one digit step at most. */
  private int step(int from, int mask) {
    int reader = node();
    int end = node();
    silentSteps.get(from).add(reader);
    digits.set(reader, mask);
    digitStep.set(reader, end);
    return end;
  }

  private int node() {
    silentSteps.add(new IntArrayList(2));
    digits.add(0);
    digitStep.add(0);
    return digits.size() - 1;
  }

  private int numberBehindComma() {
    position++;
    return number();
  }

  private int number() {
    int from = position;
    int number = 0;
    while (peek() >= '0' && peek() <= '9') {
      number = number * 10 + peek() - '0';
      position++;
    }
    known &= position > from;
    return number;
  }

  private int digit(char character) {
    known &= character >= '0' && character <= '9';
    return known ? character - '0' : 0;
  }

  private void skip(char expected) {
    known &= peek() == expected;
    position++;
  }

  private char peek() {
    return position < expression.length() ? expression.charAt(position) : 0;
  }
}
