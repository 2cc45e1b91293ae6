package leakcensus.night;

import java.util.ArrayList;
import java.util.List;

/**
 * What a night leaves for the next one, beside its mentions.
 *
 * @param reading tells whether another run reads files in the same way
 * @param buckets number of buckets that the mentions are spread over
 * @param files all files that are counted, by their numbers
 * @param nights the nights of the series, by their numbers
 */
public record NightState(String reading, int buckets, List<NightFile> files, List<Night> nights) {

  public NightState {
    files = List.copyOf(files);
    nights = List.copyOf(nights);
    if (nights.isEmpty()) {
      throw new IllegalArgumentException("Missing nights of a series (must be at least one)");
    }
  }

  /** The newest night. */
  public Night last() {
    return nights.get(nights.size() - 1);
  }

  /** The state after one more night. */
  public NightState with(List<NightFile> allFiles, Night night) {
    List<Night> all = new ArrayList<>(nights);
    all.add(night);
    return new NightState(reading, buckets, allFiles, all);
  }

  @Override
  public String toString() {
    return "NightState[%d nights, %d files]".formatted(nights.size(), files.size());
  }
}
