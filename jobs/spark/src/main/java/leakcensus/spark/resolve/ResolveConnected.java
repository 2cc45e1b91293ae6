package leakcensus.spark.resolve;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import leakcensus.block.LongTable;
import leakcensus.compare.Signature;
import leakcensus.link.LinkRows;
import leakcensus.match.GroupComponents;
import leakcensus.match.MatchModel;
import leakcensus.match.ResolveComponents;
import leakcensus.spark.function.BlockFunction;
import leakcensus.spark.function.Buckets;
import leakcensus.spark.function.Rows;
import leakcensus.spark.function.SignatureBlocks;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Puts the nodes of each component into persons. */
public final class ResolveConnected implements Stage {

  private final MatchModel model;
  private final int buckets;

  /** A plan that weighs evidence by a model, over this number of buckets. */
  public ResolveConnected(MatchModel model, int buckets) {
    this.model = model;
    this.buckets = buckets;
  }

  @Override
  public String name() {
    return "resolve-connected";
  }

  @Override
  public TableSchema reads() {
    return BlockTable.COMPONENT;
  }

  @Override
  public TableSchema writes() {
    return BlockTable.ASSIGNMENT;
  }

  @Override
  public Dataset<Row> plan(Dataset<Row> components) {
    return components
        .mapPartitions(new ResolveBucket(model, buckets), BlockTable.ROWS)
        .repartitionById(buckets, functions.col(BlockTable.BUCKET));
  }

  /** Resolves the components of one bucket. */
  private static final class ResolveBucket implements BlockFunction {

    private static final long serialVersionUID = 1;

    private final MatchModel model;
    private final int buckets;

    ResolveBucket(MatchModel model, int buckets) {
      this.model = model;
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> blocks) {
      LongTable components = LinkRows.assignments();
      List<Row> assigned = new ArrayList<>();
      List<Signature> signatures = SignatureBlocks.gather(blocks, assigned);
      assigned.forEach(row -> components.appendEncoded(BlockTable.block(row)));
      ResolveComponents resolving = new ResolveComponents(model);
      GroupComponents.group(signatures, components).forEach(resolving::resolve);
      return Rows.inTurn(
          Buckets.split(
              resolving.assignments(), LinkRows.ASSIGNED_NODE, BlockTable.ASSIGNMENTS, buckets),
          Stream.of(BlockTable.row(0, BlockTable.COUNTS, resolving.counts().encode())));
    }
  }
}
