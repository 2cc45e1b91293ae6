package leakcensus.duty;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.stream.Collectors;
import leakcensus.severity.DataCategory;

/**
 * Counts the persons, or residents, that a threshold is about.
 *
 * <p>Persons are those behind the dump. Residents are stated, or nobody knows more of them than
 * that they are among those persons. Where a law protects certain categories only, all persons
 * count once one of them is stated to be there, and none is sure to count before.
 */
final class MeasurePersons {

  private static final String ANY = "*";

  private final MeasuredBreach breach;
  private final SortedMap<String, CountRange> residents;

  MeasurePersons(MeasuredBreach breach, SortedMap<String, CountRange> residents) {
    this.breach = breach;
    this.residents = residents;
  }

  Quantity persons(Threshold threshold) {
    return unlessMissing(
        threshold,
        new Quantity(
            breach.persons().lowerPersons(),
            breach.persons().persons(),
            breach.persons().upperPersons(),
            "Persons behind the dump (table person_estimate, scope dump)."
                + (breach.persons().upperPersons().isPresent()
                    ? ""
                    : " Nothing says how many at most.")));
  }

  Quantity residents(Threshold threshold) {
    List<CountRange> stated =
        residents.entrySet().stream()
            .filter(entry -> threshold.countsResidentsOf(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return unlessMissing(
        threshold, isAny(threshold) ? ofAny(threshold, stated) : ofOne(threshold, stated));
  }

  private Quantity ofOne(Threshold threshold, List<CountRange> stated) {
    if (stated.isEmpty()) {
      return unknown(threshold, 0);
    }
    CountRange range = stated.get(0);
    return new Quantity(
        range.lower(),
        isExact(range) ? OptionalDouble.of(range.lower()) : OptionalDouble.empty(),
        range.upper().isPresent()
            ? OptionalDouble.of(range.upper().getAsLong())
            : atLeast(range.lower(), breach.persons().upperPersons()),
        "Residents as stated (duties.residents).");
  }

  /** States that nobody has stated could have more. */
  private Quantity ofAny(Threshold threshold, List<CountRange> stated) {
    long most =
        stated.isEmpty() ? 0 : Collections.max(stated.stream().map(CountRange::lower).toList());
    return unknown(threshold, most);
  }

  private Quantity unknown(Threshold threshold, long lower) {
    return new Quantity(
        lower,
        OptionalDouble.empty(),
        atLeast(lower, breach.persons().upperPersons()),
        "How many of the persons live in %s is not known; at most all of them (for whoever runs the tool: duties.residents)."
            .formatted(
                isAny(threshold)
                    ? "any one of " + threshold.jurisdiction()
                    : threshold.jurisdiction()));
  }

  private static boolean isAny(Threshold threshold) {
    return threshold.jurisdiction().endsWith(ANY);
  }

  private Quantity unlessMissing(Threshold threshold, Quantity quantity) {
    if (threshold.contents().isEmpty()
        || threshold.contents().stream().anyMatch(breach.contains()::contains)) {
      return quantity;
    }
    String keys =
        threshold.contents().stream().map(DataCategory::key).collect(Collectors.joining(" or "));
    return new Quantity(
        0,
        OptionalDouble.empty(),
        quantity.upper(),
        "Whether the dump holds %s data is not known, and it counts only if it does (for whoever runs the tool: severity.contains). %s"
            .formatted(keys, quantity.explanation()));
  }

  private static boolean isExact(CountRange range) {
    return range.upper().equals(OptionalLong.of(range.lower()));
  }

  private static OptionalDouble atLeast(long lower, OptionalDouble upper) {
    return upper.isPresent() ? OptionalDouble.of(Math.max(lower, upper.getAsDouble())) : upper;
  }
}
