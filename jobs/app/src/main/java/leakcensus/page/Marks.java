package leakcensus.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import leakcensus.page.Block.Mark;

/**
 * Puts numbers on the scale of a row of bars.
 *
 * @param thousandths from a number to its place in the row, 0 to 1,000
 * @param ends the numbers at the left end, in the middle and at the right end
 */
record Marks(DoubleUnaryOperator thousandths, List<Double> ends) {

  /** A row in thousandths. */
  static final int WIDTH = 1000;

  private static final double LOG_MARGIN = 0.04;
  private static final double SMALLEST_SPAN = 1e-3;

  /** A scale from zero to a number. */
  static Marks upTo(double most) {
    return new Marks(value -> most > 0 ? WIDTH * value / most : 0, List.of(0.0, most / 2, most));
  }

  /** A logarithmic scale between two positive numbers, with room on both sides. */
  static Marks between(double least, double most) {
    double inner = Math.max(Math.log(Math.max(most, 1) / Math.max(least, 1)), SMALLEST_SPAN);
    double low = Math.log(Math.max(least, 1)) - LOG_MARGIN * inner;
    double span = inner * (1 + 2 * LOG_MARGIN);
    return new Marks(
        value -> WIDTH * (Math.log(Math.max(value, 1)) - low) / span,
        List.of(Math.exp(low), Math.exp(low + span / 2), Math.exp(low + span)));
  }

  /** A bar from the left end. */
  Mark bar(double value) {
    return new Mark("fill", 0, at(value));
  }

  /** A frame from the left end. */
  Mark outline(double value) {
    return new Mark("outline", 0, at(value));
  }

  /** An interval and the number in it; an arrow where the row ends before the interval does. */
  List<Mark> interval(Optional<Double> best, Optional<Double> lower, Optional<Double> upper) {
    List<Mark> marks = new ArrayList<>();
    if (lower.isPresent()) {
      boolean open = upper.isEmpty() || thousandths.applyAsDouble(upper.get()) > WIDTH;
      long from = at(lower.get());
      long to = open ? WIDTH : at(upper.get());
      marks.add(new Mark("whisker", from, to));
      if (open) {
        marks.add(new Mark("arrow", to, to));
      }
    }
    best.ifPresent(value -> marks.add(new Mark("dot", at(value), at(value))));
    return marks;
  }

  private long at(double value) {
    return Math.round(Math.max(0, Math.min(WIDTH, thousandths.applyAsDouble(value))));
  }
}
