package leakcensus.synthetic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A record of a synthetic leak with its text and its truth.
 *
 * @param key which record it is
 * @param kind the kind of its source
 * @param values text by column, truth columns included; columns without content are left out, and
 *     so are truth columns of slots without a mention
 * @param mentions who stands in it; what a broken record would have said
 * @param fault whether and how the record is broken on purpose
 */
public record SyntheticRecord(
    SyntheticKey key,
    SourceKind kind,
    Map<String, String> values,
    List<SyntheticMention> mentions,
    Fault fault) {

  public SyntheticRecord {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    mentions = List.copyOf(mentions);
    Objects.requireNonNull(fault, "fault");
  }

  public boolean isBroken() {
    return fault != Fault.NONE;
  }

  /** How a record is broken on purpose. */
  public enum Fault {
    NONE,
    /** Half a JSON object, or a CSV row with too few or too many columns. */
    SHAPE,
    /** A byte that no UTF-8 text holds. */
    BAD_BYTE
  }
}
