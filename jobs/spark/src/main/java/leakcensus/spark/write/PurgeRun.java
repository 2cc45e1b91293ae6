package leakcensus.spark.write;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Removes runs with all that they have left in their output folder: tables and report, private
 * list, status, and what they keep for later runs. Lines of the audit stay.
 */
public final class PurgeRun {

  private final OutputFiles output;

  /** Removes from an output folder, whose lease the caller must hold. */
  public PurgeRun(OutputFiles output) {
    this.output = output;
  }

  /**
   * What there is of a run.
   *
   * @param runId id of the run
   * @param files number of its files
   * @param bytes length of its files
   * @param places the folders and files that are its own
   */
  public record Remains(String runId, long files, long bytes, List<Path> places) {

    public Remains {
      places = List.copyOf(places);
    }

    /** Whether the next night of a series would go on from here. */
    public boolean isNight() {
      return places.stream().anyMatch(place -> place.getName().equals("night-" + runId));
    }

    /** Whether there is nothing. */
    public boolean isNothing() {
      return places.isEmpty();
    }
  }

  /** Ids of all committed runs, oldest first. */
  public List<String> committed() throws IOException {
    List<String> committed = new ArrayList<>();
    for (FileStatus run : list(new Path(output.output(), RunFolder.RUNS))) {
      if (RunId.isOne(run.getPath().getName())
          && output.files().exists(new Path(run.getPath(), Manifest.FILE))) {
        committed.add(run.getPath().getName());
      }
    }
    return committed.stream().sorted().toList();
  }

  /** What there is of a run. */
  public Remains find(String runId) throws IOException {
    List<Path> places = new ArrayList<>();
    Path root = output.output();
    addIfThere(new Path(new Path(root, RunFolder.RUNS), runId), places);
    addIfThere(new Path(new Path(root, RunFolder.STATUS), runId + ".json"), places);
    for (String folder : List.of(PrivateFileList.FOLDER, PrivateFileList.FOLDER + "/kept")) {
      for (FileStatus found : list(new Path(root, folder))) {
        String name = found.getPath().getName();
        if (name.startsWith(runId + ".") || name.endsWith("-" + runId)) {
          places.add(found.getPath());
        }
      }
    }
    long files = 0;
    long bytes = 0;
    for (Path place : places) {
      files += output.files().getContentSummary(place).getFileCount();
      bytes += output.files().getContentSummary(place).getLength();
    }
    return new Remains(runId, files, bytes, places);
  }

  /** Removes it. The manifest goes first, so that half a run is none. */
  public void remove(Remains remains) throws IOException {
    for (Path place : remains.places()) {
      // HDFS throws where one looks for a file below a file.
      if (output.files().getFileStatus(place).isDirectory()) {
        output.files().delete(new Path(place, Manifest.FILE), false);
      }
    }
    new PointToLatest(output).repair();
    for (Path place : remains.places()) {
      output.files().delete(place, true);
    }
  }

  private void addIfThere(Path path, List<Path> places) throws IOException {
    if (output.files().exists(path)) {
      places.add(path);
    }
  }

  private FileStatus[] list(Path folder) throws IOException {
    try {
      return output.files().listStatus(folder);
    } catch (FileNotFoundException none) {
      return new FileStatus[0];
    }
  }
}
