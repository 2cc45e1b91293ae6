package leakcensus.spark.resolve;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import leakcensus.block.LongTable;
import leakcensus.compare.Signature;
import leakcensus.compare.SignatureBlock;
import leakcensus.link.MentionGroups;
import leakcensus.link.TrustSettings;
import leakcensus.match.LocateLabels;
import leakcensus.match.MentionPosition;
import leakcensus.match.ReviewColumns;
import leakcensus.spark.function.MentionBlocks;
import leakcensus.spark.function.SignatureBlocks;
import leakcensus.spark.function.ZipFunction;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds the signatures of labelled mentions, in one pass over all. */
public final class FindLabelled implements Stage {

  private final Dataset<Row> signatures;
  private final Set<MentionPosition> wanted;
  private final TrustSettings trust;

  /**
   * A plan for some labels.
   *
   * @param signatures the signatures with their bands, bucket i in partition i
   * @param wanted positions of labelled mentions; some thousand
   * @param trust the limits of trust that the nodes were formed with
   */
  public FindLabelled(Dataset<Row> signatures, Set<MentionPosition> wanted, TrustSettings trust) {
    BlockTable.SIGNATURE.require(signatures);
    this.signatures = signatures;
    this.wanted = Set.copyOf(wanted);
    this.trust = trust;
  }

  @Override
  public String name() {
    return "find-labelled";
  }

  @Override
  public TableSchema reads() {
    return BlockTable.MENTION;
  }

  @Override
  public TableSchema writes() {
    return BlockTable.LABELLED;
  }

  @Override
  public Dataset<Row> plan(Dataset<Row> mentions) {
    return ZipFunction.zip(
        mentions, signatures, new FindInBucket(new HashSet<>(wanted), trust), BlockTable.LABELLED);
  }

  /** Finds the labelled mentions of one bucket: their positions, and as many signatures. */
  private static final class FindInBucket implements ZipFunction {

    private static final long serialVersionUID = 1;

    private final HashSet<MentionPosition> wanted;
    private final TrustSettings trust;

    FindInBucket(HashSet<MentionPosition> wanted, TrustSettings trust) {
      this.wanted = wanted;
      this.trust = trust;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> mentions, Iterator<Row> signatureRows) {
      Map<MentionPosition, Signature> located =
          LocateLabels.locate(
              new MentionGroups(MentionBlocks.gather(mentions), trust),
              SignatureBlocks.gather(signatureRows),
              wanted);
      LongTable positions = ReviewColumns.positions();
      for (MentionPosition position : located.keySet()) {
        positions.append(position.fileId(), position.position(), position.slot());
      }
      List<Signature> found =
          located.values().stream()
              .map(signature -> signature.counted(signature.bands(), new long[0]))
              .toList();
      return List.of(
              BlockTable.row(0, BlockTable.POSITIONS, positions.encode()),
              BlockTable.row(0, BlockTable.SIGNATURES, SignatureBlock.encode(found)))
          .iterator();
    }
  }
}
