package leakcensus.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.SplitTally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BulkLinesTest {

  private static final String INDEX = "{\"index\":{\"_index\":\"p\",\"_id\":\"1\"}}\n";
  private static final String BARE = "{\"index\":{}}\n";
  private static final String ADA = "{\"name\":\"ada\"}\n";
  private static final String BO = "{\"name\":\"bo\"}\n";

  static List<Arguments> files() {
    return List.of(
        row(INDEX + ADA + INDEX + BO, "ada", "bo"),
        row(BARE + ADA + BARE + BO, "ada", "bo"),
        row("{\"create\":{\"_id\":\"1\"}}\r\n" + ADA, "ada"),
        row("{\"delete\":{\"_id\":\"1\"}}\n" + INDEX + ADA, "ada"),
        row("{\"update\":{\"_id\":\"1\"}}\n{\"doc\":{\"name\":\"ada\"}}\n", "ada"),
        row("{\"update\":{\"_id\":\"1\"}}\n{\"upsert\":{\"name\":\"bo\"},\"script\":1}\n", "bo"),
        row("{\"update\":{\"_id\":\"1\"}}\n{\"name\":\"x\",\"doc\":{}}\n", ""),
        // A source behind an action is one, even if it looks like an action.
        row(BARE + "{\"index\":{}}\n" + INDEX + ADA, "", "ada"),
        // An action that has lost its source, a source that has lost its action.
        row(INDEX + INDEX + ADA, "ada"),
        row(ADA + BO, "ada", "bo"),
        row(INDEX + ADA + BO + INDEX + ADA, "ada", "bo", "ada"),
        // Broken lines cost themselves.
        row(INDEX + "{\"name\":\n" + INDEX + ADA, "bad-syntax", "ada"),
        row("{\"index\":{\"_id\":\n" + ADA, "bad-syntax", "ada"),
        row(INDEX + "[1]\n" + INDEX + ADA, "not-an-object", "ada"));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("files")
  void readsSourcesAndNoActions(String text, List<String> expected) {
    assertThat(read(text).records()).isEqualTo(expected);
  }

  @Test
  void countsActionsAsHeader() {
    ReadAll read = read(INDEX + "\n" + ADA);

    assertThat(read.count(IntakeMeasure.HEADER_BYTES)).isEqualTo(INDEX.length() - 1);
    assertThat(read.count(IntakeMeasure.RECORD_BYTES)).isEqualTo(ADA.length() - 1);
    assertThat(read.positions()).containsExactly(INDEX.length() + 1L);
  }

  @Test
  void countsAFileThatEndsBehindAnActionAsBrokenOff() {
    assertThat(read(INDEX + ADA + INDEX).count(IntakeMeasure.PARTIAL)).isEqualTo(1);
    assertThat(read(INDEX + ADA).count(IntakeMeasure.PARTIAL)).isZero();
  }

  @Test
  void tellsFurtherValuesOfWhatIsIndexedChangedOrInserted() throws IOException {
    String names = "{\"name\":[\"ada\",\"bo\"]}";
    String update = "{\"update\":{\"_id\":\"1\"}}\n";
    String text =
        INDEX
            + names
            + "\n"
            + update
            + "{\"doc\":%s,\"upsert\":{\"name\":\"cy\"}}\n".formatted(names)
            + update
            + "{\"doc\":{\"age\":1},\"upsert\":%s}\n".formatted(names)
            + INDEX
            + ADA;
    FormatInput input =
        new FormatInput(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
            StandardCharsets.UTF_8,
            List.of("name"),
            1_000,
            new SplitTally(0),
            0);

    try (BulkLines lines = new BulkLines(input)) {
      for (int record = 0; record < 3; record++) {
        assertThat(lines.next()).isTrue();
        assertThat(lines.values(0)).as("record %d", record).containsExactly("ada", "bo");
        assertThat(lines.hasSeveral(0)).isTrue();
      }
      assertThat(lines.next()).isTrue();
      assertThat(lines.values(0)).containsExactly("ada");
      assertThat(lines.hasSeveral(0)).isFalse();
    }
  }

  private static Arguments row(String text, String... expected) {
    return Arguments.of(text, List.of(expected));
  }

  private static ReadAll read(String text) {
    return ReadAll.of(text, List.of("name"), BulkLines::new);
  }
}
