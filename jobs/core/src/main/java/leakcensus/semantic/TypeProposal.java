package leakcensus.semantic;

import java.util.List;
import java.util.Optional;

/**
 * Which type a column has, as far as can be told.
 *
 * @param column what was looked at
 * @param ranked the likeliest types, the best first; at least one
 */
public record TypeProposal(ColumnProfile column, List<RankedType> ranked) {

  /** Below it a column is left open. */
  public static final double LEAST_CONFIDENCE = 0.6;

  public TypeProposal {
    ranked = List.copyOf(ranked);
    if (ranked.isEmpty()) {
      throw new IllegalArgumentException("Missing types of a column: rank at least one");
    }
  }

  /** The best type if it is sure enough; empty where the column is left open. */
  public Optional<RankedType> best() {
    return Optional.of(ranked.get(0)).filter(first -> first.confidence() >= LEAST_CONFIDENCE);
  }

  /** The type, {@link SemanticType#OTHER} where the column is left open. */
  public SemanticType type() {
    return best().map(RankedType::type).orElse(SemanticType.OTHER);
  }
}
