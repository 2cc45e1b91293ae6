package leakcensus.source;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.person.PersonField;

/**
 * One table, index or file set of the sample, with one layout.
 *
 * @param name name of the source, as in configuration and tables
 * @param files files, folders or patterns
 * @param format layout of the records
 * @param charsetName charset of text formats, as Java names it, or {@link #DETECT}
 * @param slots places in a record where a person stands, at least one
 * @param other columns that are profiled only
 * @param rules how values are normalised and judged
 */
public record Source(
    String name,
    List<String> files,
    RecordFormat format,
    String charsetName,
    List<Slot> slots,
    List<String> other,
    NormaliseSettings rules)
    implements Serializable {

  /** Stands for the charset that each file tells by its first bytes. */
  public static final String DETECT = "detect";

  /** Most columns that can be profiled beside the person fields. */
  public static final int MAX_OTHER = 63 - PersonField.COUNT;

  /** Most slots of one source. */
  public static final int MAX_SLOTS = 16;

  public Source {
    files = List.copyOf(files);
    slots = List.copyOf(slots);
    other = List.copyOf(other);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("Missing files: name at least one file or folder");
    }
    if (slots.isEmpty() || slots.size() > MAX_SLOTS) {
      throw new IllegalArgumentException(
          "Invalid slots: %d (must be 1 to %d)".formatted(slots.size(), MAX_SLOTS));
    }
    if (other.size() > MAX_OTHER) {
      throw new IllegalArgumentException(
          "Invalid other: %d columns (must be at most %d)".formatted(other.size(), MAX_OTHER));
    }
    charsetName = requireSupported(charsetName);
  }

  /** All columns that are read, each once: those of the slots, then the others. */
  public List<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    for (Slot slot : slots) {
      columns.addAll(slot.columnNames());
    }
    columns.addAll(other);
    return List.copyOf(columns);
  }

  /** The columns of which more than the first value counts. */
  public List<String> columnsOfSeveralValues() {
    return slots.stream()
        .flatMap(slot -> slot.columnsOfSeveralValues().stream())
        .distinct()
        .toList();
  }

  /** The same source with other columns to profile and nothing else changed. */
  public Source withOther(List<String> columns) {
    return new Source(name, files, format, charsetName, slots, columns, rules);
  }

  /** The same source for the functions of Spark, which must not hold paths. */
  public Source withoutFiles() {
    return new Source(name, List.of("-"), format, charsetName, slots, other, rules);
  }

  /** The declared charset of text formats; none where each file tells its own. */
  public Optional<TextCharset> charset() {
    return TextCharset.of(charsetName);
  }

  /** The bit of a profiled column in a presence mask. */
  public static int otherBit(int index) {
    return PersonField.COUNT + index;
  }

  /** Name and format; the paths of the files can hold leaked values. */
  @Override
  public String toString() {
    return "Source[%s, %s, %d files]".formatted(name, format.key(), files.size());
  }

  private static String requireSupported(String charsetName) {
    if (charsetName.equals(DETECT)) {
      return DETECT;
    }
    return TextCharset.of(charsetName)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    ("Unknown charset: %s (must be detect, or one of docs/configuration.md such as"
                            + " UTF-8, GB18030 or UTF-16LE)")
                        .formatted(charsetName)))
        .toString();
  }
}
