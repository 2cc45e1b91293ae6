package leakcensus.spark.function;

import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction2;
import org.apache.spark.sql.Row;

/** Turns the blocks of two partitions of one bucket into others; a named class, never a lambda. */
public interface ZipFunction extends FlatMapFunction2<Iterator<Row>, Iterator<Row>, Row> {}
