package leakcensus.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import leakcensus.config.InputException;
import leakcensus.estimate.FrequencyOfFrequencies;

/**
 * A small table of counts as a file: JSON with {@code frequency_of_frequencies}, a list of {@code
 * k} and {@code count}, and where known {@code R}; or CSV with the header {@code k,count}.
 *
 * @param persons persons by number of records
 * @param dumpRecords records of the dump, where the file tells
 */
record CountFile(FrequencyOfFrequencies persons, OptionalLong dumpRecords) {

  private static final String HEADER = "k,count";

  /**
   * Reads a file.
   *
   * @throws InputException if it is no table of counts
   */
  static CountFile read(Path file) {
    try {
      String text = Files.readString(file).strip();
      return text.startsWith("{") ? json(text) : csv(text.lines().toList());
    } catch (IOException | IllegalArgumentException fault) {
      throw new InputException(
          InputException.Kind.UNREADABLE,
          "Cannot read --counts: %s. Give JSON with frequency_of_frequencies, or CSV with k,count."
              .formatted(
                  fault instanceof IOException
                      ? fault.getClass().getSimpleName()
                      : fault.getMessage()));
    }
  }

  private static CountFile json(String text) throws IOException {
    JsonNode root = new ObjectMapper().readTree(text);
    JsonNode input = root.path("input").isObject() ? root.path("input") : root;
    if (!input.path("frequency_of_frequencies").isArray()) {
      throw new IllegalArgumentException("Missing frequency_of_frequencies");
    }
    Map<Long, Long> counts = new TreeMap<>();
    for (JsonNode row : input.path("frequency_of_frequencies")) {
      add(counts, row.path("k").asLong(), row.path("count").asLong());
    }
    JsonNode records = input.path("R");
    return new CountFile(
        of(counts), records.isNumber() ? OptionalLong.of(records.asLong()) : OptionalLong.empty());
  }

  private static CountFile csv(List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).strip().equals(HEADER)) {
      throw new IllegalArgumentException("Missing header " + HEADER);
    }
    Map<Long, Long> counts = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      if (!line.isBlank()) {
        String[] cells = line.split(",", -1);
        if (cells.length != 2) {
          throw new IllegalArgumentException(
              "Invalid row: %d cells (must be %s)".formatted(cells.length, HEADER));
        }
        add(counts, Long.parseLong(cells[0].strip()), Long.parseLong(cells[1].strip()));
      }
    }
    return new CountFile(of(counts), OptionalLong.empty());
  }

  private static void add(Map<Long, Long> counts, long times, long persons) {
    if (persons != 0) {
      counts.merge(times, persons, Math::addExact);
    }
  }

  private static FrequencyOfFrequencies of(Map<Long, Long> counts) {
    return counts.isEmpty() ? FrequencyOfFrequencies.empty() : FrequencyOfFrequencies.of(counts);
  }
}
