package leakcensus.config;

import leakcensus.link.TrustSettings;

/**
 * How mentions are resolved to persons.
 *
 * @param trust limits beyond which an identifier joins nobody
 * @param driverBudgetBytes memory of the driver for the identity graph, in bytes
 * @param buckets number of parts into which mentions are spread; 0 to choose by size
 */
public record ResolveSettings(TrustSettings trust, long driverBudgetBytes, int buckets) {

  private static final int MAX_BUCKETS = 1_000_000;

  public ResolveSettings {
    if (driverBudgetBytes < 0) {
      throw new IllegalArgumentException(
          "Invalid driver-budget-bytes: %d (must not be negative)".formatted(driverBudgetBytes));
    }
    if (buckets < 0 || buckets > MAX_BUCKETS) {
      throw new IllegalArgumentException(
          "Invalid buckets: %d (must be 0 to %d)".formatted(buckets, MAX_BUCKETS));
    }
  }
}
