package leakcensus.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import leakcensus.source.RecordCursor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A character that is lost in one line costs that line, and no other. */
class OneByteLostTest {

  private static final int TRIALS = 500;

  static List<Arguments> formats() {
    List<List<String>> rows = new NastyRows(11, false).make(12);
    List<String> documents = new ArrayList<>();
    List<String> elements = new ArrayList<>(List.of("["));
    List<String> inserts = new ArrayList<>();
    for (List<String> row : rows) {
      String document = WriteFormats.jsonConcatenated(List.of(row));
      documents.add(document);
      elements.add("  " + document + ",");
      String statements = WriteFormats.mysql(List.of(row));
      inserts.add(
          statements
              .substring(statements.indexOf("INSERT"))
              .strip()
              .replace("`t` VALUES", "`t` (id, name, note) VALUES"));
    }
    elements.add("]");
    return List.of(
        Arguments.of("documents", documents, 0, RoundTripTest.json("")),
        Arguments.of("array", elements, 1, RoundTripTest.json("")),
        Arguments.of("inserts", inserts, 0, RoundTripTest.sql()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void costsItsLine(
      String name, List<String> lines, int before, Function<FormatInput, RecordCursor> cursor) {
    List<String> whole = ReadAll.of(String.join("\n", lines), NastyRows.COLUMNS, cursor).records();
    assertThat(whole).as(name).hasSize(12);
    for (int seed = 0; seed < TRIALS; seed++) {
      Random random = new Random(seed);
      int record = random.nextInt(12);
      String line = lines.get(record + before);
      int at = random.nextInt(line.length());
      List<String> broken = new ArrayList<>(lines);
      broken.set(record + before, line.substring(0, at) + line.substring(at + 1));

      List<String> read =
          ReadAll.of(String.join("\n", broken), NastyRows.COLUMNS, cursor).records();

      List<String> others = new ArrayList<>(whole);
      others.remove(record);
      assertThat(read).as("%s, seed %d", name, seed).containsAll(others);
    }
  }
}
