package leakcensus.container;

import java.util.List;

/**
 * An entry that is not read, or not in whole.
 *
 * @param place numbers of the entries that lead to it, from the outermost archive inwards, each
 *     from 0; empty for the file itself
 * @param fault why
 * @param bytes how many bytes are lost, where that is known, else 0
 */
public record RefusedEntry(List<Integer> place, EntryFault fault, long bytes) {

  public RefusedEntry {
    place = List.copyOf(place);
    if (bytes < 0) {
      throw new IllegalArgumentException(
          "Invalid bytes: %d (must not be negative)".formatted(bytes));
    }
  }
}
