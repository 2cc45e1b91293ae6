package leakcensus.synthetic;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import leakcensus.person.PersonField;

/** The truth of a synthetic leak as the text of {@code truth.json}. */
public final class TruthJson {

  private TruthJson() {}

  /** JSON with whole numbers only, the same for the same truth. */
  public static String text(SyntheticTruth truth) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("seed", truth.settings().seed());
    root.put("population_persons", truth.settings().persons());
    root.put("dump", dump(truth));
    root.put("sample", sample(truth));
    root.put("sources", sources(truth));
    return IndentedJson.object(root);
  }

  private static Map<String, Object> dump(SyntheticTruth truth) {
    Map<String, Object> dump = new LinkedHashMap<>();
    dump.put("persons", truth.dump().persons());
    dump.put("records", truth.dump().records());
    return dump;
  }

  private static Map<String, Object> sample(SyntheticTruth truth) {
    Map<String, Object> sample = new LinkedHashMap<>();
    sample.put("persons", truth.samplePersons());
    for (SourceTally.Count count : SourceTally.Count.values()) {
      sample.put(key(count), truth.total(count));
    }
    sample.put("persons_by_mentions", truth.frequencies());
    sample.put("persons_by_sources", truth.overlap());
    return sample;
  }

  private static Map<String, Object> sources(SyntheticTruth truth) {
    Map<String, Object> sources = new LinkedHashMap<>();
    for (int source = 0; source < truth.sources().size(); source++) {
      sources.put(truth.settings().sources().get(source).name(), source(truth, source));
    }
    return sources;
  }

  private static Map<String, Object> source(SyntheticTruth truth, int source) {
    SourceTally tally = truth.sources().get(source);
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("dump_persons", truth.dump().persons(source));
    numbers.put("dump_records", truth.dump().records(source));
    numbers.put("persons", truth.samplePersons(source));
    for (SourceTally.Count count : SourceTally.Count.values()) {
      numbers.put(key(count), tally.count(count));
    }
    numbers.put("present", present(truth.settings().sources().get(source).kind(), tally));
    numbers.put("persons_by_mentions", truth.frequencies(source));
    return numbers;
  }

  private static Map<String, Object> present(SourceKind kind, SourceTally tally) {
    Map<String, Object> slots = new LinkedHashMap<>();
    for (int slot = 0; slot < kind.slots().size(); slot++) {
      Map<String, Object> fields = new LinkedHashMap<>();
      for (SyntheticColumn column : kind.columns()) {
        if (column.slot() == slot && column.field().isPresent()) {
          PersonField field = column.field().orElseThrow();
          fields.put(field.key(), tally.present(slot, field));
        }
      }
      slots.put(kind.slots().get(slot), fields);
    }
    return slots;
  }

  private static String key(SourceTally.Count count) {
    return count.name().toLowerCase(Locale.ROOT);
  }
}
