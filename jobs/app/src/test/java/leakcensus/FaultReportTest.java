package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import leakcensus.pipeline.SparkStoppedException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class FaultReportTest {

  private static final String CANARY = "canary-13800000001";

  @Test
  void showsTheMessageOfOurOwnFaultOnOneLine() {
    ParameterException fault =
        new ParameterException(new CommandLine(new Main()), " Invalid seed: x\n  (a number). ");

    assertThat(FaultReport.lines(fault)).containsExactly("Invalid seed: x (a number).");
  }

  @Test
  void saysInASentenceThatSparkHasStopped() {
    assertThat(FaultReport.lines(new SparkStoppedException(new SparkException(CANARY))))
        .containsExactly(
            "Cannot go on: Spark has stopped. No master answers at spark.master, the cluster has ended the run, or a setting of Spark is at fault; the lines of Spark above say which. Correct it, or start again when the cluster is there.");
  }

  @Test
  void namesEveryCauseAndNoMessage() {
    Exception fault = new IllegalStateException(CANARY, new RuntimeException(CANARY));

    List<String> lines = FaultReport.lines(fault);

    assertThat(lines)
        .startsWith("Internal fault: java.lang.IllegalStateException")
        .contains("Caused by: java.lang.RuntimeException")
        .anyMatch(line -> line.startsWith("    at leakcensus.FaultReportTest.names"))
        .endsWith("The messages of these faults are left out, since they can hold leaked values.")
        .noneMatch(line -> line.contains(CANARY));
  }

  @Test
  void keepsTheFramesOfTheExecutorThatSparkPutsIntoItsMessage() {
    Exception fault =
        new SparkException(
            """
            Job aborted due to stage failure: Lost task 0.0: java.lang.RuntimeException: %s
            \tat leakcensus.spark.read.Frames.next(Frames.java:41)
            \tat java.base/java.lang.Thread.run(Thread.java:840)
            \tat %s
            \tat canary.Value.of(13800000001)
            Driver stacktrace:"""
                .formatted(CANARY, CANARY));

    assertThat(FaultReport.lines(fault))
        .contains(
            "    on the executor at leakcensus.spark.read.Frames.next(Frames.java:41)",
            "    on the executor at java.base/java.lang.Thread.run(Thread.java:840)")
        .noneMatch(line -> line.contains(CANARY))
        .noneMatch(line -> line.contains("13800000001"));
  }

  @Test
  void endsWhereCausesFormACircle() {
    Exception inner = new RuntimeException(CANARY);
    Exception outer = new IllegalStateException(CANARY, inner);
    inner.initCause(outer);

    assertThat(FaultReport.lines(outer))
        .filteredOn(line -> line.startsWith("Caused by"))
        .hasSize(1);
  }
}
