package leakcensus.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import leakcensus.person.PersonField;

/** The text of {@code sources.conf}, with which a census reads a synthetic leak. */
public final class SourceConfiguration {

  private static final String ELASTIC_PREFIX = "_source.";

  private SourceConfiguration() {}

  /** HOCON with all sources; the truth columns stand nowhere in it. */
  public static String text(SyntheticSettings settings) {
    return settings.sources().stream()
        .map(SourceConfiguration::source)
        .collect(Collectors.joining("", "leak-census.sources {\n", "}\n"));
  }

  private static String source(SyntheticSource source) {
    List<String> slots = source.kind().slots();
    StringBuilder text = new StringBuilder();
    text.append("  %s {\n".formatted(source.name()));
    text.append("    files = [\"%s\"]\n".formatted(source.pattern()));
    text.append("    format = %s\n".formatted(source.format().readAs()));
    if (source.format() != LeakFormat.PARQUET) {
      text.append("    charset = UTF-8\n");
    }
    if (slots.size() == 1) {
      text.append("    fields {\n").append(fields(source, 0, "      ")).append("    }\n");
    } else {
      text.append("    slots {\n");
      for (int slot = 0; slot < slots.size(); slot++) {
        text.append("      %s {\n".formatted(slots.get(slot)))
            .append(fields(source, slot, "        "))
            .append("      }\n");
      }
      text.append("    }\n");
    }
    return text.append("    other = [%s]\n".formatted(others(source))).append("  }\n").toString();
  }

  private static String fields(SyntheticSource source, int slot, String indent) {
    StringBuilder text = new StringBuilder();
    for (SyntheticColumn column : source.kind().columns()) {
      if (column.slot() == slot && column.field().isPresent()) {
        PersonField field = column.field().orElseThrow();
        text.append("%s%s = [%s]\n".formatted(indent, field.key(), path(source, column)));
      }
    }
    return text.toString();
  }

  private static String others(SyntheticSource source) {
    List<String> others = new ArrayList<>();
    for (SyntheticColumn column : source.kind().columns()) {
      if (column.role() == SyntheticColumn.Role.OTHER) {
        others.add(path(source, column));
      }
    }
    return String.join(", ", others);
  }

  private static String path(SyntheticSource source, SyntheticColumn column) {
    String prefix = source.format() == LeakFormat.ELASTIC_JSON_LINES ? ELASTIC_PREFIX : "";
    return "\"%s%s\"".formatted(prefix, column.name());
  }
}
