package leakcensus.spark.synthesise;

import java.util.Iterator;
import java.util.List;
import leakcensus.synthetic.DumpTally;
import leakcensus.synthetic.SyntheticLeak;
import leakcensus.synthetic.SyntheticSettings;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** Gives one row per task: how large the dump of its ranges of persons is. */
final class CountDump implements MapPartitionsFunction<Long, Row> {

  private static final long serialVersionUID = 1;

  private final SyntheticSettings settings;

  CountDump(SyntheticSettings settings) {
    this.settings = settings;
  }

  @Override
  public Iterator<Row> call(Iterator<Long> ranges) {
    SyntheticLeak leak = new SyntheticLeak(settings);
    PersonRange persons = new PersonRange(settings);
    DumpTally dump = leak.slice(0, 0).dump();
    while (ranges.hasNext()) {
      dump = dump.plus(persons.slice(leak, ranges.next()).dump());
    }
    return List.of(TallyRows.row(0, dump.toArray())).iterator();
  }
}
