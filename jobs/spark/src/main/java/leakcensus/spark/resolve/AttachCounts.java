package leakcensus.spark.resolve;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.compare.Signature;
import leakcensus.link.TrustSettings;
import leakcensus.match.AttachAnswers;
import leakcensus.match.MatchRows;
import leakcensus.spark.function.NodeSignatures;
import leakcensus.spark.function.Rows;
import leakcensus.spark.function.SignatureBlocks;
import leakcensus.spark.function.ZipFunction;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Gives the signatures of each bucket what was answered of them; hands the counts on. */
public final class AttachCounts implements Stage {

  private final Dataset<Row> answers;
  private final TrustSettings trust;

  /**
   * A plan for the answers found.
   *
   * @param answers answers, bucket i in partition i
   * @param trust the limits of trust that the nodes were formed with
   */
  public AttachCounts(Dataset<Row> answers, TrustSettings trust) {
    BlockTable.ANSWER.require(answers);
    this.answers = answers;
    this.trust = trust;
  }

  @Override
  public String name() {
    return "attach-counts";
  }

  @Override
  public TableSchema reads() {
    return BlockTable.MENTION;
  }

  @Override
  public TableSchema writes() {
    return BlockTable.SIGNATURE;
  }

  @Override
  public Dataset<Row> plan(Dataset<Row> mentions) {
    return ZipFunction.zip(mentions, answers, new AttachBucket(trust), BlockTable.SIGNATURE);
  }

  /** Attaches the answers of one bucket. */
  private static final class AttachBucket implements ZipFunction {

    private static final long serialVersionUID = 1;

    private final TrustSettings trust;

    AttachBucket(TrustSettings trust) {
      this.trust = trust;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> mentions, Iterator<Row> answerRows) {
      List<Row> rows = new ArrayList<>();
      LongTable answers = MatchRows.answers();
      while (answerRows.hasNext()) {
        Row row = answerRows.next();
        if (BlockTable.content(row) == BlockTable.ANSWERS) {
          answers.appendEncoded(BlockTable.block(row));
        } else {
          rows.add(row);
        }
      }
      List<Signature> signatures =
          AttachAnswers.attach(NodeSignatures.gather(mentions, trust).signatures(), answers);
      return Rows.inTurn(rows.stream(), SignatureBlocks.rows(0, BlockTable.SIGNATURES, signatures));
    }
  }
}
