package leakcensus.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import leakcensus.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadedConfigTest {

  private static final String PERSONS =
      "leak-census.sources.persons { files = [\"p/*.csv\"], format = csv, fields { phone = tel } }\n";

  @TempDir private Path folder;

  @Test
  void letsSettingsWinOverTheFileAndLaterOnesOverEarlier() throws IOException {
    Path file = file("leak-census.resolve { max-names = 2, max-mentions = 3, buckets = 4 }");

    CensusConfig config =
        read(file, "resolve.max-mentions=30", "resolve.buckets=40", "resolve.buckets = 41 ");

    assertThat(config.resolve().trust().maxNames()).isEqualTo(2);
    assertThat(config.resolve().trust().maxMentions()).isEqualTo(30);
    assertThat(config.resolve().buckets()).isEqualTo(41);
  }

  @Test
  void takesScalarsListsObjectsAndNullOnTheCommandLine() throws IOException {
    Path file = file(PERSONS + "leak-census.sample { design = random-records, dump-records = 9 }");

    CensusConfig config =
        read(
            file,
            "output.assignments=true",
            "output.path=a=b # c",
            "population.compare=[]",
            "sample.dump-records=null",
            "claims={seller {persons = 5}}",
            "sources.persons.files=[\"x y.csv\", z.csv]",
            "sources.persons.fields.phone=mobile");

    assertThat(config.output()).isEqualTo(new OutputSettings("a=b # c", true, 0, ""));
    assertThat(config.population().compare()).isEmpty();
    assertThat(config.design().toString()).contains("OptionalLong.empty");
    assertThat(config.claims()).hasSize(1);
    Source persons = config.sources().get(0);
    assertThat(persons.files()).containsExactly("x y.csv", "z.csv");
    assertThat(persons.columns()).containsExactly("mobile");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          buckets     | Invalid setting: buckets (must be path=value). Correct --set.
          =3          | Invalid setting: =3 (must be path=value). Correct --set.
          """)
  void refusesSettingsThatAreNone(String setting, String message) {
    assertThatThrownBy(() -> LoadedConfig.load(Optional.empty(), List.of(setting)))
        .isInstanceOf(InputException.class)
        .hasMessage(message);
  }

  @Test
  void refusesSettingsThatCannotBeParsed() {
    assertThatThrownBy(() -> LoadedConfig.load(Optional.empty(), List.of("a..b=3")))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("Invalid setting: a..b=3 (")
        .hasMessageEndingWith("). Correct --set.");
    assertThatThrownBy(() -> LoadedConfig.load(Optional.empty(), List.of("a=[1")))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("Invalid setting: a=[1 (")
        .hasMessageEndingWith("). Correct --set.");
  }

  @Test
  void refusesASettingThatNoKeyKnows() {
    LoadedConfig loaded = LoadedConfig.load(Optional.empty(), List.of("resolve.bucket=3"));

    assertThatThrownBy(() -> ConfigReader.read(loaded))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Unknown keys in leak-census: resolve.bucket."
                + " Correct their spelling; reference.conf lists every key.");
  }

  @Test
  void refusesAMissingOrBrokenFile() throws IOException {
    Path missing = folder.resolve("missing.conf");
    Path broken = file("leak-census { read {");
    Path unresolved = file("leak-census.output.path = ${nowhere.to.be.found}");

    assertThatThrownBy(() -> LoadedConfig.load(Optional.of(missing), List.of()))
        .isInstanceOf(InputException.class)
        .hasMessage("Cannot read configuration %s: no such file. Check --config.", missing);
    assertThatThrownBy(() -> LoadedConfig.load(Optional.of(folder), List.of()))
        .isInstanceOf(InputException.class)
        .hasMessage("Cannot read configuration %s: no such file. Check --config.", folder);
    assertThatThrownBy(() -> LoadedConfig.load(Optional.of(broken), List.of()))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("Cannot read configuration %s: ", broken)
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> LoadedConfig.load(Optional.of(unresolved), List.of()))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("Cannot read the configuration: ")
        .hasMessageContaining("nowhere.to.be.found");
  }

  @Test
  void refusesAFileThatDoesNotSpeakOfTheCensusAtAll() throws IOException {
    Path file = file("leakcensus { read { split-bytes = 2048 } }");

    assertThatThrownBy(() -> LoadedConfig.load(Optional.of(file), List.of()))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot read configuration %s: no section leak-census. Put all keys under leak-census."
                .formatted(file));
  }

  @Test
  void takesRelativeFilesFromTheFolderOfTheFileThatNamesThem() throws IOException {
    Files.createDirectories(folder.resolve("sub"));
    Files.writeString(
        folder.resolve("sub/cases.conf"),
        "leak-census.sources.cases { files = c.csv, format = csv, fields { phone = tel } }");
    Path file =
        file(
            """
            base = ../leak
            include "sub/cases.conf"
            leak-census.sources {
              a { files = ["p/*.csv", ./q.csv, /r.csv], format = csv, fields { phone = tel } }
              b { files = "hdfs://host/s.csv", format = csv, fields { phone = tel } }
              d { files = [${base}/t.csv], format = csv, fields { phone = tel } }
            }
            """);

    List<Source> sources = read(file).sources();

    assertThat(sources.get(0).files()).containsExactly(at("p/*.csv"), at("q.csv"), "/r.csv");
    assertThat(sources.get(1).files()).containsExactly("hdfs://host/s.csv");
    assertThat(sources.get(2).files()).containsExactly(at("sub/c.csv"));
    assertThat(sources.get(3).files())
        .containsExactly(folder.resolve("../leak/t.csv").normalize().toString());
  }

  @Test
  void explainsEverySettingAndWhereItComesFrom() throws IOException {
    Path file = file(PERSONS + "leak-census.resolve.max-names = 2");

    String explained =
        LoadedConfig.load(
                Optional.of(file), List.of("resolve.buckets=9", "population.compare=[own.csv]"))
            .explain();

    assertThat(explained.lines())
        .isSorted()
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("leak-census.read.split-bytes = 33554432  # ")
                    .contains("reference.conf"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("leak-census.resolve.max-names = 2  # ")
                    .contains("run.conf: 2"))
        .anySatisfy(
            line -> assertThat(line).isEqualTo("leak-census.resolve.buckets = \"9\"  # --set"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("leak-census.population.compare = [\"own.csv\"]  # --set"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("leak-census.sources.persons.fields.phone = \"tel\"  # ")
                    .contains("run.conf: 1"));
  }

  @Test
  void hasAFingerprintOfTheValuesAndNotOfTheirOrder() throws IOException {
    String one = fingerprint("leak-census { read.split-bytes = 2048, resolve.buckets = 3 }");

    assertThat(one).matches("[0-9a-f]{64}");
    assertThat(fingerprint("leak-census { resolve { buckets = 3 }, read { split-bytes = 2048 } }"))
        .isEqualTo(one);
    assertThat(fingerprint("leak-census { resolve.buckets = 3, read.split-bytes = 2049 }"))
        .isNotEqualTo(one);
    assertThat(fingerprint("leak-census { resolve.buckets = 3 }")).isNotEqualTo(one);
    assertThat(fingerprint("leak-census { resolve.buckets = 0 }"))
        .as("a default, said aloud")
        .isEqualTo(LoadedConfig.load(Optional.empty(), List.of()).fingerprint());
  }

  @Test
  void hasTheSameFingerprintWhereverAValueIsSet() throws IOException {
    Path file = file("leak-census { resolve.buckets = 3, population.compare = [a] }");

    assertThat(
            LoadedConfig.load(
                    Optional.empty(), List.of("resolve.buckets=3", "population.compare=[a]"))
                .fingerprint())
        .isEqualTo(LoadedConfig.load(Optional.of(file), List.of()).fingerprint());
  }

  private String fingerprint(String text) throws IOException {
    return LoadedConfig.load(Optional.of(file(text)), List.of()).fingerprint();
  }

  private static CensusConfig read(Path file, String... settings) {
    return ConfigReader.read(LoadedConfig.load(Optional.of(file), List.of(settings)));
  }

  private String at(String path) {
    return folder.resolve(path).toString();
  }

  private Path file(String text) throws IOException {
    Path file = Files.createTempFile(folder, "x", "run.conf");
    return Files.writeString(file, text);
  }
}
