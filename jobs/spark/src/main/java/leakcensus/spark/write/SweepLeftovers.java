package leakcensus.spark.write;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Removes what runs that died have left in an output folder, for the run that holds its lease:
 * folders of runs without a manifest, and texts that were not finished. What runs keep on purpose
 * (private lists, status files, sealed tables) stays, and so does whatever has no name of a run.
 */
public final class SweepLeftovers {

  private final OutputFiles output;

  /** A sweep of an output folder. */
  public SweepLeftovers(OutputFiles output) {
    this.output = output;
  }

  /**
   * What was removed.
   *
   * @param runs folders of runs
   * @param texts unfinished texts
   * @param bytes length of both
   */
  public record Swept(int runs, int texts, long bytes) {

    /** Whether nothing was there. */
    public boolean isNothing() {
      return runs + texts == 0;
    }
  }

  /**
   * Removes it.
   *
   * @param own id of the run that sweeps, whose own things stay
   */
  public Swept sweep(String own) throws IOException {
    int runs = 0;
    int texts = 0;
    long bytes = 0;
    for (FileStatus run : list(new Path(output.output(), RunFolder.RUNS))) {
      Path manifest = new Path(run.getPath(), Manifest.FILE);
      if (!run.isDirectory() || !RunId.isOne(run.getPath().getName())) {
        continue;
      }
      if (!run.getPath().getName().equals(own) && !output.files().exists(manifest)) {
        bytes += output.files().getContentSummary(run.getPath()).getLength();
        output.files().delete(run.getPath(), true);
        runs++;
      } else {
        long[] removed = sweepTexts(run.getPath(), own);
        texts += (int) removed[0];
        bytes += removed[1];
      }
    }
    for (String folder : List.of(".", RunFolder.STATUS, Lease.FOLDER)) {
      long[] removed = sweepTexts(new Path(output.output(), folder), own);
      texts += (int) removed[0];
      bytes += removed[1];
    }
    return new Swept(runs, texts, bytes);
  }

  /** Number and length of the texts that were not finished; their names begin with a dot. */
  private long[] sweepTexts(Path folder, String own) throws IOException {
    long[] removed = new long[2];
    for (FileStatus found : list(folder)) {
      String name = found.getPath().getName();
      if (found.isFile() && RunId.isUnfinishedText(name) && !name.endsWith("." + own)) {
        output.files().delete(found.getPath(), false);
        removed[0]++;
        removed[1] += found.getLen();
      }
    }
    return removed;
  }

  private FileStatus[] list(Path folder) throws IOException {
    try {
      return output.files().listStatus(folder);
    } catch (FileNotFoundException none) {
      return new FileStatus[0];
    }
  }
}
