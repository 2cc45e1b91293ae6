package leakcensus.spark.resolve;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.link.JudgeIdentifiers;
import leakcensus.link.LinkRows;
import leakcensus.link.TrustSettings;
import leakcensus.profile.DistinctTokens;
import leakcensus.spark.function.BlockFunction;
import leakcensus.spark.function.LongBlocks;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Decides which identifiers join which nodes, and counts the different values of each field. */
public final class JudgeLinks implements Stage {

  private final TrustSettings trust;

  /** A plan with the limits of trust. */
  public JudgeLinks(TrustSettings trust) {
    this.trust = trust;
  }

  @Override
  public String name() {
    return "judge-links";
  }

  @Override
  public TableSchema reads() {
    return BlockTable.POSTING;
  }

  @Override
  public TableSchema writes() {
    return BlockTable.EDGE;
  }

  @Override
  public Dataset<Row> plan(Dataset<Row> postings) {
    return postings.mapPartitions(new JudgeBucket(trust), BlockTable.ROWS);
  }

  /** Judges the identifiers of one bucket. */
  private static final class JudgeBucket implements BlockFunction {

    private static final long serialVersionUID = 1;

    private final TrustSettings trust;

    JudgeBucket(TrustSettings trust) {
      this.trust = trust;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> blocks) {
      List<byte[]> postings = new ArrayList<>();
      List<byte[]> tokens = new ArrayList<>();
      CountTable counts = new CountTable();
      while (blocks.hasNext()) {
        Row row = blocks.next();
        switch (BlockTable.content(row)) {
          case BlockTable.POSTINGS -> postings.add(BlockTable.block(row));
          case BlockTable.TOKENS -> tokens.add(BlockTable.block(row));
          case BlockTable.COUNTS -> counts.addEncoded(BlockTable.block(row));
          default ->
              throw new IllegalStateException(
                  "Invalid block in table posting: content %d".formatted(BlockTable.content(row)));
        }
      }
      JudgeIdentifiers judge = new JudgeIdentifiers(trust);
      judge.judge(LongBlocks.decode(postings, LinkRows.postings()));
      counts.addAll(judge.counts());
      counts.addAll(DistinctTokens.count(LongBlocks.decode(tokens, DistinctTokens.table())));
      LongTable edges = judge.edges();
      return List.of(
              BlockTable.row(0, BlockTable.COUNTS, counts.encode()),
              BlockTable.row(0, BlockTable.EDGES, edges.encode()))
          .iterator();
    }
  }
}
