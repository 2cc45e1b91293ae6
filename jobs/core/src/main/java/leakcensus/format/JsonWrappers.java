package leakcensus.format;

import java.util.Set;

/**
 * Keys by which MongoDB wraps a scalar, as in {@code {"$numberLong": "1"}}.
 *
 * <p>Source: MongoDB Extended JSON (v2) and its older forms.
 */
public final class JsonWrappers {

  private static final Set<String> KEYS =
      Set.of(
          "$oid",
          "$date",
          "$numberLong",
          "$numberInt",
          "$numberDouble",
          "$numberDecimal",
          "$uuid",
          "$symbol");

  private JsonWrappers() {}

  /** Whether a key wraps a scalar, which is then the value of the key above. */
  public static boolean isWrapper(String key) {
    return KEYS.contains(key);
  }
}
