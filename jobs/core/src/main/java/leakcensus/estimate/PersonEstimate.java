package leakcensus.estimate;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One row of the table {@code person_estimate}: what one method says about the number of persons.
 *
 * @param scope what the number is about
 * @param method short name of the method
 * @param persons point estimate, in persons; absent where the method gives a bound only
 * @param lowerPersons lower end of the interval, in persons
 * @param upperPersons upper end of the interval, in persons
 * @param confidence nominal coverage of the interval, a ratio in (0, 1)
 * @param reason why this row answers the question for its scope; absent where it does not
 * @param identifiable whether the stated design supports the row
 * @param assumptions what must hold for the row to be right, in sentences
 * @param needed what would have to be known; empty exactly where the row is identifiable
 * @param diagnostics further numbers by name, which ends in their unit
 */
public record PersonEstimate(
    EstimateScope scope,
    String method,
    OptionalDouble persons,
    OptionalDouble lowerPersons,
    OptionalDouble upperPersons,
    double confidence,
    Optional<SelectionReason> reason,
    boolean identifiable,
    String assumptions,
    String needed,
    SortedMap<String, Double> diagnostics) {

  public PersonEstimate {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(reason, "reason");
    Confidence.check(confidence);
    checkPersons(method, persons);
    checkPersons(method, lowerPersons);
    checkPersons(method, upperPersons);
    checkOrder(method, lowerPersons, persons);
    checkOrder(method, persons, upperPersons);
    checkOrder(method, lowerPersons, upperPersons);
    if (assumptions.isEmpty()) {
      throw new IllegalArgumentException("Missing assumptions of estimate: " + method);
    }
    if (identifiable != needed.isEmpty()) {
      throw new IllegalArgumentException(
          "Invalid estimate: %s (either identifiable, or with what is needed)".formatted(method));
    }
    diagnostics = Collections.unmodifiableSortedMap(new TreeMap<>(diagnostics));
    diagnostics.forEach((name, value) -> checkFinite(name, value));
  }

  /**
   * A row of the dump that says nothing beyond the persons of the sample.
   *
   * @param method name of the method
   * @param observedPersons persons of the sample
   * @param needed what would have to be known, in a sentence
   * @param confidence nominal coverage
   */
  public static PersonEstimate refused(
      String method, double observedPersons, String needed, double confidence) {
    return builder(EstimateScope.DUMP, method, confidence)
        .lowerPersons(observedPersons)
        .assumptions("The persons of the sample stand in the dump; nothing more can be said.")
        .needed(needed)
        .build();
  }

  /** Whether this row answers the question for its scope. */
  public boolean selected() {
    return reason.isPresent();
  }

  /** Why it does, in a sentence; a row that nothing supports is no number. */
  public Optional<String> why() {
    return reason
        .map(given -> identifiable ? given : SelectionReason.NO_NUMBER)
        .map(SelectionReason::sentence);
  }

  /** This row, which answers for its scope. */
  public PersonEstimate select(SelectionReason why) {
    return toBuilder().selected(why).build();
  }

  /** This row, which does not answer for its scope. */
  public PersonEstimate unselected() {
    Builder row = toBuilder();
    row.reason = Optional.empty();
    return row.build();
  }

  /** This row, not identifiable for want of something; numbers and assumptions stay. */
  public PersonEstimate unsupported(String why) {
    return toBuilder().needed(why).build();
  }

  /** Starts a row. */
  public static Builder builder(EstimateScope scope, String method, double confidence) {
    return new Builder(scope, method, confidence);
  }

  private Builder toBuilder() {
    Builder row = new Builder(scope, method, confidence);
    row.persons = persons;
    row.lowerPersons = lowerPersons;
    row.upperPersons = upperPersons;
    row.reason = reason;
    row.assumptions = assumptions;
    row.needed = needed;
    row.diagnostics.putAll(diagnostics);
    return row;
  }

  private static void checkPersons(String method, OptionalDouble persons) {
    if (persons.isPresent()
        && !(persons.getAsDouble() >= 0 && persons.getAsDouble() < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Invalid %s estimate: %s persons (must be finite and >= 0)"
              .formatted(method, persons.getAsDouble()));
    }
  }

  private static void checkOrder(String method, OptionalDouble low, OptionalDouble high) {
    if (low.isPresent() && high.isPresent() && !(low.getAsDouble() <= high.getAsDouble())) {
      throw new IllegalArgumentException(
          "Invalid %s estimate: %s above %s persons"
              .formatted(method, low.getAsDouble(), high.getAsDouble()));
    }
  }

  private static void checkFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "Invalid diagnostic %s: %s (must be finite)".formatted(name, value));
    }
  }

  /** Collects the parts of a row; what is not given is absent. */
  public static final class Builder {

    private final EstimateScope scope;
    private final String method;
    private final double confidence;
    private final Map<String, Double> diagnostics = new TreeMap<>();
    private OptionalDouble persons = OptionalDouble.empty();
    private OptionalDouble lowerPersons = OptionalDouble.empty();
    private OptionalDouble upperPersons = OptionalDouble.empty();
    private Optional<SelectionReason> reason = Optional.empty();
    private String assumptions = "";
    private String needed = "";

    private Builder(EstimateScope scope, String method, double confidence) {
      this.scope = scope;
      this.method = method;
      this.confidence = confidence;
    }

    /** Sets the point estimate, in persons. */
    public Builder persons(double value) {
      persons = OptionalDouble.of(value);
      return this;
    }

    /** Sets the lower end of the interval, in persons. */
    public Builder lowerPersons(double value) {
      lowerPersons = OptionalDouble.of(value);
      return this;
    }

    /** Sets the upper end of the interval, in persons. */
    public Builder upperPersons(double value) {
      upperPersons = OptionalDouble.of(value);
      return this;
    }

    /** Lets the row answer for its scope. */
    public Builder selected(SelectionReason why) {
      reason = Optional.of(why);
      return this;
    }

    /** Sets what must hold for the row to be right, in sentences. */
    public Builder assumptions(String text) {
      assumptions = text;
      return this;
    }

    /** Makes the row not identifiable, for want of this. */
    public Builder needed(String text) {
      needed = text;
      return this;
    }

    /** Adds a number whose name ends in its unit. */
    public Builder diagnostic(String name, double value) {
      diagnostics.put(name, value);
      return this;
    }

    /**
     * Ends the row.
     *
     * @throws IllegalArgumentException if the parts contradict each other
     */
    public PersonEstimate build() {
      return new PersonEstimate(
          scope,
          method,
          persons,
          lowerPersons,
          upperPersons,
          confidence,
          reason,
          needed.isEmpty(),
          assumptions,
          needed,
          new TreeMap<>(diagnostics));
    }
  }
}
