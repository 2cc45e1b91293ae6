package leakcensus.synthetic;

import java.util.List;
import java.util.Map;
import leakcensus.person.PersonField;

/** Synthetic leaks that the tests share. */
final class Leaks {

  private Leaks() {}

  static SyntheticSettings settings(
      long persons, SyntheticNoise noise, List<SyntheticSource> sources) {
    return new SyntheticSettings(4711, persons, 0.5, 0.1, 0.5, noise, sources);
  }

  static SyntheticSettings noisy(long persons) {
    return settings(
        persons,
        new SyntheticNoise(0.1, 0.05, 0.06, 0.07, 0.03, 0.02),
        List.of(
            source("register", SourceKind.PERSONS, new RecordLaw.One(), LeakFormat.JSON_LINES),
            source(
                "parcels",
                SourceKind.DELIVERIES,
                new RecordLaw.ZeroTruncatedPoisson(2),
                LeakFormat.CSV),
            source(
                "reports",
                SourceKind.CASES,
                new RecordLaw.HeavyTail(1.6, 2.5, 100),
                LeakFormat.ELASTIC_JSON_LINES)));
  }

  static SyntheticSource source(String name, SourceKind kind, RecordLaw law, LeakFormat format) {
    return new SyntheticSource(
        name,
        kind,
        0.6,
        0.5,
        law,
        Map.of(PersonField.PHONE, 0.2, PersonField.NATIONAL_ID, 0.1, PersonField.FULL_NAME, 0.02),
        format,
        FileCompression.NONE,
        3);
  }

  static List<SyntheticRecord> records(SyntheticLeak leak) {
    return leak.slice(0, leak.settings().persons()).keys().stream().map(leak::render).toList();
  }
}
