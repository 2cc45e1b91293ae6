package leakcensus.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import leakcensus.config.InputException;
import leakcensus.simulate.ParseLaw;
import leakcensus.simulate.PopulationLaw;
import picocli.CommandLine.Option;

/** The laws of records per person of a simulation: known ones by name, and the user's own. */
final class LawOptions {

  private static final int NAME_LENGTH = 40;

  @Option(
      names = "--laws",
      split = ",",
      paramLabel = "LAW",
      completionCandidates = Names.class,
      description =
          "Laws of the records per person: ${COMPLETION-CANDIDATES} (default: all, or those of --law"
              + " and --law-file alone).")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--law",
      paramLabel = "NAME=K:W,...",
      description = "A law of your own: weight W of persons with K records; may be repeated.")
  private List<String> own = new ArrayList<>();

  @Option(
      names = "--law-file",
      paramLabel = "FILE",
      description =
          "A law of your own from a file: CSV with the header records,ratio, or a JSON list of"
              + " objects with records and ratio; may be repeated. Its name is that of the file.")
  private List<Path> files = new ArrayList<>();

  /** All names, for the help. */
  static final class Names implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return PopulationLaw.all().stream().map(PopulationLaw::name).iterator();
    }
  }

  /**
   * The laws that were asked for.
   *
   * @throws IllegalArgumentException if a law is unknown, invalid or named twice
   */
  List<PopulationLaw> chosen() {
    List<PopulationLaw> known = PopulationLaw.all();
    List<String> knownNames = known.stream().map(PopulationLaw::name).toList();
    for (String name : names) {
      if (!knownNames.contains(name)) {
        throw new IllegalArgumentException(
            "Unknown law: %s (must be one of %s)".formatted(name, String.join(", ", knownNames)));
      }
    }
    List<PopulationLaw> laws = new ArrayList<>();
    own.forEach(text -> laws.add(ParseLaw.option(text)));
    files.forEach(file -> laws.add(read(file)));
    boolean all = names.isEmpty() && laws.isEmpty();
    laws.addAll(known.stream().filter(law -> all || names.contains(law.name())).toList());
    Set<String> met = new HashSet<>();
    for (PopulationLaw law : laws) {
      if (!met.add(law.name())) {
        throw new IllegalArgumentException("Invalid laws: two are named " + law.name());
      }
    }
    return laws;
  }

  private static PopulationLaw read(Path file) {
    String name = name(file);
    try {
      String text = Files.readString(file).strip();
      return text.startsWith("[") ? json(name, text) : ParseLaw.csv(name, text.lines().toList());
    } catch (IOException fault) {
      throw new InputException(
          InputException.Kind.UNREADABLE,
          "Cannot read --law-file: %s. Give CSV with records,ratio or a JSON list."
              .formatted(fault.getClass().getSimpleName()));
    }
  }

  private static String name(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    return name.substring(0, Math.min(NAME_LENGTH, name.length()));
  }

  private static PopulationLaw json(String name, String text) throws IOException {
    Map<Long, Double> weights = new TreeMap<>();
    for (JsonNode row : new ObjectMapper().readTree(text)) {
      if (!row.path("records").isIntegralNumber() || !row.path("ratio").isNumber()) {
        throw new IllegalArgumentException(
            "Invalid law %s: an entry without the numbers records and ratio".formatted(name));
      }
      if (weights.put(row.path("records").asLong(), row.path("ratio").asDouble()) != null) {
        throw new IllegalArgumentException(
            "Invalid law %s: %d records twice".formatted(name, row.path("records").asLong()));
      }
    }
    return ParseLaw.of(name, weights);
  }
}
