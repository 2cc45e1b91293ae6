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
      add(counts, whole(row, "k"), whole(row, "count"));
    }
    return new CountFile(
        of(counts), input.has("R") ? OptionalLong.of(whole(input, "R")) : OptionalLong.empty());
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
        add(counts, whole(cells[0]), whole(cells[1]));
      }
    }
    return new CountFile(of(counts), OptionalLong.empty());
  }

  private static long whole(JsonNode object, String name) {
    JsonNode number = object.path(name);
    if (!number.canConvertToLong() || !number.isIntegralNumber()) {
      throw new IllegalArgumentException("Invalid %s: not a whole number".formatted(name));
    }
    return number.asLong();
  }

  /** What is no number is not told: it may stand in the wrong file. */
  private static long whole(String cell) {
    try {
      return Long.parseLong(cell.strip());
    } catch (NumberFormatException fault) {
      throw new IllegalArgumentException("Invalid row: not two whole numbers", fault);
    }
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
