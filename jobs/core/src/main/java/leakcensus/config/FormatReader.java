package leakcensus.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import leakcensus.source.DelimitedOptions;
import leakcensus.source.FixedColumn;
import leakcensus.source.FixedLayout;
import leakcensus.source.RecordFormat;
import leakcensus.source.SqlOptions;

/** Reads how the records of a source are laid out. */
final class FormatReader {

  private static final String FORMATS =
      "json-lines, json, es-bulk, csv, tsv, fixed-width, sql, xlsx or parquet";

  private FormatReader() {}

  static RecordFormat format(Config section) {
    if (!section.hasPath("format")) {
      throw new IllegalArgumentException("Missing format: say " + FORMATS);
    }
    String format = section.getString("format");
    return switch (format) {
      case "json-lines" -> new RecordFormat.JsonLines();
      case "json" -> new RecordFormat.Json(text(section, "records", ""));
      case "es-bulk" -> new RecordFormat.ElasticsearchBulk();
      case "parquet" -> new RecordFormat.ParquetRows();
      case "csv" -> delimited(section, ',');
      case "tsv" -> delimited(section, '\t');
      case "fixed-width" -> new RecordFormat.Fixed(layout(section));
      case "sql" -> new RecordFormat.Sql(sql(section));
      case "xlsx" -> new RecordFormat.Xlsx(text(section, "sheet", "*"));
      default ->
          throw new IllegalArgumentException(
              "Unknown format: %s (must be %s)".formatted(format, FORMATS));
    };
  }

  private static RecordFormat delimited(Config section, char delimiter) {
    return new RecordFormat.Delimited(
        section.hasPath("delimiter") ? character(section, "delimiter") : delimiter,
        characterOrNone(section, "quote", '"'),
        columns(section),
        new DelimitedOptions(
            characterOrNone(section, "escape", DelimitedOptions.NO_CHARACTER),
            isTrue(section, "multi-line")
                ? DelimitedOptions.LineBreaks.IN_FIELDS
                : DelimitedOptions.LineBreaks.END_RECORDS,
            isTrue(section, "ragged-rows")
                ? DelimitedOptions.RaggedRows.KEPT
                : DelimitedOptions.RaggedRows.QUARANTINED));
  }

  private static List<String> columns(Config section) {
    return section.hasPath("columns") ? section.getStringList("columns") : List.of();
  }

  private static SqlOptions sql(Config section) {
    String key = text(section, "backslashes", "as-the-dump-says");
    for (SqlOptions.Backslashes backslashes : SqlOptions.Backslashes.values()) {
      if (backslashes.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(key)) {
        return new SqlOptions(text(section, "table", "*"), backslashes, columns(section));
      }
    }
    throw new IllegalArgumentException(
        "Unknown backslashes: %s (must be as-the-dump-says, escapes or characters)".formatted(key));
  }

  private static FixedLayout layout(Config section) {
    if (!section.hasPath("places")) {
      throw new IllegalArgumentException(
          "Missing places: say of each column its first character and its length, as in"
              + " { name = [1, 20] }");
    }
    Config places = section.getConfig("places");
    List<FixedColumn> columns = new ArrayList<>();
    for (String name : new TreeSet<>(places.root().keySet())) {
      List<Integer> place = places.getIntList(ConfigUtil.quoteString(name));
      if (place.size() != 2) {
        throw new IllegalArgumentException(
            "Invalid place of column %s: %d numbers (must be its first character and its length)"
                .formatted(name, place.size()));
      }
      columns.add(new FixedColumn(name, place.get(0), place.get(1)));
    }
    return new FixedLayout(
        columns,
        isTrue(section, "short-lines")
            ? FixedLayout.ShortLines.ALLOWED
            : FixedLayout.ShortLines.REFUSED);
  }

  private static String text(Config section, String key, String otherwise) {
    return section.hasPath(key) ? section.getString(key) : otherwise;
  }

  private static boolean isTrue(Config section, String key) {
    return section.hasPath(key) && section.getBoolean(key);
  }

  private static char characterOrNone(Config section, String key, char otherwise) {
    if (!section.hasPath(key)) {
      return otherwise;
    }
    return section.getString(key).equals("none")
        ? DelimitedOptions.NO_CHARACTER
        : character(section, key);
  }

  private static char character(Config section, String key) {
    String text = section.getString(key);
    if (text.length() != 1) {
      throw new IllegalArgumentException(
          "Invalid %s: %d characters (must be one%s)"
              .formatted(key, text.length(), key.equals("delimiter") ? "" : ", or none"));
    }
    return text.charAt(0);
  }
}
