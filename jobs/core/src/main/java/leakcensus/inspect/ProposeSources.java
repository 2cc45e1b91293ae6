package leakcensus.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakcensus.semantic.ProposeType;
import leakcensus.semantic.TypeProposal;
import leakcensus.source.RecordFormat;
import leakcensus.source.Source;

/** Proposes a source for each layout. */
public final class ProposeSources {

  private static final String DEFAULT_CHARSET = "UTF-8";

  private final Map<String, Integer> sourcesByFormat = new HashMap<>();

  private ProposeSources() {}

  /** A source for each group, in their order, named by its format and a number. */
  public static List<ProposedSource> of(List<LayoutGroup> groups) {
    ProposeSources proposing = new ProposeSources();
    return groups.stream().map(proposing::propose).toList();
  }

  private ProposedSource propose(LayoutGroup group) {
    RecordFormat format = group.layout().format();
    int number = sourcesByFormat.merge(format.key(), 1, Integer::sum);
    List<TypeProposal> columns = columns(group);
    ProposeSource source =
        new ProposeSource(format.key() + "-" + number, format, charset(group), group.entries());
    return new ProposedSource(group, columns, source.draft(columns));
  }

  /** Columns that the files do not name are proposed by their values, under the names made up. */
  private static List<TypeProposal> columns(LayoutGroup group) {
    List<TypeProposal> proposals = ProposeType.of(group.sample().profile());
    if (group.layout().named()) {
      return proposals;
    }
    List<TypeProposal> named = new ArrayList<>();
    for (int column = 0; column < proposals.size(); column++) {
      TypeProposal proposal = proposals.get(column);
      named.add(
          new TypeProposal(
              proposal.column().named(group.layout().columns().get(column)), proposal.ranked()));
    }
    return named;
  }

  /** One charset is stated; of several each file tells its own. */
  private static Optional<String> charset(LayoutGroup group) {
    if (group.charsets().isEmpty()) {
      return Optional.empty();
    }
    String first = group.charsets().firstKey();
    if (group.charsets().size() > 1) {
      return Optional.of(Source.DETECT);
    }
    return first.equals(DEFAULT_CHARSET) ? Optional.empty() : Optional.of(first);
  }
}
