package leakcensus.spark.write;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is wrong with a finished run, a sentence each.
 *
 * @param ofRecord it is not what was committed, or does not add up
 * @param ofPrivacy it tells counts of few persons, or in clear what was to be encrypted
 */
public record RunFaults(List<String> ofRecord, List<String> ofPrivacy) {

  public RunFaults {
    ofRecord = List.copyOf(ofRecord);
    ofPrivacy = List.copyOf(ofPrivacy);
  }

  /** All of them. */
  public List<String> all() {
    return Stream.concat(ofRecord.stream(), ofPrivacy.stream()).toList();
  }
}
