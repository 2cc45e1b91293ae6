package leakcensus.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import leakcensus.source.FixedColumn;
import leakcensus.source.FixedLayout;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordCursor;
import org.junit.jupiter.api.Test;

/** A byte that the charset does not have costs a record only where it stands in its values. */
class BadBytesTest {

  @Test
  void keepsDocumentsWithBadBytesOutsideTheirValues() {
    ReadAll read =
        read(
            "[{\"n\":\"ada\",\"x\":\"\u00e9\"},{\"n\":\"b\u00e9\"},{\"\u00e9\":1,\"n\":\"cy\"},{\"n\":\"di\"},"
                + "{\"n\":\"ed\",\u00e9}]",
            input -> new JsonDocuments(input, ""));

    assertThat(read.records()).containsExactly("ada", "bad-charset", "cy", "di", "bad-syntax");
    assertThat(read.count(IntakeMeasure.RECORDS_WITH_BAD_BYTES)).isEqualTo(2);
  }

  @Test
  void keepsSourcesOfBulkFilesAndKnowsActionsWithBadBytes() {
    ReadAll read =
        read(
            "{\"index\":{\"_id\":\"\u00e9\"}}\n{\"n\":\"ada\",\"x\":\"\u00e9\"}\n"
                + "{\"index\":{\"_id\":\"2\"}}\n{\"n\":\"b\u00e9\"}\n"
                + "{\"update\":{\"_id\":\"3\"}}\n{\"doc\":{\"n\":\"cy\"},\"x\":\"\u00e9\"}\n",
            BulkLines::new);

    assertThat(read.records()).containsExactly("ada", "bad-charset", "cy");
    assertThat(read.count(IntakeMeasure.RECORDS_WITH_BAD_BYTES)).isEqualTo(2);
  }

  /** How many characters a bad byte was meant to be is not known: what follows may be shifted. */
  @Test
  void keepsLinesOfFixedWidthWithBadBytesBehindTheLastColumnThatIsRead() {
    FixedLayout layout =
        new FixedLayout(
            List.of(new FixedColumn("skipped", 1, 2), new FixedColumn("n", 3, 4)),
            FixedLayout.ShortLines.REFUSED);

    ReadAll read =
        read(
            "1 ada \u00e9\n2 b\u00e9  x\n\u00e9 cy  x\n4 di  x\n",
            input -> new FixedWidth(input, layout));

    assertThat(read.records()).containsExactly("ada", "bad-charset", "bad-charset", "di");
    assertThat(read.count(IntakeMeasure.RECORDS_WITH_BAD_BYTES)).isEqualTo(1);
  }

  private static ReadAll read(String text, Function<FormatInput, RecordCursor> cursor) {
    return ReadAll.of(text.getBytes(StandardCharsets.ISO_8859_1), List.of("n"), 1 << 10, cursor);
  }
}
