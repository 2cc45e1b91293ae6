package leakcensus.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.EmailAliases;
import leakcensus.normalise.FifteenDigitIds;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.person.PersonField;
import leakcensus.source.JoinedColumns;
import leakcensus.source.Slot;
import leakcensus.source.Source;
import leakcensus.source.ValueChoice;

/** Reads the sources of a configuration, or says what in them is at fault. */
final class SourceReader {

  private static final String ONLY_SLOT = "holder";
  private static final Set<String> KEYS =
      Set.of(
          "files",
          "format",
          "charset",
          "records",
          "table",
          "backslashes",
          "sheet",
          "places",
          "short-lines",
          "delimiter",
          "quote",
          "escape",
          "multi-line",
          "ragged-rows",
          "columns",
          "fields",
          "slots",
          "other",
          ReadSettingsReader.RATIO,
          ReadSettingsReader.RECORDS,
          "phone-region",
          "national-id",
          "date-order",
          "email-aliases",
          "cn-fifteen-digits");

  private SourceReader() {}

  /** The sources in the order of their names; what a source leaves out comes from defaults. */
  static List<Source> read(Config sources, Config normaliseDefaults) {
    List<Source> found = new ArrayList<>();
    for (String name : new TreeSet<>(sources.root().keySet())) {
      try {
        Config section = sources.getConfig(ConfigUtil.quoteString(name));
        found.add(source(name, section.withFallback(normaliseDefaults), section));
      } catch (ConfigException | IllegalArgumentException fault) {
        throw new InputException(
            "Cannot read leak-census.sources.%s: %s".formatted(name, Faults.sentence(fault)),
            fault);
      }
    }
    return found;
  }

  static NormaliseSettings rules(Config section) {
    return new NormaliseSettings(
        section.getString("phone-region"),
        choice(section, "national-id", NationalIdRule::ofKey, NationalIdRule.keys()),
        choice(section, "date-order", DateOrder::ofKey, "day-first or month-first"),
        choice(section, "email-aliases", EmailAliases::ofKey, "keep or merge"),
        choice(section, "cn-fifteen-digits", FifteenDigitIds::ofKey, "separate or upgrade"));
  }

  private static <T> T choice(
      Config section, String key, Function<String, Optional<T>> ofKey, String keys) {
    String stated = section.getString(key);
    return ofKey
        .apply(stated)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown %s: %s (must be %s)".formatted(key, stated, keys)));
  }

  private static Source source(String name, Config section, Config own) {
    Set<String> unknown = new TreeSet<>(own.root().keySet());
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "Unknown keys: %s. Correct their spelling; reference.conf lists every key."
              .formatted(String.join(", ", unknown)));
    }
    return new Source(
        name,
        files(section),
        FormatReader.format(section),
        section.hasPath("charset") ? section.getString("charset") : "UTF-8",
        slots(section),
        section.hasPath("other") ? strings(section, "other") : List.of(),
        rules(section));
  }

  private static List<String> files(Config section) {
    if (!section.hasPath("files")) {
      throw new IllegalArgumentException("Missing files: name at least one file or folder");
    }
    ConfigOrigin origin = section.getValue("files").origin();
    return strings(section, "files").stream().map(file -> resolved(file, origin)).toList();
  }

  /** A relative path is meant from the folder of the configuration file that names it. */
  private static String resolved(String file, ConfigOrigin origin) {
    boolean absolute = file.startsWith("/") || file.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
    if (absolute || origin.filename() == null) {
      return file;
    }
    Path folder = Path.of(origin.filename()).toAbsolutePath().getParent();
    return folder.resolve(file).normalize().toString();
  }

  private static List<Slot> slots(Config section) {
    if (section.hasPath("fields") == section.hasPath("slots")) {
      throw new IllegalArgumentException(
          "Missing fields: map columns to person fields by fields or by slots, one of the two");
    }
    if (section.hasPath("fields")) {
      return List.of(slot(ONLY_SLOT, section.getConfig("fields")));
    }
    Config slots = section.getConfig("slots");
    List<Slot> found = new ArrayList<>();
    for (String name : new TreeSet<>(slots.root().keySet())) {
      found.add(slot(name, slots.getConfig(ConfigUtil.quoteString(name))));
    }
    return found;
  }

  private static Slot slot(String name, Config fields) {
    Map<PersonField, List<JoinedColumns>> columns = new EnumMap<>(PersonField.class);
    Map<PersonField, ValueChoice> choices = new EnumMap<>(PersonField.class);
    for (String key : fields.root().keySet()) {
      PersonField field =
          PersonField.ofKey(key)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "Unknown person field: %s (must be one of %s)".formatted(key, fields())));
      ConfigValue value = fields.getValue(key);
      if (value instanceof ConfigObject chosen) {
        choices.put(field, choice(key, chosen));
        value = chosen.values().iterator().next();
      }
      columns.put(field, columns(key, value));
    }
    return new Slot(name, columns, choices);
  }

  /** Which values count, of {@code { all = ... }} or {@code { first = ... }}. */
  private static ValueChoice choice(String field, ConfigObject chosen) {
    Set<String> keys = chosen.keySet();
    if (keys.equals(Set.of("all"))) {
      return ValueChoice.ALL_COLUMNS;
    }
    if (keys.equals(Set.of("first"))) {
      return ValueChoice.FIRST;
    }
    throw new IllegalArgumentException(
        "Invalid columns of field %s: an object with keys %s (must be { all = [a, b] } for values that all count, or { first = [a, b] } for the first with content)"
            .formatted(field, new TreeSet<>(keys)));
  }

  /** The columns of a field: one, or a list of alternatives, of which lists are to be joined. */
  private static List<JoinedColumns> columns(String field, ConfigValue value) {
    if (!(value instanceof ConfigList alternatives)) {
      return List.of(JoinedColumns.of(column(field, value)));
    }
    List<JoinedColumns> found = new ArrayList<>();
    for (ConfigValue alternative : alternatives) {
      found.add(
          alternative instanceof ConfigList parts
              ? joined(field, parts)
              : JoinedColumns.of(column(field, alternative)));
    }
    return found;
  }

  private static JoinedColumns joined(String field, ConfigList parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException(
          "Missing columns to join for field %s: an inner list is empty".formatted(field));
    }
    return new JoinedColumns(parts.stream().map(part -> column(field, part)).toList());
  }

  private static String column(String field, ConfigValue value) {
    return switch (value.valueType()) {
      case STRING, NUMBER, BOOLEAN -> value.unwrapped().toString();
      case LIST ->
          throw new IllegalArgumentException(
              "Invalid columns of field %s: lists three deep (must be [a, b] for alternatives, [[a, b]] for columns to join)"
                  .formatted(field));
      default ->
          throw new IllegalArgumentException(
              "Invalid columns of field %s: a value of type %s (must be the name of a column)"
                  .formatted(field, value.valueType().name().toLowerCase(Locale.ROOT)));
    };
  }

  private static String fields() {
    List<String> keys = new ArrayList<>();
    for (PersonField field : PersonField.values()) {
      keys.add(field.key());
    }
    return String.join(", ", keys);
  }

  private static List<String> strings(Config section, String key) {
    return section.getValue(key).valueType() == ConfigValueType.LIST
        ? section.getStringList(key)
        : List.of(section.getString(key));
  }
}
