package leakcensus.corpus;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * People as delimited text.
 *
 * @param delimiter between two fields
 * @param quote around fields that need it
 * @param hasHeader whether the first line names the columns
 * @param lineEnd behind each line
 */
record DelimitedText(char delimiter, char quote, boolean hasHeader, LineDelimiter lineEnd) {

  String write(People people) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv =
        CsvWriter.builder()
            .fieldSeparator(delimiter)
            .quoteCharacter(quote)
            .lineDelimiter(lineEnd)
            .build(text)) {
      if (hasHeader) {
        csv.writeRecord(people.columns());
      }
      people.rows().forEach(csv::writeRecord);
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot write CSV", fault);
    }
    return text.toString();
  }

  List<String> settings(People people) {
    String columns =
        people.columns().stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
    return List.of(
        "format = csv",
        "delimiter = \"%s\"".formatted(delimiter == '\t' ? "\\t" : delimiter),
        "quote = \"%s\"".formatted(quote == '"' ? "\\\"" : quote),
        hasHeader ? "# named by the first line" : "columns = [%s]".formatted(columns));
  }
}
