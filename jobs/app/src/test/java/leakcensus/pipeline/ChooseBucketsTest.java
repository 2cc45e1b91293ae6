package leakcensus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import leakcensus.link.ResolveMethod;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class ChooseBucketsTest {

  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;

  private static SparkConf settings() {
    return new SparkConf(false);
  }

  private static int choose(long textBytes, int parallelism, TaskMemory task) {
    return ChooseBuckets.choose(textBytes, ResolveMethod.IDENTIFIERS, parallelism, task);
  }

  @Test
  void givesATaskWhatSparkLeavesOfTheHeap() {
    assertThat(TaskMemory.of(settings(), 1000, 2)).isEqualTo(new TaskMemory(200));
    assertThat(TaskMemory.of(settings().set("spark.memory.fraction", "0.9"), 1000, 1).bytes())
        .isBetween(99L, 100L);
  }

  @Test
  void sharesTheHeapAmongTheTasksThatRunAtOnce() {
    assertThat(TaskMemory.of(settings(), 1000, 4)).isEqualTo(new TaskMemory(100));
    assertThat(TaskMemory.of(settings().set("spark.task.cpus", "2"), 1000, 4))
        .isEqualTo(new TaskMemory(200));
    assertThat(TaskMemory.of(settings().set("spark.task.cpus", "8"), 1000, 4))
        .isEqualTo(new TaskMemory(400));
  }

  @Test
  void makesABucketOfEvery128MebibytesWhereMemoryAllows() {
    TaskMemory ample = new TaskMemory(2 * GIB);

    assertThat(choose(0, 2, ample)).isEqualTo(2);
    assertThat(choose(1280 * MIB, 2, ample)).isEqualTo(11);
    assertThat(choose(1280 * MIB, 64, ample)).isEqualTo(64);
  }

  @Test
  void makesSmallerOnesWhereMentionsAreMatched() {
    TaskMemory ample = new TaskMemory(2 * GIB);
    TaskMemory little = new TaskMemory(128 * MIB);

    assertThat(ChooseBuckets.choose(60 * MIB, ResolveMethod.MATCHING, 2, ample)).isEqualTo(11);
    assertThat(ChooseBuckets.choose(60 * MIB, ResolveMethod.MATCHING, 2, little)).isEqualTo(61);
  }

  @Test
  void makesMoreOfThemWhereATaskHasLittle() {
    TaskMemory little = TaskMemory.of(settings(), 300 * MIB, 1);

    assertThat(little.bytes() / MIB).isEqualTo(120);
    assertThat(choose(480 * MIB, 2, little)).isEqualTo(49);
    assertThat(choose(480 * MIB, 2, new TaskMemory(0))).isEqualTo(20_000);
  }
}
