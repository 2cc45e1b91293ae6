package leakcensus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import leakcensus.source.FixedColumn;
import leakcensus.source.FixedLayout;
import leakcensus.source.IntakeMeasure;
import org.junit.jupiter.api.Test;

class FixedWidthTest {

  private static final List<FixedColumn> PLACES =
      List.of(new FixedColumn("name", 1, 5), new FixedColumn("year", 7, 4));
  private static final List<String> COLUMNS = List.of("year", "name");

  @Test
  void cutsLinesByCharacters() {
    // The third name has two characters outside the basic plane.
    ReadAll read =
        read(
            "ada   1815\r\n\u738b\u4e94    1990 more\n\n\ud842\udfb7\ud842\udfb7    2001\n", false);

    assertThat(read.records())
        .containsExactly("1815|ada", "1990|\u738b\u4e94", "2001|\ud842\udfb7\ud842\udfb7");
    assertThat(read.positions()).containsExactly(0L, 12L, 33L);
  }

  @Test
  void refusesShortLinesUnlessTheyAreAllowed() {
    String text = "ada   18\nbo\n";

    assertThat(read(text, false).records())
        .containsExactly("wrong-field-count", "wrong-field-count");
    assertThat(read(text, true).records()).containsExactly("18|ada", "|bo");
  }

  @Test
  void quarantinesLinesThatCannotBeRead() {
    byte[] text =
        "ada   1815\nbo\u00e9   1815\ncy    1815 and much more\n"
            .getBytes(StandardCharsets.ISO_8859_1);

    ReadAll read = ReadAll.of(text, COLUMNS, 12, input -> new FixedWidth(input, layout(false)));

    assertThat(read.records()).containsExactly("1815|ada", "bad-charset", "too-long");
  }

  @Test
  void countsAByteOrderMarkAsHeader() {
    ReadAll read = read("\uFEFFada   1815", false);

    assertThat(read.records()).containsExactly("1815|ada");
    assertThat(read.count(IntakeMeasure.HEADER_BYTES)).isEqualTo(3);
  }

  @Test
  void breaksOffWithTheStream() {
    byte[] text = "ada   1815\nbo    1816".getBytes(StandardCharsets.UTF_8);

    ReadAll read =
        ReadAll.of(
            new BrokenStream(text),
            StandardCharsets.UTF_8,
            text.length,
            COLUMNS,
            100,
            input -> new FixedWidth(input, layout(false)));

    assertThat(read.records()).containsExactly("1815|ada", "truncated");
    assertThat(read.count(IntakeMeasure.PARTIAL)).isEqualTo(1);
  }

  @Test
  void rejectsAColumnWithoutAPlace() {
    assertThatThrownBy(
            () -> ReadAll.of("", List.of("city"), input -> new FixedWidth(input, layout(false))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Unknown column: city (no place)");
  }

  @Test
  void rejectsPlacesThatCannotBe() {
    assertThatThrownBy(() -> new FixedColumn("a", 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid start of column a: 0 (the first character is 1)");
    assertThatThrownBy(() -> new FixedColumn("a", 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid length of column a: 0 (must be >= 1)");
    assertThatThrownBy(() -> new FixedColumn("a", 2, Integer.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid end of column a: start 2 with length 2147483647");
    assertThatThrownBy(() -> new FixedLayout(List.of(), FixedLayout.ShortLines.ALLOWED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Missing columns: name at least one");
    assertThatThrownBy(
            () ->
                new FixedLayout(
                    List.of(PLACES.get(0), PLACES.get(0)), FixedLayout.ShortLines.ALLOWED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid column: name (named twice)");
  }

  private static FixedLayout layout(boolean allowsShort) {
    return new FixedLayout(
        PLACES, allowsShort ? FixedLayout.ShortLines.ALLOWED : FixedLayout.ShortLines.REFUSED);
  }

  private static ReadAll read(String text, boolean allowsShort) {
    return ReadAll.of(text, COLUMNS, input -> new FixedWidth(input, layout(allowsShort)));
  }
}
