package leakcensus.spark.prepare;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.List;
import leakcensus.compare.DeriveSignature;
import leakcensus.compare.FurtherValues;
import leakcensus.compare.Signature;
import leakcensus.count.CountTable;
import leakcensus.link.Node;
import leakcensus.link.ResolveMethod;
import leakcensus.match.PlantDuplicates;
import leakcensus.person.MentionBlock;
import leakcensus.pseudonym.TokenKey;
import leakcensus.spark.function.SignatureBlocks;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Row;

/** The signatures of the mentions of a block, one a row, where the method asks for them. */
final class PendingSignatures {

  /** Where counts go; any bucket would do. */
  private static final int PLANTED_BUCKET = 0;

  private final ResolveMethod method;
  private final DeriveSignature deriver;
  private final PlantDuplicates planting;
  private final List<Signature> signatures = new ArrayList<>();
  private final List<Original> originals = new ArrayList<>();

  PendingSignatures(ResolveMethod method, TokenKey key, double plantedRatio) {
    this.method = method;
    deriver = new DeriveSignature(key);
    planting = new PlantDuplicates(deriver, plantedRatio);
  }

  /** Whether the method asks for signatures at all. */
  boolean isWanted() {
    return method == ResolveMethod.MATCHING;
  }

  /** Derives the signature of the next mention. */
  void add(String[] normalised, FurtherValues further, int birthYear) {
    Signature signature = deriver.derive(normalised, further, birthYear);
    if (planting.wants(signature)) {
      originals.add(new Original(signatures.size(), normalised.clone(), further, birthYear));
    }
    signatures.add(signature);
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
    return SignatureBlocks.split(distinct, Signature::node, buckets).toList();
  }

  /** Counts of copies planted of mentions that are somebody; every mention counts. */
  List<Row> plantedRows(MentionBlock mentions) {
    for (Original original : originals) {
      if (Node.isAttributable(mentions, original.row)) {
        planting.plant(
            signatures.get(original.row),
            original.normalised,
            original.further,
            original.birthYear);
      }
    }
    CountTable counts = planting.takeCounts();
    return originals.isEmpty()
        ? List.of()
        : List.of(BlockTable.row(PLANTED_BUCKET, BlockTable.COUNTS, counts.encode()));
  }

  /** Forgets all signatures, and the text of the mentions to copy. */
  void clear() {
    signatures.clear();
    originals.clear();
  }

  /** A mention to copy, in memory only. */
  private static final class Original {

    private final int row;
    private final String[] normalised;
    private final FurtherValues further;
    private final int birthYear;

    Original(int row, String[] normalised, FurtherValues further, int birthYear) {
      this.row = row;
      this.normalised = normalised;
      this.further = further;
      this.birthYear = birthYear;
    }
  }
}
