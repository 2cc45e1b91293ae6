package leakcensus.spark.read;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import leakcensus.source.DelimitedOptions;
import leakcensus.source.RecordFault;
import leakcensus.source.RecordFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedLineParserTest {

  private static final RecordFormat.Delimited COMMA =
      new RecordFormat.Delimited(',', '"', List.of());
  private static final List<String> HEADER = List.of("a", "b", "c");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          1,2,3               | 1     | 2      | 3
          ,,                  | ~~    | ~~     | ~~
          "1","2","3"         | 1     | 2      | 3
          "1,5",2,3           | 1,5   | 2      | 3
          "a ""b"" c",2,3     | a "b" c | 2    | 3
          a "b" c,2,3         | a "b" c | 2    | 3
          "",2,""             | ~~    | 2      | ~~
          1, 2 ,~3 ~          | 1     | ~ 2 ~  | ~3 ~
          ~\\1,a\\"b,3~       | ~\\1~ | a\\"b  | 3
          #1,2,3              | #1    | 2      | 3
          张伟,𠮷,é           | 张伟  | 𠮷     | é
          """)
  void takesTheFieldsOfALine(String line, String a, String b, String c) {
    DelimitedLineParser parser = new DelimitedLineParser(COMMA, HEADER, HEADER);

    assertThat(parse(parser, line.replace("~", ""))).isEqualTo(RecordFault.NONE);
    assertThat(List.of(parser.value(0), parser.value(1), parser.value(2))).containsExactly(a, b, c);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          1,2          | WRONG_FIELD_COUNT
          1            | WRONG_FIELD_COUNT
          1,2,3,4      | WRONG_FIELD_COUNT
          1,2,3,       | WRONG_FIELD_COUNT
          1,"2,3       | BAD_SYNTAX
          "1"2,2,3     | BAD_SYNTAX
          "1" ,2,3     | BAD_SYNTAX
          1,2,"        | BAD_SYNTAX
          1,2,"3""     | BAD_SYNTAX
          """)
  void refusesLinesThatDoNotFit(String line, RecordFault fault) {
    assertThat(parse(new DelimitedLineParser(COMMA, HEADER, HEADER), line)).isEqualTo(fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,2,3\r4,5,6", "\r1,2,3", "1,2\r,3", "1,2,3\r\r", "\"1\r\",2,3\r4"})
  void refusesALineThatHoldsAnotherLineSinceItWouldBeLost(String line) {
    assertThat(parse(new DelimitedLineParser(COMMA, HEADER, HEADER), line))
        .isEqualTo(RecordFault.BAD_SYNTAX);
  }

  @Test
  void takesACarriageReturnInsideQuotesOrAtTheVeryEnd() {
    DelimitedLineParser parser = new DelimitedLineParser(COMMA, HEADER, HEADER);

    assertThat(parse(parser, "\"1\r5\",2,3")).isEqualTo(RecordFault.NONE);
    assertThat(parser.value(0)).isEqualTo("1\r5");
    assertThat(parse(parser, "1,2,3\r")).isEqualTo(RecordFault.NONE);
    assertThat(parser.value(2)).isEqualTo("3");
  }

  @Test
  void takesColumnsByNameInAnyOrderAndLeavesTheRest() {
    DelimitedLineParser parser =
        new DelimitedLineParser(COMMA, HEADER, List.of("c", "missing", "a"));

    assertThat(parse(parser, "1,2,3")).isEqualTo(RecordFault.NONE);
    assertThat(parser.value(0)).isEqualTo("3");
    assertThat(parser.value(1)).isEmpty();
    assertThat(parser.value(2)).isEqualTo("1");
  }

  @Test
  void takesTheFirstOfColumnsOfTheSameNameAndNamesWithoutBlanksAround() {
    DelimitedLineParser parser =
        new DelimitedLineParser(COMMA, List.of(" a ", "a", "", " "), List.of("a"));

    assertThat(parse(parser, "1,2,3,4")).isEqualTo(RecordFault.NONE);
    assertThat(parser.value(0)).isEqualTo("1");
  }

  @Test
  void readsOtherDelimitersAndQuotes() {
    RecordFormat.Delimited format = new RecordFormat.Delimited('\t', '\'', List.of());
    DelimitedLineParser parser = new DelimitedLineParser(format, HEADER, HEADER);

    assertThat(parse(parser, "1,\"\t'2\t''2'\t3")).isEqualTo(RecordFault.NONE);
    assertThat(parser.value(0)).isEqualTo("1,\"");
    assertThat(parser.value(1)).isEqualTo("2\t'2");
    assertThat(parser.value(2)).isEqualTo("3");
  }

  @Test
  void forgetsTheValuesOfTheLineBefore() {
    DelimitedLineParser parser = new DelimitedLineParser(COMMA, HEADER, HEADER);

    parse(parser, "1,2,3");
    parse(parser, ",5,");

    assertThat(List.of(parser.value(0), parser.value(1), parser.value(2)))
        .containsExactly("", "5", "");
  }

  @Test
  void reachesColumnsWhoseNamesComeAgainOrAreBlank() {
    DelimitedLineParser parser =
        new DelimitedLineParser(
            COMMA, List.of("a", "", "a", "a"), List.of("a#3", "a", "column2", "a#2", "a#4"));

    assertThat(parse(parser, "1,2,3,4")).isEqualTo(RecordFault.NONE);
    assertThat(List.of(parser.value(0), parser.value(1), parser.value(2), parser.value(3)))
        .containsExactly("4", "1", "2", "3");
    assertThat(parser.value(4)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          1,2       | 1 | 2  | ~~
          1,2,3,4   | 1 | 2  | 3
          1,2,3,    | 1 | 2  | 3
          1         | 1 | ~~ | ~~
          """)
  void keepsRaggedRowsWhereTheyAreAllowed(String line, String a, String b, String c) {
    RecordFormat.Delimited kept =
        new RecordFormat.Delimited(
            ',',
            '"',
            List.of(),
            new DelimitedOptions(
                DelimitedOptions.NO_CHARACTER,
                DelimitedOptions.LineBreaks.END_RECORDS,
                DelimitedOptions.RaggedRows.KEPT));
    DelimitedLineParser parser = new DelimitedLineParser(kept, HEADER, HEADER);
    DelimitedLineParser strict = new DelimitedLineParser(COMMA, HEADER, HEADER);

    assertThat(parse(parser, line)).isEqualTo(RecordFault.NONE);
    assertThat(parser.isRagged()).isTrue();
    assertThat(List.of(parser.value(0), parser.value(1), parser.value(2))).containsExactly(a, b, c);
    assertThat(parse(strict, line)).isEqualTo(RecordFault.WRONG_FIELD_COUNT);
    assertThat(strict.isRagged()).isTrue();
    assertThat(parse(parser, "1,2,3")).isEqualTo(RecordFault.NONE);
    assertThat(parser.isRagged()).isFalse();
  }

  @Test
  void readsHeaders() {
    assertThat(header("name,\"tel, mobile\",name,"))
        .containsExactly("name", "tel, mobile", "name", "");
    assertThat(header("name,\"tel")).isEmpty();
    assertThat(header("name\rtel")).isEmpty();
    assertThat(header("n" + ",n".repeat(19_999))).hasSize(20_000);
    assertThat(header("n" + ",n".repeat(20_000))).isEmpty();
  }

  private static List<String> header(String line) {
    DelimitedHeader header = new DelimitedHeader(COMMA, List.of());
    RecordFault fault = header.parse(line.toCharArray(), line.length());
    assertThat(fault == RecordFault.NONE).isNotEqualTo(header.names().isEmpty());
    return header.names();
  }

  @Test
  void quarantinesLinesOfTooManyFields() {
    DelimitedLineParser parser = new DelimitedLineParser(COMMA, HEADER, HEADER);

    assertThat(parse(parser, ",".repeat(20_481))).isNotEqualTo(RecordFault.NONE);
    assertThat(parse(parser, ",".repeat(2_000_000))).isNotEqualTo(RecordFault.NONE);
    assertThat(parse(parser, "1,2,3")).isEqualTo(RecordFault.NONE);
  }

  @Test
  void readsAFieldOfManyMegabytes() {
    DelimitedLineParser parser = new DelimitedLineParser(COMMA, HEADER, HEADER);
    String large = "x".repeat(15_000_000);

    assertThat(parse(parser, "1,\"" + large + "\",3")).isEqualTo(RecordFault.NONE);
    assertThat(parser.value(1)).hasSize(15_000_000);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void agreesWithFastCsvOverTheWholeFile(long seed) {
    Random random = new Random(seed);
    int width = 2 + random.nextInt(9);
    List<String> header = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      header.add("c" + column);
    }
    List<String> columns = new ArrayList<>(header);
    Collections.shuffle(columns, random);
    String file = randomFile(random, width);

    List<List<String>> found = new ArrayList<>();
    DelimitedLineParser parser = new DelimitedLineParser(COMMA, header, columns);
    for (String line : file.split("\n")) {
      assertThat(parse(parser, line)).isEqualTo(RecordFault.NONE);
      List<String> values = new ArrayList<>();
      for (String name : header) {
        values.add(parser.value(columns.indexOf(name)));
      }
      found.add(values);
    }

    List<List<String>> expected =
        CsvReader.builder().ofCsvRecord(file).stream().map(CsvRecord::getFields).toList();
    assertThat(found).isEqualTo(expected).hasSize(500);
  }

  private static String randomFile(Random random, int width) {
    StringWriter file = new StringWriter();
    List<String> pieces = List.of("a", "é", "张", "𠮷", "\"", ",", " ", "'", "\t", "\\", ";", "");
    try (CsvWriter writer =
        CsvWriter.builder()
            .quoteStrategy(random.nextBoolean() ? QuoteStrategies.ALWAYS : QuoteStrategies.REQUIRED)
            .lineDelimiter(LineDelimiter.LF)
            .build(file)) {
      for (int row = 0; row < 500; row++) {
        List<String> fields = new ArrayList<>();
        for (int column = 0; column < width; column++) {
          StringBuilder field = new StringBuilder();
          for (int piece = random.nextInt(6); piece > 0; piece--) {
            field.append(pieces.get(random.nextInt(pieces.size())));
          }
          fields.add(field.toString());
        }
        writer.writeRecord(fields);
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return file.toString();
  }

  private static RecordFault parse(DelimitedLineParser parser, String line) {
    char[] text = Arrays.copyOf(line.toCharArray(), line.length() + 3);
    return parser.parse(text, line.length());
  }
}
