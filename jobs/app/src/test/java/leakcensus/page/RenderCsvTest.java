package leakcensus.page;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Optional;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.table.SummaryTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderCsvTest {

  private static final SummaryTable TABLE =
      SummaryTable.named("made_up", "row")
          .text("name", "")
          .whole("count", "")
          .real("ratio", "")
          .flag("suppressed", "")
          .wholes("gaps", "")
          .table();

  private final SummaryRows rows = new SummaryRows(TABLE, "run-1");

  @Test
  void writesAHeaderAndACellAColumn() {
    rows.add("a,\"b\"\nc", 12_345L, -0.5, true, List.of(1L, 2L));
    rows.add("", Optional.empty(), Optional.empty(), false, List.of());

    String csv = RenderCsv.of(rows);

    assertThat(csv)
        .startsWith("\uFEFFrun_id,name,count,ratio,suppressed,gaps\r\n")
        .endsWith("run-1,,,,false,\r\n");
    assertThat(read(csv).get(1))
        .containsExactly("run-1", "a,\"b\"\\u000ac", "12345", "-0.5", "true", "1 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF20x"})
  void defusesTextThatASpreadsheetWouldRun(String text) {
    rows.add(text, 1L, 1.0, false, List.of());

    assertThat(read(RenderCsv.of(rows)).get(1).get(1)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '!',
      value = {
        "x;=cmd ! x;'=cmd",
        "x,+1 ! x,'+1",
        "x|@y;-1 ! x|'@y;'-1",
        "x\"=1 ! x\"'=1",
        "`\t=1` ! '\\u0009'=1",
        "`\r=1` ! '\\u000d'=1",
        "`\n=1` ! '\\u000a'=1"
      })
  void defusesItBehindASeparatorToo(String text, String defused) {
    rows.add(text, 1L, 1.0, false, List.of());

    assertThat(read(RenderCsv.of(rows)).get(1).get(1)).isEqualTo(defused);
  }

  @Test
  void showsWhatActsOnATerminalByItsEscape() {
    rows.add("a\u001b[2J\u202Eb", 1L, 1.0, false, List.of());

    assertThat(read(RenderCsv.of(rows)).get(1).get(1)).isEqualTo("a\\u001b[2J\\u202eb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=1", " =1", "'=1", "1-1", "x, -1", "x; =1"})
  void leavesOtherTextAsItIs(String text) {
    rows.add(text, 1L, 1.0, false, List.of());

    assertThat(read(RenderCsv.of(rows)).get(1).get(1)).isEqualTo(text);
  }

  private static List<List<String>> read(String csv) {
    return CsvReader.builder().ofCsvRecord(csv.substring(1)).stream()
        .map(CsvRecord::getFields)
        .toList();
  }
}
