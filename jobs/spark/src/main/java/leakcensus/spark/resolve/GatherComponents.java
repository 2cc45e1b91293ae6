package leakcensus.spark.resolve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.compare.Signature;
import leakcensus.link.LinkRows;
import leakcensus.spark.function.Buckets;
import leakcensus.spark.function.LongBlocks;
import leakcensus.spark.function.Rows;
import leakcensus.spark.function.SignatureBlocks;
import leakcensus.spark.function.ZipFunction;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Sends the signatures of each component to one place. */
public final class GatherComponents implements Stage {

  private final Dataset<Row> components;
  private final int buckets;

  /**
   * A plan for the components found.
   *
   * @param components nodes with their component, bucket i in partition i
   * @param buckets number of buckets
   */
  public GatherComponents(Dataset<Row> components, int buckets) {
    BlockTable.ASSIGNMENT.require(components);
    this.components = components;
    this.buckets = buckets;
  }

  @Override
  public String name() {
    return "gather-components";
  }

  @Override
  public TableSchema reads() {
    return BlockTable.SIGNATURE;
  }

  @Override
  public TableSchema writes() {
    return BlockTable.COMPONENT;
  }

  @Override
  public Dataset<Row> plan(Dataset<Row> signatures) {
    return ZipFunction.zip(signatures, components, new GatherBucket(buckets), BlockTable.COMPONENT)
        .repartitionById(buckets, functions.col(BlockTable.BUCKET));
  }

  /** Sends the signatures of one bucket. */
  private static final class GatherBucket implements ZipFunction {

    private static final long serialVersionUID = 1;

    private final int buckets;

    GatherBucket(int buckets) {
      this.buckets = buckets;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> signatureRows, Iterator<Row> componentRows) {
      LongTable components =
          LongBlocks.gather(componentRows, BlockTable.ASSIGNMENTS, LinkRows.assignments());
      components.sort();
      long[] nodes = new long[components.size()];
      Arrays.setAll(nodes, row -> components.at(row, LinkRows.ASSIGNED_NODE));
      List<Signature> connected = new ArrayList<>();
      for (Signature signature : SignatureBlocks.gather(signatureRows)) {
        if (Arrays.binarySearch(nodes, signature.node()) >= 0) {
          connected.add(signature.counted(signature.bands(), new long[0]));
        }
      }
      return Rows.inTurn(
          SignatureBlocks.split(
              connected,
              signature ->
                  components.at(
                      Arrays.binarySearch(nodes, signature.node()), LinkRows.ASSIGNED_COMPONENT),
              buckets),
          Buckets.split(components, LinkRows.ASSIGNED_COMPONENT, BlockTable.ASSIGNMENTS, buckets));
    }
  }
}
