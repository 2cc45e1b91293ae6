package leakcensus.semantic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The evidence for each type of one column, as it is gathered. */
final class ScoredColumn {

  /** How much more a column speaks for anything else than for a common type before it is seen. */
  private static final double OTHER_NATS = 1.5;

  private static final int MOST_RANKED = 3;

  private final ColumnProfile column;
  private final Map<SemanticType, HeaderMatch> header;
  private final Map<SemanticType, List<Evidence>> evidence = new EnumMap<>(SemanticType.class);

  ScoredColumn(ColumnProfile column) {
    this.column = column;
    this.header = HeaderWords.of(column.name());
    Map<SemanticType, Evidence> values = WeighValues.of(column);
    header.forEach((type, match) -> add(type, match.nats(), "header " + match.word()));
    values.forEach((type, found) -> add(type, found.nats(), found.words()));
  }

  ColumnProfile column() {
    return column;
  }

  boolean isNamed(SemanticType type) {
    return header.containsKey(type);
  }

  boolean isNamedAtAll() {
    return !header.isEmpty();
  }

  void add(SemanticType type, double nats, String words) {
    evidence.computeIfAbsent(type, key -> new ArrayList<>()).add(new Evidence(nats, words));
  }

  /** Prior and evidence of a type, in nats. */
  double nats(SemanticType type) {
    double prior = type == SemanticType.OTHER ? OTHER_NATS : type.priorNats();
    return prior
        + evidence.getOrDefault(type, List.of()).stream().mapToDouble(Evidence::nats).sum();
  }

  /** The type with most nats; anything else where no other has evidence. */
  SemanticType best() {
    return candidates().get(0);
  }

  TypeProposal proposal() {
    List<SemanticType> candidates = candidates();
    double most = nats(candidates.get(0));
    double sum = candidates.stream().mapToDouble(type -> Math.exp(nats(type) - most)).sum();
    return new TypeProposal(
        column,
        candidates.stream()
            .limit(MOST_RANKED)
            .map(type -> new RankedType(type, Math.exp(nats(type) - most) / sum, reasons(type)))
            .toList());
  }

  /** Types with evidence, and anything else, the likeliest first. */
  private List<SemanticType> candidates() {
    List<SemanticType> types = new ArrayList<>(evidence.keySet());
    if (!types.contains(SemanticType.OTHER)) {
      types.add(SemanticType.OTHER);
    }
    types.sort(
        Comparator.comparingDouble((SemanticType type) -> -nats(type)).thenComparing(type -> type));
    return types;
  }

  private List<String> reasons(SemanticType type) {
    return evidence.getOrDefault(type, List.of()).stream()
        .filter(found -> found.nats() > 0)
        .sorted(Comparator.comparingDouble(found -> -found.nats()))
        .map(Evidence::words)
        .toList();
  }
}
