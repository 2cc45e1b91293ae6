package leakcensus.spark.function;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import leakcensus.compare.Signature;
import leakcensus.link.MentionGroups;
import leakcensus.link.TrustSettings;
import leakcensus.match.BelieveNodes;
import org.apache.spark.sql.Row;

/**
 * Mentions and signatures of one bucket of the table of mentions, under the nodes that are
 * believed.
 *
 * @param groups the mentions in groups of one node each
 * @param signatures the signatures
 */
public record NodeSignatures(MentionGroups groups, List<Signature> signatures) {

  public NodeSignatures {
    signatures = List.copyOf(signatures);
  }

  /** Puts the blocks of one bucket together. */
  public static NodeSignatures gather(Iterator<Row> blocks, TrustSettings trust) {
    List<Row> rows = new ArrayList<>();
    List<Signature> signatures = SignatureBlocks.gather(blocks, rows);
    MentionGroups groups = new MentionGroups(MentionBlocks.gather(rows.iterator()), trust);
    return new NodeSignatures(groups, BelieveNodes.believe(signatures, groups));
  }
}
