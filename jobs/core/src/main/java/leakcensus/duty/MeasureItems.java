package leakcensus.duty;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.Collectors;
import leakcensus.person.PersonField;
import leakcensus.severity.DataCategory;

/**
 * Counts items of information of a category, duplicates removed: entries, not persons.
 *
 * <pre>{@code
 * d_f  different values of field f     R  different records, both after normalisation
 *
 * lower = max d_f       best = R, kept inside       upper = the larger of sum d_f and R
 * }</pre>
 *
 * <p>One item is one entry on one person, and can hold several fields. Two different values of one
 * field are never the same item, which gives the lower end; if each value were an item of its own,
 * there would be no more than the upper end. Items of categories that no person field shows are
 * stated (duties.items) and added.
 *
 * <p>Units: items of the dump. Errors: of a sample that is not the whole dump the lower end alone
 * holds. What a court takes for one item is decided there.
 */
final class MeasureItems {

  private final DistinctContents contents;
  private final SortedMap<DataCategory, CountRange> stated;

  MeasureItems(DistinctContents contents, SortedMap<DataCategory, CountRange> stated) {
    this.contents = contents;
    this.stated = stated;
  }

  Quantity items(Threshold threshold) {
    List<PersonField> fields =
        threshold.fields().stream().filter(field -> contents.of(field) > 0).toList();
    List<CountRange> ranges =
        threshold.contents().stream().map(stated::get).filter(Objects::nonNull).toList();
    double lower = lower(fields) + ranges.stream().mapToLong(CountRange::lower).sum();
    OptionalDouble upper = upper(threshold, fields, ranges);
    double best = best(fields) + ranges.stream().mapToLong(CountRange::lower).sum();
    return new Quantity(
        lower,
        upper.isPresent() && ranges.isEmpty()
            ? OptionalDouble.of(Math.min(best, upper.getAsDouble()))
            : OptionalDouble.empty(),
        upper,
        explanation(threshold, fields, ranges));
  }

  private double lower(Collection<PersonField> fields) {
    return fields.stream().mapToLong(contents::of).max().orElse(0);
  }

  private double most(Collection<PersonField> fields) {
    return fields.isEmpty()
        ? 0
        : Math.max(contents.records(), fields.stream().mapToLong(contents::of).sum());
  }

  private double best(Collection<PersonField> fields) {
    return fields.isEmpty() ? 0 : Math.max(lower(fields), contents.records());
  }

  private OptionalDouble upper(
      Threshold threshold, Collection<PersonField> fields, List<CountRange> ranges) {
    boolean bounded =
        (threshold.fields().isEmpty() || contents.wholeDump())
            && ranges.size() == threshold.contents().size()
            && ranges.stream().allMatch(range -> range.upper().isPresent());
    return bounded
        ? OptionalDouble.of(
            most(fields) + ranges.stream().mapToLong(range -> range.upper().getAsLong()).sum())
        : OptionalDouble.empty();
  }

  private String explanation(
      Threshold threshold, List<PersonField> fields, List<CountRange> ranges) {
    StringBuilder text =
        new StringBuilder("An item is an entry, duplicates removed, not a person.");
    if (!fields.isEmpty()) {
      text.append(
          " At least as many as there are different contents of one field among %s."
              .formatted(fields.stream().map(PersonField::key).collect(Collectors.joining(", "))));
      if (!contents.wholeDump()) {
        text.append(" The whole dump can hold more than this sample.");
      }
    }
    if (!ranges.isEmpty()) {
      text.append(" With items as stated (duties.items).");
    }
    List<String> missing =
        threshold.contents().stream()
            .filter(category -> !stated.containsKey(category))
            .map(DataCategory::key)
            .toList();
    if (!missing.isEmpty()) {
      text.append(
          " How many items of %s there are is not known, since no person field shows them (for whoever runs the tool: duties.items)."
              .formatted(String.join(", ", missing)));
    }
    return text.toString();
  }
}
