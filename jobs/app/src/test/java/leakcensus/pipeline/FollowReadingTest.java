package leakcensus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import leakcensus.spark.prepare.ReadingMeter;
import org.apache.spark.TaskState;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.TaskInfo;
import org.apache.spark.scheduler.TaskLocality;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

class FollowReadingTest {

  private final FollowReading reading = new FollowReading(List.of(1_000L, 500L));

  @Test
  void knowsHowMuchThereIsToRead() {
    assertThat(reading.soFar()).isEqualTo(new ReadSoFar(0, 0, 0, 1_500));
  }

  @Test
  void hearsOfTasksThatStillRead() {
    reading.heard(7, counts(100, 3, 250));
    assertThat(reading.soFar()).isEqualTo(new ReadSoFar(100, 3, 250, 1_500));

    reading.heard(7, counts(180, 4, 400));
    reading.heard(8, counts(20, 0, 90));

    assertThat(reading.soFar()).isEqualTo(new ReadSoFar(200, 4, 490, 1_500));
  }

  @Test
  void takesATaskThatHasEndedForAllOfItsFiles() {
    reading.heard(7, counts(180, 4, 400));

    reading.ended(task(7, 0, 0, true, counts(200, 5, 430)));

    assertThat(reading.soFar()).isEqualTo(new ReadSoFar(200, 5, 1_000, 1_500));
  }

  @Test
  void neverClaimsToHaveReadMoreThanThereIs() {
    reading.ended(task(7, 0, 0, true, counts(200, 5, 430)));
    reading.heard(8, counts(90, 0, 9_999));

    assertThat(reading.soFar()).isEqualTo(new ReadSoFar(290, 5, 1_500, 1_500));
  }

  @Test
  void countsOneAttemptOfATask() {
    reading.heard(7, counts(150, 1, 300));
    reading.ended(task(7, 0, 0, false, counts(150, 1, 300)));
    assertThat(reading.soFar()).isEqualTo(new ReadSoFar(0, 0, 0, 1_500));

    reading.ended(task(8, 0, 1, true, counts(200, 5, 430)));
    reading.ended(task(9, 0, 2, true, counts(200, 5, 430)));

    assertThat(reading.soFar()).isEqualTo(new ReadSoFar(200, 5, 1_000, 1_500));
  }

  @Test
  void hearsNothingFromTasksThatReadNoFile() {
    Seq<AccumulableInfo> others =
        seq(count("internal.metrics.input.recordsRead", 70), count("number of output rows", 9));

    reading.heard(7, others);
    reading.ended(task(7, 1, 0, true, others));

    assertThat(reading.soFar()).isEqualTo(new ReadSoFar(0, 0, 0, 1_500));
  }

  private static Seq<AccumulableInfo> counts(long records, long quarantined, long bytes) {
    return seq(
        count(ReadingMeter.RECORDS, records),
        count(ReadingMeter.QUARANTINED, quarantined),
        count("internal.metrics.input.bytesRead", 77),
        count(ReadingMeter.BYTES, bytes));
  }

  private static Seq<AccumulableInfo> seq(AccumulableInfo... counts) {
    return CollectionConverters.asScala(Stream.of(counts).toList()).toSeq();
  }

  /** What a task adds; the value is that of all tasks of its stage. */
  private static AccumulableInfo count(String name, long update) {
    return new AccumulableInfo(
        1, Option.apply(name), Option.apply(update), Option.apply(1e9), false, false, none());
  }

  private static <T> Option<T> none() {
    return Option.empty();
  }

  private static TaskInfo task(
      long id, int index, int attempt, boolean successful, Seq<AccumulableInfo> counts) {
    TaskInfo task =
        new TaskInfo(id, index, attempt, index, 0, "1", "host", TaskLocality.ANY(), false);
    task.setAccumulables(counts);
    task.markFinished(successful ? TaskState.FINISHED() : TaskState.FAILED(), 1);
    return task;
  }
}
