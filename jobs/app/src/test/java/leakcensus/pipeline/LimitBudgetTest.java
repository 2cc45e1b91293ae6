package leakcensus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class LimitBudgetTest {

  private static final long GIB = 1L << 30;

  private static SparkConf spark(String largestResult) {
    return new SparkConf(false).set("spark.driver.maxResultSize", largestResult);
  }

  @Test
  void leavesABudgetThatTheDriverHas() {
    assertThat(LimitBudget.of(GIB, 2 * GIB, new SparkConf(false)))
        .isEqualTo(new LimitBudget(GIB, ""));
    assertThat(LimitBudget.of(0, 1, new SparkConf(false))).isEqualTo(new LimitBudget(0, ""));
    assertThat(LimitBudget.of(100 * GIB, 300 * GIB, spark("0")))
        .isEqualTo(new LimitBudget(100 * GIB, ""));
  }

  @Test
  void takesNoMoreThanHalfOfTheHeap() {
    LimitBudget limited = LimitBudget.of(GIB, GIB, new SparkConf(false));

    assertThat(limited.bytes()).isEqualTo(GIB / 2);
    assertThat(limited.sentence())
        .isEqualTo(
            "resolve.driver-budget-bytes was lowered to 536,870,912, half of the driver's memory:"
                + " give the driver more for a faster way");
  }

  @Test
  void takesNoMoreLinksThanSparkLetsTheDriverFetch() {
    LimitBudget limited = LimitBudget.of(8 * GIB, 64 * GIB, spark("1g"));

    assertThat(limited.bytes()).isEqualTo(4 * GIB);
    assertThat(limited.sentence()).contains("what spark.driver.maxResultSize lets through");
    assertThat(LimitBudget.of(8 * GIB, 64 * GIB, spark("8g")).bytes()).isEqualTo(8 * GIB);
    assertThat(LimitBudget.of(8 * GIB, 64 * GIB, spark(Long.MAX_VALUE + "b")).bytes())
        .isEqualTo(8 * GIB);
  }
}
