package leakcensus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import leakcensus.config.InputException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainFaultTest {

  private static final String CANARY = "canary-7f3a";

  static List<Throwable> tooLittleMemory() {
    return List.of(
        new OutOfMemoryError("Java heap space"),
        new IllegalStateException(new OutOfMemoryError("GC overhead limit exceeded")),
        // As Spark tells of a task's fault, of an executor that ended by itself, and of containers
        // that YARN and Kubernetes ended.
        new SparkException(
            "Job aborted due to stage failure: Task 1 in stage 3.0 failed 1 times: java.lang.OutOfMemoryError: Java heap space\n\tat leakcensus.block.LongTable.room(LongTable.java:1)"),
        new SparkException(
            "Job aborted due to stage failure: ExecutorLostFailure (executor 2 exited caused by one of the running tasks) Reason: Command exited with code 52"),
        new SparkException(
            "ExecutorLostFailure (executor 1 exited caused by one of the running tasks) Reason: Container killed by YARN for exceeding physical memory limits. 1.5 GB of 1.5 GB physical memory used."),
        new SparkException(
            "The executor with id 3 exited with exit code 137(SIGKILL, possible container OOM)."));
  }

  @ParameterizedTest
  @MethodSource("tooLittleMemory")
  void saysThatMemoryIsUsedUpAndWhatToDo(Throwable fault) {
    RuntimeException explained = ExplainFault.explain(fault).orElseThrow();

    assertThat(explained)
        .isInstanceOf(MemoryExhaustedException.class)
        .hasMessage(
            "Cannot go on: the memory of an executor, or of the driver, is used up. Give them more by --executor-memory or --driver-memory, fewer cores each, or more and so smaller parts by resolve.buckets; docs/operations.md says how much a part takes.");
    assertThat(ExitCode.of(explained)).isEqualTo(ExitCode.INTERNAL);
    assertThat(ExplainFault.explain(explained)).isEmpty();
  }

  @Test
  void putsTheSentenceIntoTheStatusAndNoWordOfTheFault() {
    Throwable fault = new IllegalStateException(CANARY, new OutOfMemoryError(CANARY));
    RunStatus status = new RunStatus("20261129T162047.000Z", Instant.EPOCH);

    String told = status.failed(ExplainFault.explain(fault).orElseThrow(), Instant.EPOCH);

    assertThat(told).contains("MemoryExhaustedException", "is used up", "\"exit_code\" : 1");
    assertThat(told).doesNotContain(CANARY);
    assertThat(status.failed(fault, Instant.EPOCH)).doesNotContain(CANARY, "message");
  }

  @Test
  void saysThatADiskIsFull() {
    assertThat(ExplainFault.explain(new IOException("No space left on device")))
        .containsInstanceOf(CommitException.class);
  }

  /** Spark stops where its disk is full or its memory used up: that is what to tell. */
  @Test
  void saysWhySparkHasStopped() {
    IOException full = new IOException("No space left on device");

    assertThat(ExplainFault.explain(new SparkStoppedException(full)))
        .containsInstanceOf(CommitException.class);
    assertThat(ExplainFault.explain(new SparkStoppedException(new OutOfMemoryError())))
        .containsInstanceOf(MemoryExhaustedException.class);
    assertThat(ExplainFault.explain(new SparkStoppedException(new IOException("Reset")))).isEmpty();
  }

  @Test
  void leavesFaultsAloneThatHaveWordsOrHaveNone() {
    InputException told =
        new InputException("Cannot find it", new OutOfMemoryError("Java heap space"));

    assertThat(ExplainFault.explain(told)).isEmpty();
    assertThat(ExplainFault.explain(new IllegalStateException("myOutOfMemoryErrors"))).isEmpty();
    assertThat(ExplainFault.explain(new SparkException("Command exited with code 520"))).isEmpty();
  }
}
