package leakcensus.inspect;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import leakcensus.semantic.SemanticType;
import leakcensus.source.RecordFormat;

/**
 * How one table of a file is laid out.
 *
 * @param format how its records are written; one table or sheet where the format has several
 * @param columns names of its columns, in order; made up where the file names none
 * @param named whether the file itself names them
 * @param surely the type of each column that its values tell for sure, else {@link
 *     SemanticType#OTHER}
 */
public record Layout(
    RecordFormat format, List<String> columns, boolean named, List<SemanticType> surely) {

  /** Of the keys of two documents, so that optional ones part no source. */
  private static final double LEAST_SHARED = 0.5;

  public Layout {
    columns = List.copyOf(columns);
    surely = List.copyOf(surely);
    if (surely.size() != columns.size()) {
      throw new IllegalArgumentException(
          "Invalid types: %d for %d columns".formatted(surely.size(), columns.size()));
    }
  }

  /** Names of columns where a file has none: {@code column1}, {@code column2} and so on. */
  public static List<String> unnamed(int columns) {
    return IntStream.rangeClosed(1, columns).mapToObj(column -> "column" + column).toList();
  }

  /**
   * Whether a table of another file may be read as one source with this one: the same format and
   * names; of JSON half the keys; without names, columns that do not contradict each other.
   */
  public boolean isLike(Layout other) {
    if (!format.equals(other.format) || named != other.named) {
      return false;
    }
    if (hasKeys()) {
      return sharedRatio(other) >= LEAST_SHARED;
    }
    return columns.equals(other.columns) && (named || !contradicts(other));
  }

  /** This layout with the columns of another one that it does not have. */
  public Layout widenedBy(Layout other) {
    Set<String> all = new LinkedHashSet<>(columns);
    if (!all.addAll(other.columns)) {
      return this;
    }
    return new Layout(
        format, List.copyOf(all), named, Collections.nCopies(all.size(), SemanticType.OTHER));
  }

  /** Whether every record names its own columns. */
  private boolean hasKeys() {
    return format instanceof RecordFormat.JsonLines
        || format instanceof RecordFormat.Json
        || format instanceof RecordFormat.ElasticsearchBulk;
  }

  private double sharedRatio(Layout other) {
    Set<String> shared = new HashSet<>(columns);
    shared.retainAll(other.columns);
    int smaller = Math.min(columns.size(), other.columns.size());
    return smaller == 0 ? 0 : (double) shared.size() / smaller;
  }

  private boolean contradicts(Layout other) {
    for (int column = 0; column < columns.size(); column++) {
      SemanticType here = surely.get(column);
      SemanticType there = other.surely.get(column);
      if (here != there && here != SemanticType.OTHER && there != SemanticType.OTHER) {
        return true;
      }
    }
    return false;
  }

  /** Tells no names: where a file has none, they can be values. */
  @Override
  public String toString() {
    return "Layout[%s, %d columns]".formatted(format.key(), columns.size());
  }
}
