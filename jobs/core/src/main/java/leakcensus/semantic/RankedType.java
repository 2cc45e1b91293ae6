package leakcensus.semantic;

import java.util.List;

/**
 * A type that a column may have.
 *
 * @param type the type
 * @param confidence how sure it is among all types, a ratio
 * @param reasons why, in words, without any value
 */
public record RankedType(SemanticType type, double confidence, List<String> reasons) {

  public RankedType {
    reasons = List.copyOf(reasons);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "Invalid confidence of a type: %s (must be a ratio in [0, 1])".formatted(confidence));
    }
  }
}
