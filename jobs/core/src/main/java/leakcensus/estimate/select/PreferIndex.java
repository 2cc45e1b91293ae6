package leakcensus.estimate.select;

import java.util.ArrayList;
import java.util.List;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SelectionReason;

/** Lets an index of persons answer for the dump where it can, before every other row. */
public final class PreferIndex {

  private PreferIndex() {}

  /**
   * The rows with that of the index: selected in the place of the one that was, or last where it
   * cannot answer.
   */
  public static List<PersonEstimate> over(List<PersonEstimate> rows, PersonEstimate index) {
    List<PersonEstimate> preferred = new ArrayList<>();
    for (PersonEstimate row : rows) {
      boolean replaced =
          index.identifiable() && row.scope() == EstimateScope.DUMP && row.selected();
      if (replaced) {
        preferred.add(index.select(SelectionReason.PERSON_INDEX));
      }
      preferred.add(replaced ? row.unselected() : row);
    }
    if (!index.identifiable()) {
      preferred.add(index);
    }
    return List.copyOf(preferred);
  }
}
