package leakcensus.spark.read;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import leakcensus.source.DelimitedOptions;
import leakcensus.source.RecordFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedScannerTest {

  private static final char NONE = DelimitedOptions.NO_CHARACTER;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void agreesWithFastCsvOnAnyLine(long seed) {
    Random random = new Random(seed);
    DelimitedScanner scanner = new DelimitedScanner(format(',', '"', NONE));
    int whole = 0;
    for (int round = 0; round < 100_000; round++) {
      String line = random(random, 12, "a", "é", "𠮷", ",", ",", "\"", "\"", "\r", " ", "'");

      Optional<List<String>> expected = fastCsv(line);

      assertThat(scan(scanner, line)).as("round %d of seed %d", round, seed).isEqualTo(expected);
      whole += expected.isPresent() ? 1 : 0;
    }
    assertThat(whole).isBetween(20_000, 90_000);
  }

  @Test
  void agreesWithASplitAtDelimitersWhereThereIsNoQuote() {
    Random random = new Random(1);
    DelimitedScanner scanner = new DelimitedScanner(format('|', NONE, NONE));
    for (int round = 0; round < 20_000; round++) {
      String line = random(random, 12, "a", "|", "\"", "'", "\\", "\u0000");

      assertThat(scan(scanner, line)).contains(List.of(line.split("\\|", -1)));
    }
  }

  /** As LOAD DATA reads what SELECT ... INTO OUTFILE writes; MySQL 8.0 reference manual, 13.2.9. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      textBlock =
          """
          a\\,b,c          # ~a,b;c~
          a\\\\,c          # ~a\\;c~
          \\N,c            # ~;c~
          "\\N",c          # ~;c~
          \\Nx,c           # ~Nx;c~
          "a\\"b",c        # ~a"b;c~
          "a""b",c         # ~a"b;c~
          "a\\\\",c        # ~a\\;c~
          "a,b",c          # ~a,b;c~
          \\"a,c           # ~"a;c~
          a\\tb,c          # ~a\tb;c~
          a\\x,c           # ~ax;c~
          \\张,c           # ~张;c~
          a""b,c           # ~a""b;c~
          a"b\\,""c,d      # ~a"b,""c;d~
          """)
  void takesWhatStandsBehindAnEscapeAsItStands(String line, String fields) {
    assertThat(scan(new DelimitedScanner(format(',', '"', '\\')), line))
        .contains(List.of(fields.split(";", -1)));
  }

  @Test
  void takesAnyOneCharacterAsTheEscape() {
    DelimitedScanner scanner = new DelimitedScanner(format('\t', NONE, '^'));

    assertThat(scan(scanner, "a^\tb\t\"c\\\t^^")).contains(List.of("a\tb", "\"c\\", "^"));
  }

  @Test
  void saysThatARecordIsOpenAndGoesOnWithIt() {
    DelimitedScanner scanner = new DelimitedScanner(format(',', '"', '\\'));
    String text = "1,\"a\n\"\"b\n\",c\\\n,d\r";
    List<DelimitedScanner.Outcome> outcomes = new ArrayList<>();
    char[] characters = text.toCharArray();
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      outcomes.add(
          outcomes.isEmpty() ? scanner.scan(characters, end) : scanner.resume(characters, end));
    }

    assertThat(outcomes)
        .containsExactly(
            DelimitedScanner.Outcome.OPEN,
            DelimitedScanner.Outcome.OPEN,
            DelimitedScanner.Outcome.OPEN);
    assertThat(scanner.resume(characters, text.length())).isEqualTo(DelimitedScanner.Outcome.WHOLE);
    assertThat(fields(scanner, characters)).containsExactly("1", "a\n\"b\n", "c\n", "d");
  }

  private static Optional<List<String>> fastCsv(String line) {
    try {
      List<CsvRecord> records =
          CsvReader.builder()
              .allowUnclosedQuote(false)
              .skipEmptyLines(false)
              .ofCsvRecord(line)
              .stream()
              .toList();
      if (line.isEmpty()) {
        return Optional.of(List.of(""));
      }
      return records.size() == 1 ? Optional.of(records.get(0).getFields()) : Optional.empty();
    } catch (CsvParseException fault) {
      return Optional.empty();
    }
  }

  private static Optional<List<String>> scan(DelimitedScanner scanner, String line) {
    char[] text = Arrays.copyOf(line.toCharArray(), line.length() + 2);
    return scanner.scan(text, line.length()) == DelimitedScanner.Outcome.WHOLE
        ? Optional.of(fields(scanner, text))
        : Optional.empty();
  }

  private static List<String> fields(DelimitedScanner scanner, char[] text) {
    List<String> fields = new ArrayList<>();
    for (int field = 0; field < scanner.count(); field++) {
      fields.add(scanner.field(field, text));
    }
    return fields;
  }

  private static String random(Random random, int most, String... pieces) {
    StringBuilder text = new StringBuilder();
    for (int piece = random.nextInt(most); piece > 0; piece--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }

  private static RecordFormat.Delimited format(char delimiter, char quote, char escape) {
    return new RecordFormat.Delimited(
        delimiter,
        quote,
        List.of(),
        new DelimitedOptions(
            escape,
            DelimitedOptions.LineBreaks.END_RECORDS,
            DelimitedOptions.RaggedRows.QUARANTINED));
  }
}
