package leakcensus.spark.function;

import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** Turns the blocks of one partition into other blocks; a named class, never a lambda. */
public interface BlockFunction
    extends MapPartitionsFunction<Row, Row>, FlatMapFunction<Iterator<Row>, Row> {

  @Override
  Iterator<Row> call(Iterator<Row> blocks) throws Exception;
}
