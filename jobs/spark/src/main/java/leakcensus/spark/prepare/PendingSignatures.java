package leakcensus.spark.prepare;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import leakcensus.compare.DeriveSignature;
import leakcensus.compare.Signature;
import leakcensus.link.Node;
import leakcensus.link.ResolveMethod;
import leakcensus.person.MentionBlock;
import leakcensus.pseudonym.KeyedPermutation;
import leakcensus.pseudonym.TokenKey;
import leakcensus.spark.function.SignatureBlocks;
import org.apache.spark.sql.Row;

/** The signatures of the mentions of a block, one a row, where the method asks for them. */
final class PendingSignatures {

  private final ResolveMethod method;
  private final DeriveSignature deriver;
  private final List<Signature> signatures = new ArrayList<>();

  PendingSignatures(ResolveMethod method, TokenKey key) {
    this.method = method;
    deriver = new DeriveSignature(new KeyedPermutation(key));
  }

  /** Derives the signature of the next mention. */
  void add(String[] normalised, int birthYear) {
    if (method == ResolveMethod.MATCHING) {
      signatures.add(deriver.derive(normalised, birthYear));
    }
  }

  /** Blocks of the signatures of mentions that are somebody, each content once. */
  List<Row> rows(MentionBlock mentions, int buckets) {
    List<Signature> distinct = new ArrayList<>();
    LongOpenHashSet known = new LongOpenHashSet();
    for (int row = 0; row < signatures.size(); row++) {
      if (Node.isAttributable(mentions, row)) {
        long node = Node.of(mentions, row, method);
        long content = Node.content(mentions, row, node);
        if (known.add(content)) {
          distinct.add(signatures.get(row).in(content, node));
        }
      }
    }
    return SignatureBlocks.split(distinct, Signature::node, buckets);
  }

  void clear() {
    signatures.clear();
  }
}
