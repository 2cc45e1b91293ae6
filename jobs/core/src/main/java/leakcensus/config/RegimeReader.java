package leakcensus.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import leakcensus.duty.DutyMeasure;
import leakcensus.duty.DutyRegime;
import leakcensus.duty.Operator;
import leakcensus.duty.Threshold;
import leakcensus.person.PersonField;
import leakcensus.severity.DataCategory;

/** Reads the thresholds of a law from a file of facts; conf/README.md has the format. */
public final class RegimeReader {

  private static final String FOLDER = "/leakcensus/thresholds/";
  private static final String OPERATOR = "operator";
  private static final String THRESHOLD = "threshold";
  private static final Set<String> KEYS = Set.of("title", "source", "checked", "thresholds");
  private static final Set<String> THRESHOLD_KEYS =
      Set.of(
          "jurisdiction",
          "measure",
          OPERATOR,
          THRESHOLD,
          "whom",
          "article",
          "deadline",
          "criterion",
          "fields",
          "contents");

  private final String key;

  private RegimeReader(String key) {
    this.key = key;
  }

  /**
   * Reads the regime of this key.
   *
   * @throws IllegalArgumentException if the file is no file of thresholds
   */
  public static DutyRegime read(String key, Reader file) {
    try {
      return new RegimeReader(key).regime(ConfigFactory.parseReader(file).resolve());
    } catch (ConfigException fault) {
      throw new IllegalArgumentException(Faults.sentence(fault), fault);
    }
  }

  /**
   * Reads a regime that comes with the program, such as {@code gdpr}.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static DutyRegime bundled(String key) {
    try (InputStream file = RegimeReader.class.getResourceAsStream(FOLDER + key + ".conf")) {
      if (file == null) {
        throw new IllegalArgumentException(
            "Unknown regime: %s (no file of this name comes with the program)".formatted(key));
      }
      return read(key, new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot read regime: " + key, fault);
    }
  }

  private DutyRegime regime(Config file) {
    rejectUnknown(file, KEYS);
    List<Threshold> thresholds = new ArrayList<>();
    for (Config section : file.getConfigList("thresholds")) {
      thresholds.add(numbered(section, thresholds.size() + 1));
    }
    return new DutyRegime(
        key, file.getString("title"), file.getString("source"), checked(file), thresholds);
  }

  private static LocalDate checked(Config file) {
    try {
      return LocalDate.parse(file.getString("checked"));
    } catch (DateTimeParseException fault) {
      throw new IllegalArgumentException("Invalid date in checked (must be YYYY-MM-DD)", fault);
    }
  }

  private static Threshold numbered(Config section, int number) {
    try {
      return threshold(section);
    } catch (ConfigException | IllegalArgumentException fault) {
      throw new IllegalArgumentException(
          "threshold %d: %s".formatted(number, Faults.sentence(fault)), fault);
    }
  }

  private static Threshold threshold(Config section) {
    rejectUnknown(section, THRESHOLD_KEYS);
    return new Threshold(
        section.getString("jurisdiction"),
        DutyMeasure.ofKey(section.getString("measure"))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Unknown measure: %s (must be persons, residents, items or none)"
                            .formatted(section.getString("measure")))),
        section.hasPath(OPERATOR)
            ? Optional.of(operator(section.getString(OPERATOR)))
            : Optional.empty(),
        section.hasPath(THRESHOLD)
            ? OptionalLong.of(section.getLong(THRESHOLD))
            : OptionalLong.empty(),
        section.getString("whom"),
        section.getString("article"),
        section.getString("deadline"),
        section.getString("criterion"),
        fields(section),
        contents(section));
  }

  private static Operator operator(String key) {
    return Operator.ofKey(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown operator: %s (must be more-than or at-least)".formatted(key)));
  }

  private static SortedSet<PersonField> fields(Config section) {
    SortedSet<PersonField> fields = new TreeSet<>();
    for (String name : names(section, "fields")) {
      fields.add(
          PersonField.ofKey(name)
              .orElseThrow(() -> new IllegalArgumentException("Unknown person field: " + name)));
    }
    return fields;
  }

  private static SortedSet<DataCategory> contents(Config section) {
    SortedSet<DataCategory> contents = new TreeSet<>();
    names(section, "contents").forEach(name -> contents.add(SeverityReader.category(name)));
    return contents;
  }

  private static List<String> names(Config section, String key) {
    return section.hasPath(key) ? section.getStringList(key) : List.of();
  }

  private static void rejectUnknown(Config section, Set<String> known) {
    Set<String> unknown = new TreeSet<>(section.root().keySet());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "Unknown keys: %s (must be one of %s)"
              .formatted(String.join(", ", unknown), String.join(", ", new TreeSet<>(known))));
    }
  }
}
