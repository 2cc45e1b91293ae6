package leakcensus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.hdfs.protocol.DSQuotaExceededException;
import org.apache.hadoop.hdfs.protocol.NSQuotaExceededException;
import org.apache.hadoop.util.DiskChecker;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoSpaceLeftTest {

  static List<Throwable> full() {
    IOException inTheMiddle = new IOException("closing");
    inTheMiddle.addSuppressed(new IOException("/disk/file: No space left on device"));
    return List.of(
        new IOException("No space left on device"),
        new IOException("write failed: Disk quota exceeded"),
        new IOException("File too large"),
        // As OutputFiles makes of what Hadoop makes of it.
        new IOException(new IOException("No space left on device")),
        new DSQuotaExceededException(1, 2),
        new NSQuotaExceededException(1, 2),
        new DiskChecker.DiskOutOfSpaceException("none"),
        new IllegalStateException(new RuntimeException(new NSQuotaExceededException(1, 2))),
        inTheMiddle,
        // As Spark tells of a task's fault.
        new SparkException(
            "Job aborted due to stage failure: Task 1 in stage 3.0 failed 1 times, most recent failure: Lost task 1.0 in stage 3.0 (TID 4) (localhost executor driver): java.io.IOException: No space left on device\n\tat java.base/sun.nio.ch.FileDispatcherImpl.write0(Native Method)"));
  }

  @ParameterizedTest
  @MethodSource("full")
  void isSeenWhereverItCameUp(Throwable fault) {
    assertThat(NoSpaceLeft.isCauseOf(fault)).isTrue();
  }

  @Test
  void isNotSeenInOtherFaults() {
    IOException circular = new IOException("Connection reset");
    circular.addSuppressed(new IllegalStateException(circular));

    assertThat(NoSpaceLeft.isCauseOf(circular)).isFalse();
    assertThat(NoSpaceLeft.isCauseOf(new IllegalStateException("MyQuotaExceededExceptions")))
        .isFalse();
  }

  @Test
  void isSaidWithWhatToDo() {
    IOException full = new IOException("/disk/file: No space left on device");

    assertThat(CommitException.of("write the output", full))
        .hasMessage(
            "Cannot write the output: no space is left, or a quota is reached. Check the output folder, its permissions and its free space.");
    assertThat(CommitException.ofFullDisk(full).orElseThrow())
        .hasMessage(
            "Cannot go on: no space is left on a disk, or a quota is reached. Free some space in spark.local.dir, on every machine of the run, and in the output folder, or name others.");
    assertThat(CommitException.ofFullDisk(CommitException.of("write", full))).isEmpty();
    assertThat(CommitException.ofFullDisk(new IOException("Connection reset"))).isEmpty();
    assertThat(CommitException.unpointed(full))
        .hasMessage(
            "Cannot write latest.json: no space is left, or a quota is reached. The run is committed; the next run on this output points to it.");
    assertThat(CommitException.untold(full))
        .hasMessage(
            "Cannot write status and audit of the run: no space is left, or a quota is reached. The run is committed.");
  }
}
