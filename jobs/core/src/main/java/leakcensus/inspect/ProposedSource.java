package leakcensus.inspect;

import java.util.List;
import leakcensus.semantic.TypeProposal;

/**
 * A source that is proposed for the tables of one layout.
 *
 * @param group the tables
 * @param columns what each column is held for, in order
 * @param draft the text of the source
 */
public record ProposedSource(LayoutGroup group, List<TypeProposal> columns, SourceDraft draft) {

  public ProposedSource {
    columns = List.copyOf(columns);
  }

  /** Its name; made up, since names of files and tables can hold values. */
  public String name() {
    return draft.name();
  }
}
