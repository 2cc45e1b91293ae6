package leakcensus.spark.synthesise;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import leakcensus.synthetic.SourceTally;
import leakcensus.synthetic.SyntheticLeak;
import leakcensus.synthetic.SyntheticRecord;
import leakcensus.synthetic.SyntheticSettings;
import leakcensus.synthetic.SyntheticSource;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Writes the files of a task, whose keys come sorted by file and order; gives one tally per file.
 */
final class WriteFiles implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1;

  private final SyntheticSettings settings;
  private final LeakFolder folder;

  WriteFiles(SyntheticSettings settings, LeakFolder folder) {
    this.settings = settings;
    this.folder = folder;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> keys) throws IOException {
    SyntheticLeak leak = new SyntheticLeak(settings);
    List<Row> tallies = new ArrayList<>();
    FileRun run = new FileRun(keys);
    while (run.hasFile()) {
      int file = run.file();
      tallies.add(TallyRows.row(file, writeFile(file, run.keysOfFile(), leak).toArray()));
    }
    return tallies.iterator();
  }

  SourceTally writeFile(int file, Iterator<Row> keys, SyntheticLeak leak) throws IOException {
    LeakFiles files = new LeakFiles(settings);
    SyntheticSource source = settings.sources().get(files.source(file));
    TaskContext task = TaskContext.get();
    long attempt = task == null ? 0 : task.taskAttemptId();

    SourceTally tally = SourceTally.empty(source.kind());
    try (LeakFile open =
        LeakFile.open(
            source, folder.create(files.path(file), attempt), folder.configuration().value())) {
      while (keys.hasNext()) {
        SyntheticRecord record = leak.render(KeyRows.key(keys.next()));
        open.write(record);
        tally.add(record, leak);
      }
    }
    folder.commit(files.path(file), attempt);
    return tally;
  }
}
