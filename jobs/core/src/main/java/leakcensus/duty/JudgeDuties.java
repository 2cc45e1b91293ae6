package leakcensus.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds the numbers of a census against the thresholds of laws.
 *
 * <pre>{@code
 * yes   the lower end reaches the threshold        no    the upper end does not
 * open  neither                                    not_numeric   the law weighs instead
 * }</pre>
 *
 * <p>Errors: the intervals are those of the estimates, with their confidence and assumptions.
 * Whether a law applies to the holder of the data at all is not asked here.
 */
public final class JudgeDuties {

  private final MeasurePersons persons;
  private final MeasureItems items;

  private JudgeDuties(MeasuredBreach breach, DutySettings settings) {
    persons = new MeasurePersons(breach, settings.residents());
    items = new MeasureItems(breach.contents(), settings.items());
  }

  /** One duty a threshold, in the order of regimes and thresholds. */
  public static List<Duty> judge(
      List<DutyRegime> regimes, MeasuredBreach breach, DutySettings settings) {
    JudgeDuties judge = new JudgeDuties(breach, settings);
    List<Duty> duties = new ArrayList<>();
    for (DutyRegime regime : regimes) {
      for (Threshold threshold : regime.thresholds()) {
        duties.add(judge.duty(regime, threshold));
      }
    }
    return List.copyOf(duties);
  }

  private Duty duty(DutyRegime regime, Threshold threshold) {
    return measured(threshold)
        .map(quantity -> counted(regime, threshold, quantity))
        .orElseGet(
            () ->
                new Duty(
                    regime,
                    threshold,
                    Optional.empty(),
                    Reached.NOT_NUMERIC,
                    "No number decides: weigh the criterion; table severity may help."));
  }

  private Optional<Quantity> measured(Threshold threshold) {
    return switch (threshold.measure()) {
      case PERSONS -> Optional.of(persons.persons(threshold));
      case RESIDENTS -> Optional.of(persons.residents(threshold));
      case ITEMS -> Optional.of(items.items(threshold));
      case NONE -> Optional.empty();
    };
  }

  private static Duty counted(DutyRegime regime, Threshold threshold, Quantity quantity) {
    Operator operator = threshold.operator().orElseThrow();
    double number = threshold.number().orElseThrow();
    Reached reached = operator.reach(quantity, number);
    String sentence =
        switch (reached) {
          case YES -> "Even the lower end reaches it.";
          case NO -> "Not even the upper end reaches it.";
          case OPEN -> open(operator, number, quantity);
          case NOT_NUMERIC -> throw new IllegalStateException("A counted duty without a number");
        };
    return new Duty(
        regime, threshold, Optional.of(quantity), reached, sentence + " " + quantity.explanation());
  }

  private static String open(Operator operator, double number, Quantity quantity) {
    if (quantity.best().isEmpty()) {
      return "Open: the lower end does not reach it, and nothing shows that it is not reached.";
    }
    return operator.isMet(quantity.best().getAsDouble(), number)
        ? "Open: the best estimate reaches it, the lower end does not."
        : "Open: the upper end reaches it, the best estimate does not.";
  }
}
