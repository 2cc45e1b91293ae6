package leakcensus.config;

import java.util.Objects;
import java.util.Optional;
import leakcensus.link.ResolveMethod;
import leakcensus.link.TrustSettings;
import leakcensus.match.MatchSettings;

/**
 * How mentions are resolved to persons.
 *
 * @param trust the method, and limits beyond which an identifier joins nobody
 * @param matching limits of the comparison of mentions
 * @param labels file with labels of pairs to calibrate the matching by, if there is one
 * @param driverBudgetBytes memory of the driver for the identity graph, in bytes
 * @param buckets number of parts into which mentions are spread; 0 to choose by size
 */
public record ResolveSettings(
    TrustSettings trust,
    MatchSettings matching,
    Optional<String> labels,
    long driverBudgetBytes,
    int buckets) {

  private static final int MAX_BUCKETS = 1_000_000;

  public ResolveSettings {
    Objects.requireNonNull(trust, "trust");
    Objects.requireNonNull(matching, "matching");
    if (labels.isPresent() && trust.method() != ResolveMethod.MATCHING) {
      throw new IllegalArgumentException(
          "Invalid matching.labels: a file (needs method = matching)");
    }
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
