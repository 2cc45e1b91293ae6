package leakcensus.population;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a population from a file of facts.
 *
 * <p>The file starts with lines {@code # name: text}, of which {@code title}, {@code date}, {@code
 * source} and {@code strata} must be there, then has the header {@code stratum,persons,label} and
 * one row per stratum. The row of stratum {@code total} holds everybody. A label is what follows
 * the second comma, so it needs no quotes.
 */
public final class PopulationReader {

  static final String TOTAL = "total";
  private static final String HEADER = "stratum,persons,label";

  private final String key;
  private final Map<String, String> facts = new HashMap<>();
  private final List<PopulationStratum> strata = new ArrayList<>();
  private Optional<PopulationStratum> total = Optional.empty();

  private PopulationReader(String key) {
    this.key = key;
  }

  /** Reads the population of this key from a file of facts. */
  public static Population read(String key, Reader file) {
    try {
      return new PopulationReader(key).population(new BufferedReader(file));
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot read population: " + key, fault);
    }
  }

  /** Reads a population that comes with the program, such as {@code china-2020}. */
  public static Population bundled(String key) {
    String resource = key + ".csv";
    try (InputStream file = PopulationReader.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalArgumentException(
            "Unknown population: %s (no file of this name comes with the program)".formatted(key));
      }
      return read(key, new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot read population: " + key, fault);
    }
  }

  private Population population(BufferedReader file) throws IOException {
    boolean headerSeen = false;
    int number = 0;
    for (String line = file.readLine(); line != null; line = file.readLine()) {
      number++;
      if (line.startsWith("#")) {
        addFact(line, number);
      } else if (!headerSeen) {
        checkHeader(line, number);
        headerSeen = true;
      } else {
        addRow(line, number);
      }
    }
    return new Population(
        key,
        fact("title"),
        date(),
        fact("source"),
        StratumKind.ofKey(fact("strata")),
        total.orElseThrow(() -> new IllegalArgumentException(missing("row " + TOTAL))),
        strata);
  }

  private void addFact(String line, int number) {
    int colon = line.indexOf(':');
    if (colon < 0) {
      throw at(number, "no colon (a comment is # name: text)");
    }
    String name = line.substring(1, colon).strip();
    String text = line.substring(colon + 1).strip();
    facts.merge(name, text, (before, more) -> before + " " + more);
  }

  private void checkHeader(String line, int number) {
    if (!line.equals(HEADER)) {
      throw at(number, "no header (must be %s)".formatted(HEADER));
    }
  }

  private void addRow(String line, int number) {
    String[] cells = line.split(",", 3);
    if (cells.length < 3) {
      throw at(number, "%d columns (must be %s)".formatted(cells.length, HEADER));
    }
    PopulationStratum stratum;
    try {
      stratum = new PopulationStratum(cells[0], cells[2], Long.parseLong(cells[1]));
    } catch (NumberFormatException fault) {
      throw at(number, "persons are not a whole number");
    } catch (IllegalArgumentException fault) {
      throw at(number, fault.getMessage());
    }
    if (!stratum.key().equals(TOTAL)) {
      strata.add(stratum);
    } else if (total.isEmpty()) {
      total = Optional.of(stratum);
    } else {
      throw at(number, "a second row " + TOTAL);
    }
  }

  private LocalDate date() {
    try {
      return LocalDate.parse(fact("date"));
    } catch (DateTimeParseException fault) {
      throw new IllegalArgumentException(
          "Invalid date of population: %s (must be YYYY-MM-DD)".formatted(key), fault);
    }
  }

  private String fact(String name) {
    return Optional.ofNullable(facts.get(name))
        .orElseThrow(() -> new IllegalArgumentException(missing("line # " + name)));
  }

  private String missing(String what) {
    return "Missing %s in population: %s".formatted(what, key);
  }

  private IllegalArgumentException at(int line, String fault) {
    return new IllegalArgumentException(
        "Cannot read population %s, line %d: %s".formatted(key, line, fault));
  }
}
