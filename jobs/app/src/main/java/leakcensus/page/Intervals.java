package leakcensus.page;

import java.util.Optional;

/** Says numbers of persons with their interval. */
final class Intervals {

  private static final double NOTHING_CHECKED = 1;

  private Intervals() {}

  /** How many persons an estimate says there are, such as "about 1,230", or a bound. */
  static String number(Texts texts, TableRow estimate) {
    Optional<Double> persons = estimate.real("persons");
    Optional<Double> lower = lower(estimate);
    Optional<Double> upper = estimate.real("upper");
    if (!estimate.flag("identifiable")) {
      return lower.isPresent()
          ? texts.say("number.at-least", Figures.persons(lower.get()))
          : texts.say("number.unknown");
    }
    if (lower.isEmpty() && upper.isPresent()) {
      return texts.say("number.at-most", Figures.persons(upper.get()));
    }
    if (persons.isPresent()) {
      return texts.say("number.about", Figures.about(persons.get()));
    }
    return upper.isPresent() ? between(texts, lower, upper) : atLeast(texts, lower);
  }

  /** Between which numbers, or from which number on. */
  static String between(Texts texts, Optional<Double> lower, Optional<Double> upper) {
    if (upper.isEmpty()) {
      return atLeast(texts, lower);
    }
    return lower.isEmpty()
        ? texts.say("number.at-most", Figures.persons(upper.get()))
        : texts.say("number.between", Figures.persons(lower.get()), Figures.persons(upper.get()));
  }

  /** The interval of an estimate. */
  static String between(Texts texts, TableRow estimate) {
    return between(texts, lower(estimate), estimate.real("upper"));
  }

  /** A lower end that says something: that there is at least one person says nothing. */
  static Optional<Double> lower(TableRow estimate) {
    return estimate.real("lower").filter(value -> value > NOTHING_CHECKED);
  }

  /**
   * A number of a row with the interval that stands in its columns {@code lower} and {@code upper},
   * unless the ends are the number itself; nothing if the row has no number.
   */
  static String numbers(Texts texts, TableRow row, String column) {
    Optional<Double> number = row.real(column);
    Optional<Double> lower = row.real("lower");
    Optional<Double> upper = row.real("upper");
    boolean exact = lower.equals(number) && upper.equals(number);
    if (number.isEmpty() || exact || lower.isEmpty()) {
      return row.shown(column);
    }
    String ends =
        upper
            .map(Figures::number)
            .map(end -> texts.say("number.between", Figures.number(lower.get()), end))
            .orElse(texts.say("number.at-least", Figures.number(lower.get())));
    return texts.say("number.with-interval", row.shown(column), ends);
  }

  private static String atLeast(Texts texts, Optional<Double> lower) {
    return lower
        .map(value -> texts.say("number.at-least", Figures.persons(value)))
        .orElse(texts.say("number.unknown"));
  }
}
