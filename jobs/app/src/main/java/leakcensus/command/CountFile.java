package leakcensus.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import leakcensus.config.InputException;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.capture.CaptureHistories;
import leakcensus.estimate.linkage.LinkageErrors;

/**
 * A small table of counts as a file: JSON with {@code frequency_of_frequencies} or {@code f}, a
 * list of {@code k} and {@code count}, and where known {@code R}, {@code design}, {@code
 * repeat_gaps} and {@code linkage}; or with {@code histories} and where known {@code lists} and
 * {@code person_indexes}; or CSV with the header {@code k,count}. What stands under {@code input}
 * is read like the rest.
 *
 * @param persons persons by number of records
 * @param dumpRecords records of the dump, where the file tells
 * @param design key of the stated design, where the file tells
 * @param gapRatios distances of the two positions of persons seen twice over the records; given in
 *     records where one is above 1
 * @param linkage what is known of false and missed links, where the file tells
 * @param histories persons by the lists that hold them, where the file holds these instead
 * @param personIndexes names of the lists that were drawn from an index with one record a person
 */
record CountFile(
    FrequencyOfFrequencies persons,
    OptionalLong dumpRecords,
    Optional<String> design,
    List<Double> gapRatios,
    Optional<LinkageErrors> linkage,
    Optional<CaptureHistories> histories,
    Set<String> personIndexes) {

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
          "Cannot read --counts: %s. Give JSON with frequency_of_frequencies or histories, or CSV with k,count."
              .formatted(
                  fault instanceof IOException
                      ? fault.getClass().getSimpleName()
                      : fault.getMessage()));
    }
  }

  /**
   * The files of a folder whose names end like tables of counts, in the order of their names.
   *
   * @throws InputException if there is none, or the folder cannot be read
   */
  static List<Path> inFolder(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> tables =
          files
              .filter(Files::isRegularFile)
              .filter(file -> file.toString().endsWith(".json") || file.toString().endsWith(".csv"))
              .sorted()
              .toList();
      if (tables.isEmpty()) {
        throw new InputException(
            InputException.Kind.UNREADABLE,
            "Missing tables in the folder of --counts: no file ends in .json or .csv.");
      }
      return tables;
    } catch (IOException fault) {
      throw new InputException(
          InputException.Kind.UNREADABLE,
          "Cannot read the folder of --counts: %s".formatted(fault.getClass().getSimpleName()));
    }
  }

  private static CountFile json(String text) throws IOException {
    JsonNode root = new ObjectMapper().readTree(text);
    JsonNode input = root.path("input").isObject() ? root.path("input") : root;
    if (input.path("histories").isArray()) {
      return new CountFile(
          FrequencyOfFrequencies.empty(),
          OptionalLong.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.of(histories(input)),
          personIndexes(either(root, input, "person_indexes")));
    }
    JsonNode rows = input.path(input.has("f") ? "f" : "frequency_of_frequencies");
    if (!rows.isArray()) {
      throw new IllegalArgumentException("Missing frequency_of_frequencies");
    }
    Map<Long, Long> counts = new TreeMap<>();
    for (JsonNode row : rows) {
      add(counts, whole(row, "k"), whole(row, "count"));
    }
    FrequencyOfFrequencies persons = of(counts);
    JsonNode design = either(root, input, "design");
    return new CountFile(
        persons,
        input.path("R").isMissingNode() || input.path("R").isNull()
            ? OptionalLong.empty()
            : OptionalLong.of(whole(input, "R")),
        design(design),
        gaps(either(root, input, "repeat_gaps"), persons.records()),
        LinkageNode.read(either(root, input, "linkage")),
        Optional.empty(),
        Set.of());
  }

  private static Set<String> personIndexes(JsonNode names) {
    Set<String> indexes = new TreeSet<>();
    names.forEach(name -> indexes.add(name.asText()));
    return indexes;
  }

  /** A design that is none is not told: it may stand in the wrong file. */
  private static Optional<String> design(JsonNode design) {
    if (design.isMissingNode() || design.isNull()) {
      return Optional.empty();
    }
    if (!SampleDesign.KEYS.contains(design.asText())) {
      throw new IllegalArgumentException(
          "Invalid design: none of " + String.join(", ", SampleDesign.KEYS));
    }
    return Optional.of(design.asText());
  }

  /** A history is a row of zeros and ones, one for each list. */
  private static CaptureHistories histories(JsonNode input) {
    List<String> lists = new ArrayList<>();
    input.path("lists").forEach(list -> lists.add(list.asText()));
    if (lists.isEmpty()) {
      int unnamed = input.at("/histories/0/h").asText().length();
      IntStream.rangeClosed(1, unnamed).forEach(list -> lists.add("L" + list));
    }
    Map<Integer, Long> persons = new TreeMap<>();
    for (JsonNode row : input.path("histories")) {
      String history = row.path("h").asText();
      if (history.length() != lists.size() || !history.matches("[01]+")) {
        throw new IllegalArgumentException(
            "Invalid h: not a 0 or 1 for each of %d lists".formatted(lists.size()));
      }
      int bits = 0;
      for (int list = 0; list < history.length(); list++) {
        bits |= (history.charAt(list) - '0') << list;
      }
      persons.merge(bits, whole(row, "count"), Math::addExact);
    }
    return CaptureHistories.of(lists, persons);
  }

  private static JsonNode either(JsonNode root, JsonNode input, String name) {
    return input.has(name) ? input.path(name) : root.path(name);
  }

  private static List<Double> gaps(JsonNode list, double records) {
    List<Double> gaps = new ArrayList<>();
    for (JsonNode gap : list) {
      if (!gap.isNumber() || !(gap.asDouble() >= 0 && gap.asDouble() <= Math.max(1, records))) {
        throw new IllegalArgumentException(
            "Invalid repeat_gaps: no number from 0 to the records of the sample");
      }
      gaps.add(gap.asDouble());
    }
    double unit = gaps.stream().anyMatch(gap -> gap > 1) ? records : 1;
    return gaps.stream().map(gap -> gap / unit).toList();
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
    return new CountFile(
        of(counts),
        OptionalLong.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Set.of());
  }

  static long whole(JsonNode object, String name) {
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
