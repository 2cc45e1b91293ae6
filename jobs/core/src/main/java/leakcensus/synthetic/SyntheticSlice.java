package leakcensus.synthetic;

import java.util.List;

/**
 * What a range of persons brings to a leak.
 *
 * @param keys their records that lie in the sample, in the order of persons
 * @param dump all their records, counted
 */
public record SyntheticSlice(List<SyntheticKey> keys, DumpTally dump) {

  public SyntheticSlice {
    keys = List.copyOf(keys);
  }
}
