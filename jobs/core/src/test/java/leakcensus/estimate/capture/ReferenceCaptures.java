package leakcensus.estimate.capture;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Published capture histories, by the name of the case; the lists are called by their position. */
final class ReferenceCaptures {

  private ReferenceCaptures() {}

  static CaptureHistories histories(String name) {
    Map<Integer, Long> persons = new TreeMap<>();
    List<String> lists = List.of();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new InputStreamReader(
                    ReferenceCaptures.class.getResourceAsStream("histories.csv"),
                    StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : reader) {
        if (row.getField("case").equals(name)) {
          lists = positions(row.getField("history").length());
          persons.put(bits(row.getField("history")), Long.parseLong(row.getField("persons")));
        }
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return CaptureHistories.of(lists, persons);
  }

  static List<String> positions(int lists) {
    return IntStream.rangeClosed(1, lists).mapToObj("list%d"::formatted).toList();
  }

  /** The history whose k-th digit stands for the k-th list. */
  static int bits(String history) {
    int bits = 0;
    for (int list = 0; list < history.length(); list++) {
      bits |= (history.charAt(list) - '0') << list;
    }
    return bits;
  }
}
