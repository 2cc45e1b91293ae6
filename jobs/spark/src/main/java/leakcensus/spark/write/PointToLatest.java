package leakcensus.spark.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Keeps {@code latest.json} pointing to the newest committed run. */
final class PointToLatest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final OutputFiles output;
  private final Path latest;

  PointToLatest(OutputFiles output) {
    this.output = output;
    latest = new Path(output.output(), RunFolder.LATEST);
  }

  /** The run that it points to, if any. */
  Optional<String> run() throws IOException {
    Optional<String> text = output.read(latest);
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(JSON.readTree(text.get()).path("run_id").asText());
    } catch (JsonProcessingException damaged) {
      return Optional.empty();
    }
  }

  /** Points to a committed run. */
  void point(String runId) throws IOException {
    output.publishOnce(
        latest,
        "{\"run_id\":\"%s\",\"path\":\"%s/%s\"}%n".formatted(runId, RunFolder.RUNS, runId),
        runId);
  }

  /**
   * Points to the newest committed run, if it does not: the run that committed it may have died
   * before it could. Ids of runs begin with their time.
   *
   * @return the run that it points to now and did not before
   */
  Optional<String> repair() throws IOException {
    Optional<String> newest = newest();
    if (newest.equals(run())) {
      return Optional.empty();
    }
    if (newest.isEmpty()) {
      output.files().delete(latest, false);
      return Optional.empty();
    }
    point(newest.get());
    return newest;
  }

  private Optional<String> newest() throws IOException {
    try {
      FileStatus[] runs = output.files().listStatus(new Path(output.output(), RunFolder.RUNS));
      String[] names =
          Arrays.stream(runs)
              .filter(FileStatus::isDirectory)
              .map(run -> run.getPath().getName())
              .sorted()
              .toArray(String[]::new);
      for (int i = names.length - 1; i >= 0; i--) {
        Path run = new Path(new Path(output.output(), RunFolder.RUNS), names[i]);
        if (output.files().exists(new Path(run, Manifest.FILE))) {
          return Optional.of(names[i]);
        }
      }
      return Optional.empty();
    } catch (FileNotFoundException noRuns) {
      return Optional.empty();
    }
  }
}
