package leakcensus.spark.resolve;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.link.LinkRows;
import leakcensus.match.GroupComponents;
import leakcensus.match.MatchModel;
import leakcensus.match.ResolveComponents;
import leakcensus.spark.function.BlockFunction;
import leakcensus.spark.function.Buckets;
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
      List<Row> signatures = new ArrayList<>();
      while (blocks.hasNext()) {
        Row row = blocks.next();
        if (BlockTable.content(row) == BlockTable.SIGNATURES) {
          signatures.add(row);
        } else {
          components.appendEncoded(BlockTable.block(row));
        }
      }
      ResolveComponents resolving = new ResolveComponents(model);
      GroupComponents.group(SignatureBlocks.gather(signatures.iterator()), components)
          .forEach(resolving::resolve);
      List<Row> rows =
          new ArrayList<>(
              Buckets.split(
                  resolving.assignments(),
                  LinkRows.ASSIGNED_NODE,
                  BlockTable.ASSIGNMENTS,
                  buckets));
      rows.add(BlockTable.row(0, BlockTable.COUNTS, resolving.counts().encode()));
      return rows.iterator();
    }
  }
}
