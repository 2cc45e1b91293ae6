package leakcensus.spark.synthesise;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import leakcensus.synthetic.SyntheticKey;
import leakcensus.synthetic.SyntheticLeak;
import leakcensus.synthetic.SyntheticSettings;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** Gives the keys of the sample for ranges of persons. */
final class ListKeys implements MapPartitionsFunction<Long, Row> {

  private static final long serialVersionUID = 1;

  private final SyntheticSettings settings;

  ListKeys(SyntheticSettings settings) {
    this.settings = settings;
  }

  @Override
  public Iterator<Row> call(Iterator<Long> ranges) {
    LeakFiles files = new LeakFiles(settings);
    return keys(settings, new SyntheticLeak(settings), ranges)
        .map(key -> KeyRows.row(key, files.number(key)))
        .iterator();
  }

  static Stream<SyntheticKey> keys(
      SyntheticSettings settings, SyntheticLeak leak, Iterator<Long> ranges) {
    PersonRange persons = new PersonRange(settings);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(ranges, 0), false)
        .map(range -> persons.slice(leak, range).keys())
        .flatMap(List::stream);
  }
}
