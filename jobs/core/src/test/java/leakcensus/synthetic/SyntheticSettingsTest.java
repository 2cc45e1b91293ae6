package leakcensus.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import leakcensus.person.PersonField;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SyntheticSettingsTest {

  private final SyntheticSource register =
      Leaks.source("register", SourceKind.PERSONS, new RecordLaw.One(), LeakFormat.JSON_LINES);

  @Test
  void namesTheFilesOfASource() {
    SyntheticSource zipped = source("a", 1, 1, Map.of(), LeakFormat.CSV, FileCompression.GZIP, 1);

    assertThat(register.path(2)).isEqualTo("register/part-00002.jsonl");
    assertThat(zipped.path(0)).isEqualTo("a/part-00000.csv.gz");
    assertThat(zipped.pattern()).isEqualTo("a/*.csv.gz");
  }

  @Test
  void rejectsWhatCannotBe() {
    SyntheticNoise none = SyntheticNoise.none();
    List<SyntheticSource> one = List.of(register);

    assertFault(
        () -> Leaks.settings(0, none, one),
        "Invalid population: 0 persons (must be 1 to 1409778724, the census of 2020)");
    assertFault(
        () -> new SyntheticSettings(1, 1, Double.NaN, 0, 0, none, one),
        "Invalid sample ratio: NaN (must be above 0 and at most 1)");
    assertFault(
        () -> new SyntheticSettings(1, 1, 1, -0.1, 0, none, one),
        "Invalid ratio of shared phones: -0.1 (must be 0 to 1)");
    assertFault(
        () -> new SyntheticSettings(1, 1, 1, 0, 1.1, none, one),
        "Invalid ratio of e-mail addresses: 1.1 (must be 0 to 1)");
    assertFault(
        () -> Leaks.settings(1, none, List.of()), "Invalid number of sources: 0 (must be 1 to 60)");
    assertFault(
        () -> Leaks.settings(1, none, List.of(register, register)),
        "Invalid sources: 1 names for 2 sources (names must differ)");
    assertFault(
        () -> new SyntheticNoise(0, 0, 0, 0, 0, 1),
        "Invalid ratio of broken records: 1.0 (must be 0 to 0.9)");
  }

  @Test
  void rejectsSourcesThatCannotBe() {
    Map<PersonField, Double> none = Map.of();
    FileCompression plain = FileCompression.NONE;

    assertFault(
        () -> source("A b", 1, 1, none, LeakFormat.CSV, plain, 1),
        "Invalid source name: A b (must match [a-z][a-z0-9-]{0,39})");
    assertFault(
        () -> source("a", 0, 1, none, LeakFormat.CSV, plain, 1),
        "Invalid coverage ratio of source a: 0.0 (must be 0.001 to 1)");
    assertFault(
        () -> source("a", 1, 2, none, LeakFormat.CSV, plain, 1),
        "Invalid overlap ratio of source a: 2.0 (must be 0 to 1)");
    assertFault(
        () -> source("a", 1, 1, Map.of(PersonField.SEX, 1.0), LeakFormat.CSV, plain, 1),
        "Invalid ratio of missing sex: 1.0 (must be 0 to 0.9)");
    assertFault(
        () -> source("a", 1, 1, none, LeakFormat.CSV, plain, 0),
        "Invalid number of files of source a: 0 (must be 1 to 10000)");
    assertFault(
        () -> source("a", 1, 1, none, LeakFormat.PARQUET, FileCompression.GZIP, 1),
        "Invalid compression of source a: gzip (Parquet compresses its pages itself)");
  }

  private static SyntheticSource source(
      String name,
      double coverage,
      double overlap,
      Map<PersonField, Double> missing,
      LeakFormat format,
      FileCompression compression,
      int files) {
    return new SyntheticSource(
        name,
        SourceKind.PERSONS,
        coverage,
        overlap,
        new RecordLaw.One(),
        missing,
        format,
        compression,
        files);
  }

  private static void assertFault(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
