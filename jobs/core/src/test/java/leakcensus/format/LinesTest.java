package leakcensus.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import leakcensus.source.FixedColumn;
import leakcensus.source.FixedLayout;
import leakcensus.source.IntakeMeasure;
import org.junit.jupiter.api.Test;

/** What ends a line, and what stands before one. */
class LinesTest {

  @Test
  void endsLinesWithCarriageReturnsWhereThereIsNoLineFeed() {
    ReadAll read = read("ada\r\rbo\rcy");

    assertThat(read.records()).containsExactly("ada", "bo", "cy");
    assertThat(read.positions()).containsExactly(0L, 5L, 8L);
    assertThat(read.count(IntakeMeasure.SEPARATOR_BYTES)).isEqualTo(3);
  }

  @Test
  void readsSourcesOfBulkFilesThatEndWithCarriageReturns() {
    ReadAll read =
        ReadAll.of(
            "{\"index\":{}}\r{\"n\":\"ada\"}\r{\"index\":{}}\r{\"n\":\"bo\"}\r",
            List.of("n"),
            BulkLines::new);

    assertThat(read.records()).containsExactly("ada", "bo");
  }

  @Test
  void takesACarriageReturnForTextWhereTheFirstBytesHoldALineFeed() {
    assertThat(read("a\rb\nc\r\nd").records()).containsExactly("a\rb", "c", "d");
    // Behind the first 64 KiB there is no looking for LF.
    assertThat(read("a\r" + "b\r".repeat(40_000) + "c\nd").records())
        .hasSize(40_002)
        .endsWith("b", "c\nd");
    for (int place : new int[] {65_533, 65_534, 65_535, 65_536}) {
      ReadAll atTheEdge = read("a".repeat(place) + "\r\nb");

      assertThat(atTheEdge.records()).endsWith("b").hasSize(2);
      // A CR that ended lines alone would leave the LF to the second one.
      assertThat(atTheEdge.count(IntakeMeasure.SEPARATOR_BYTES)).as("at %d", place).isEqualTo(2);
    }
  }

  @Test
  void takesOtherSeparatorsForText() {
    assertThat(read("a\u2028b\u0085c\u000Bd\n").records())
        .containsExactly("a\u2028b\u0085c\u000Bd");
  }

  @Test
  void countsByteOrderMarksBeforeLinesAsHeader() {
    ReadAll read = read("\uFEFFada\n\n\uFEFFbo\n\uFEFF\nc\uFEFFd\n");

    assertThat(read.records()).containsExactly("ada", "bo", "c\uFEFFd");
    assertThat(read.count(IntakeMeasure.HEADER_BYTES)).isEqualTo(9);
  }

  private static ReadAll read(String text) {
    FixedLayout layout =
        new FixedLayout(List.of(new FixedColumn("n", 1, 70_000)), FixedLayout.ShortLines.ALLOWED);
    return ReadAll.of(
        text.getBytes(StandardCharsets.UTF_8),
        List.of("n"),
        ReadAll.LIMIT,
        input -> new FixedWidth(input, layout));
  }
}
