package leakcensus.semantic;

import java.util.List;

/**
 * Proposes the types of the columns of one table by their names, their values, and each other.
 *
 * <p>Formula: the logarithm of the odds of a type is its prior, plus what the name says ({@code
 * HeaderWords}), plus what the values say ({@code WeighValues}), plus what the other columns say
 * ({@code WeighTogether}); confidence is the type's share of the odds of all.
 *
 * <p>Errors: the weights are set by judgement and not fitted. Confidence ranks; it is no frequency.
 */
public final class ProposeType {

  private ProposeType() {}

  /** A proposal for each column, in their order. */
  public static List<TypeProposal> of(List<ColumnProfile> table) {
    List<ScoredColumn> columns = table.stream().map(ScoredColumn::new).toList();
    new WeighTogether(columns).weigh();
    return columns.stream().map(ScoredColumn::proposal).toList();
  }
}
