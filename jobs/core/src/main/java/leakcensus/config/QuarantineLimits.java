package leakcensus.config;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The limit of quarantine of every source.
 *
 * @param common the limit of sources that state none of their own
 * @param own the limits of those that do, by the name of the source
 */
public record QuarantineLimits(QuarantineLimit common, SortedMap<String, QuarantineLimit> own)
    implements Serializable {

  public QuarantineLimits {
    own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
  }

  /** One limit for all sources. */
  public static QuarantineLimits of(QuarantineLimit common) {
    return new QuarantineLimits(common, new TreeMap<>());
  }

  /** The limit of a source. */
  public QuarantineLimit ofSource(String name) {
    return own.getOrDefault(name, common);
  }
}
