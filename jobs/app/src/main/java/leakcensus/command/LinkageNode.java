package leakcensus.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import leakcensus.estimate.linkage.LinkageErrors;

/**
 * The part {@code linkage} of a table of counts: {@code decoy_pairs} compared and {@code
 * decoy_joined} of them, {@code planted_pairs} and {@code planted_joined} of them, and where known
 * {@code household_pairs}.
 */
final class LinkageNode {

  private static final String HOUSEHOLD_PAIRS = "household_pairs";
  private static final List<String> NAMES =
      List.of("decoy_pairs", "decoy_joined", "planted_pairs", "planted_joined", HOUSEHOLD_PAIRS);

  private LinkageNode() {}

  static Optional<LinkageErrors> read(JsonNode linkage) {
    if (linkage.isMissingNode() || linkage.isNull()) {
      return Optional.empty();
    }
    if (!linkage.isObject()) {
      throw new IllegalArgumentException("Invalid linkage: not an object");
    }
    TreeSet<String> unknown = new TreeSet<>();
    linkage.fieldNames().forEachRemaining(unknown::add);
    NAMES.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "Invalid linkage: %d unknown names (known are %s)"
              .formatted(unknown.size(), String.join(", ", NAMES)));
    }
    JsonNode households = linkage.path(HOUSEHOLD_PAIRS);
    if (!households.isMissingNode() && !households.isNumber()) {
      throw new IllegalArgumentException("Invalid household_pairs: not a number");
    }
    return Optional.of(
        new LinkageErrors(
            CountFile.whole(linkage, "decoy_pairs"),
            CountFile.whole(linkage, "decoy_joined"),
            CountFile.whole(linkage, "planted_pairs"),
            CountFile.whole(linkage, "planted_joined"),
            households.asDouble()));
  }
}
