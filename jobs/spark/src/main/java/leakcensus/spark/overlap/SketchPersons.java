package leakcensus.spark.overlap;

import java.util.Iterator;
import java.util.List;
import leakcensus.overlap.TraitRows;
import leakcensus.spark.function.LongBlocks;
import leakcensus.spark.stage.Procedure;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes the sketch of a run's persons from their traits.
 *
 * <p>Jobs: one, which puts the sketches of the buckets together in a tree; the driver gets a few of
 * at most some 5 MB each.
 */
public final class SketchPersons implements Procedure<Dataset<Row>, PersonSketch> {

  @Override
  public String name() {
    return "sketch-persons";
  }

  @Override
  public PersonSketch run(Dataset<Row> traits) {
    BlockTable.TRAIT.require(traits);
    return PersonSketch.decode(
        traits.javaRDD().mapPartitions(new SketchBucket()).treeReduce(new MergeSketches()));
  }

  /** The sketch of the persons of one bucket. */
  private static final class SketchBucket implements FlatMapFunction<Iterator<Row>, byte[]> {

    private static final long serialVersionUID = 1;

    @Override
    public Iterator<byte[]> call(Iterator<Row> blocks) {
      return List.of(
              PersonSketch.of(LongBlocks.gather(blocks, BlockTable.TRAITS, TraitRows.table()))
                  .encode())
          .iterator();
    }
  }

  /** One sketch of two. */
  private static final class MergeSketches implements Function2<byte[], byte[], byte[]> {

    private static final long serialVersionUID = 1;

    @Override
    public byte[] call(byte[] left, byte[] right) {
      return PersonSketch.decode(left).with(PersonSketch.decode(right)).encode();
    }
  }
}
