package leakcensus.spark.synthesise;

import java.util.Iterator;
import java.util.stream.Stream;
import leakcensus.synthetic.SyntheticKey;
import leakcensus.synthetic.SyntheticLeak;
import leakcensus.synthetic.SyntheticRecord.Fault;
import leakcensus.synthetic.SyntheticSettings;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Gives a row per mention of the sample: the true person and the source. */
final class ListMentions implements MapPartitionsFunction<Long, Row> {

  static final String PERSON = "person";
  static final String SOURCE = "source";
  static final StructType SCHEMA =
      new StructType()
          .add(PERSON, DataTypes.LongType, false)
          .add(SOURCE, DataTypes.IntegerType, false);

  private static final long serialVersionUID = 1;

  private final SyntheticSettings settings;

  ListMentions(SyntheticSettings settings) {
    this.settings = settings;
  }

  @Override
  public Iterator<Row> call(Iterator<Long> ranges) {
    SyntheticLeak leak = new SyntheticLeak(settings);
    return ListKeys.keys(settings, leak, ranges)
        .filter(key -> leak.fault(key) == Fault.NONE)
        .flatMap(key -> rows(key, leak))
        .iterator();
  }

  private static Stream<Row> rows(SyntheticKey key, SyntheticLeak leak) {
    return leak.mentions(key).stream()
        .map(mention -> RowFactory.create(mention.person(), key.source()));
  }
}
