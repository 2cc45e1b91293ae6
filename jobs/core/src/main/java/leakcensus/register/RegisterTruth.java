package leakcensus.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import leakcensus.synthetic.IndentedJson;

/**
 * What a made-up register really holds.
 *
 * @param settings how it was made
 * @param tally what came out
 */
public record RegisterTruth(RegisterSettings settings, RegisterTally tally) {

  /** The text of {@code truth.json}, the same for the same truth. */
  public String json() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("seed", settings.seed());
    root.put("persons", tally.persons());
    root.put("records", tally.records());
    root.put("dump", ordered("persons", tally.persons(), "records", tally.records()));
    root.put("settings", shownSettings());
    root.put("planted", planted());
    root.put("sources", Map.of(RegisterFolder.SOURCE, source()));
    root.put("persons_by_records", tally.personsByRecords());
    return IndentedJson.object(root);
  }

  private Map<String, Object> shownSettings() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("records", quoted(settings.records().toString()));
    shown.put("given_names", quoted(settings.givenNames().toString()));
    shown.put("surnames", quoted(settings.surnames().toString()));
    shown.put("household_persons", settings.householdPersons());
    shown.put("columns", strings(settings.columns().stream().map(RegisterColumn::key).toList()));
    settings.ratios().forEach((ratio, value) -> shown.put(ratio.key().replace('-', '_'), value));
    shown.put("files", settings.files());
    return shown;
  }

  private Map<String, Object> planted() {
    Map<String, Object> planted = new LinkedHashMap<>();
    for (RegisterRatio ratio : RegisterRatio.values()) {
      planted.put(
          ratio.key().replace('-', '_'),
          ordered("chances", tally.chances(ratio), "happened", tally.happened(ratio)));
    }
    return planted;
  }

  private Map<String, Object> source() {
    Map<String, Object> present = new LinkedHashMap<>();
    for (RegisterColumn column : settings.columns()) {
      present.put(column.field().key(), tally.present(column));
    }
    return ordered("mentions", tally.records(), "present", Map.of("holder", present));
  }

  private static Map<String, Object> ordered(
      String first, Object value, String second, Object other) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(first, value);
    map.put(second, other);
    return map;
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static String strings(List<String> texts) {
    return texts.stream().map(RegisterTruth::quoted).collect(Collectors.joining(", ", "[", "]"));
  }
}
