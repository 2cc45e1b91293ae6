package leakcensus.spark.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.CharArrayReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import leakcensus.kernels.MadeUpValues;
import leakcensus.source.DelimitedOptions;
import leakcensus.source.RecordFormat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Nanoseconds to take six values out of one record of seven fields. FastCSV finds the ends of lines as well, which ours
 * is handed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(MadeUpValues.COUNT)
public class Parsing {

  private static final List<String> HEADER =
      List.of("name", "sex", "id_no", "birth_date", "mobile", "address", "note");
  private static final List<String> COLUMNS = HEADER.subList(0, 6);

  private final LineParser json = new JsonLineParser(COLUMNS);
  private final LineParser csv =
      new DelimitedLineParser(
          new RecordFormat.Delimited(',', '"', List.of(), DelimitedOptions.PLAIN), HEADER, COLUMNS);
  private final ObjectReader tree = new ObjectMapper().reader();
  private final char[][] jsonLines = MadeUpValues.json();
  private final char[][] csvLines = MadeUpValues.csv();
  private final char[] csvFile = joined(csvLines);

  @Benchmark
  public void jsonOurs(Blackhole hole) {
    parse(json, jsonLines, hole);
  }

  @Benchmark
  public void jsonByJacksonTree(Blackhole hole) throws IOException {
    for (char[] line : jsonLines) {
      var record = tree.readTree(new CharArrayReader(line));
      for (String column : COLUMNS) {
        hole.consume(record.get(column).textValue());
      }
    }
  }

  @Benchmark
  public void csvOurs(Blackhole hole) {
    parse(csv, csvLines, hole);
  }

  @Benchmark
  public void csvByFastCsv(Blackhole hole) throws IOException {
    try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(new CharArrayReader(csvFile))) {
      for (CsvRecord record : records) {
        for (int column = 0; column < 6; column++) {
          hole.consume(record.getField(column));
        }
      }
    }
  }

  private static void parse(LineParser parser, char[][] lines, Blackhole hole) {
    for (char[] line : lines) {
      hole.consume(parser.parse(line, line.length));
      for (int column = 0; column < parser.columns(); column++) {
        hole.consume(parser.value(column));
      }
    }
  }

  private static char[] joined(char[][] lines) {
    StringBuilder file = new StringBuilder();
    for (char[] line : lines) {
      file.append(line).append('\n');
    }
    char[] joined = new char[file.length()];
    file.getChars(0, joined.length, joined, 0);
    return joined;
  }
}
