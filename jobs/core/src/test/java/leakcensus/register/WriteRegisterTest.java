package leakcensus.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import leakcensus.normalise.IdStep;
import leakcensus.normalise.ResidentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WriteRegisterTest {

  private static final int FILES = 3;
  private static final int PERSON = RegisterColumn.COUNT;

  /** A planted number strays this many standard deviations once in 15,000 times. */
  private static final double DEVIATIONS = 4;

  @TempDir private Path folder;

  @Test
  void followsFromTheSeed() throws IOException {
    Map<RegisterRatio, Double> everything = everything(0.2);

    write("first", Registers.of(5, 300, everything));
    write("again", Registers.of(5, 300, everything));
    write("other", Registers.of(6, 300, everything));

    for (String file :
        List.of(
            "truth.json", "census.conf", "register/part-00000.csv", "register/part-00002.csv")) {
      assertThat(folder.resolve("again").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("first").resolve(file));
    }
    assertThat(Files.readString(folder.resolve("other/register/part-00000.csv")))
        .isNotEqualTo(Files.readString(folder.resolve("first/register/part-00000.csv")));
  }

  @Test
  void writesAPersonTheSameHoweverManyThereAre() throws IOException {
    write("few", Registers.of(5, 480, everything(0.2)));
    write("many", Registers.of(5, 960, everything(0.2)));

    assertThat(new HashSet<>(Registers.records(folder.resolve("many"), FILES)))
        .containsAll(Registers.records(folder.resolve("few"), FILES));
  }

  @Test
  void countsWhatTheFilesHold() throws IOException {
    RegisterTruth truth = write("leak", Registers.of(5, 700, everything(0.15)));

    List<List<String>> records = Registers.records(folder.resolve("leak"), FILES);
    Map<String, Integer> recordsByPerson = new HashMap<>();
    records.forEach(record -> recordsByPerson.merge(record.get(PERSON), 1, Integer::sum));
    Map<Integer, Long> personsByRecords = new TreeMap<>();
    recordsByPerson.values().forEach(count -> personsByRecords.merge(count, 1L, Long::sum));
    assertThat(truth.tally().records()).isEqualTo(records.size());
    assertThat(truth.tally().persons()).isEqualTo(700).isEqualTo(recordsByPerson.size());
    assertThat(truth.tally().personsByRecords()).isEqualTo(personsByRecords);
    for (RegisterColumn column : RegisterColumn.values()) {
      assertThat(truth.tally().present(column))
          .as(column.key())
          .isEqualTo(
              records.stream().filter(record -> !record.get(column.ordinal()).isEmpty()).count());
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsToEveryRatio(RegisterRatio ratio) throws IOException {
    double stated = 0.3 * ratio.most();
    Map<RegisterRatio, Double> ratios = new EnumMap<>(Map.of(RegisterRatio.EMAIL, 0.3));
    ratios.put(ratio, stated);
    RegisterTally tally = write("leak", Registers.of(11, 4_000, ratios)).tally();

    double chances = tally.chances(ratio);
    assertThat(chances).isGreaterThan(500);
    double spread = Math.sqrt(stated * (1 - stated) / chances);
    assertThat(tally.happened(ratio) / chances).isCloseTo(stated, within(DEVIATIONS * spread));
  }

  @Test
  void spoilsNothingUnlessAsked() throws IOException {
    write("leak", Registers.of(5, 500, Map.of(RegisterRatio.EMAIL, 1.0)));

    List<List<String>> records = Registers.records(folder.resolve("leak"), FILES);
    Set<List<String>> different = new HashSet<>(records);
    assertThat(different).hasSize(500);
    assertThat(records).allSatisfy(record -> assertThat(record).doesNotContain(""));
  }

  @Test
  void makesEachColumnOfItsOwnTellPersonsApart() throws IOException {
    write("leak", Registers.of(5, 3_000, Map.of(RegisterRatio.EMAIL, 1.0)));

    for (RegisterColumn column :
        List.of(RegisterColumn.NATIONAL_ID, RegisterColumn.EMAIL, RegisterColumn.PHONE)) {
      assertThat(valuesByPerson(column)).as(column.key()).hasSize(3_000);
    }
  }

  @Test
  void spoilsAsManyRecordsAsItSays() throws IOException {
    RegisterTally tally =
        write("leak", Registers.of(5, 1_000, Map.of(RegisterRatio.DATE_TYPO, 0.25))).tally();

    // Without any other fault a person has one birth date, and every other one is a slip.
    Map<String, String> born =
        truePersons().stream()
            .collect(Collectors.toMap(p -> "p" + p.number(), p -> p.born().toString()));
    long wrong =
        Registers.records(folder.resolve("leak"), FILES).stream()
            .filter(
                r -> !r.get(RegisterColumn.DATE_OF_BIRTH.ordinal()).equals(born.get(r.get(PERSON))))
            .count();
    assertThat(wrong).isEqualTo(tally.happened(RegisterRatio.DATE_TYPO)).isPositive();
  }

  @Test
  void repeatsDuplicatesWordForWord() throws IOException {
    RegisterTally tally =
        write(
                "leak",
                Registers.of(
                    5, 500, Map.of(RegisterRatio.DUPLICATE, 0.5, RegisterRatio.MOVED, 0.5)))
            .tally();

    assertThat(tally.records())
        .isEqualTo(
            tally.chances(RegisterRatio.DUPLICATE) + tally.happened(RegisterRatio.DUPLICATE));
  }

  @Test
  void mixesTheRecordsOfAPersonIntoTheFiles() throws IOException {
    write("leak", Registers.of(5, 3_000, Map.of()));

    List<List<String>> records = Registers.records(folder.resolve("leak"), FILES);
    long neighbours = 0;
    for (int i = 1; i < records.size(); i++) {
      neighbours += records.get(i).get(PERSON).equals(records.get(i - 1).get(PERSON)) ? 1 : 0;
    }
    // At random a record stands behind one of its own person about twice in 3,000 times.
    assertThat(neighbours).isLessThan(20);
  }

  @Test
  void givesTrustedIdsThatPassTheirCheckAndAreTheirPersons() throws IOException {
    write(
        "leak",
        Registers.of(5, 2_000, Map.of(RegisterRatio.TRUSTED, 0.9, RegisterRatio.TWINS, 0.5)));

    Map<String, Set<String>> ids = valuesByPerson(RegisterColumn.NATIONAL_ID);
    ids.remove("");
    assertThat(ids.keySet())
        .allSatisfy(id -> assertThat(ResidentId.step(id)).isEqualTo(IdStep.VALID_18));
    assertThat(ids.values()).allSatisfy(persons -> assertThat(persons).hasSize(1));
    assertThat(Registers.records(folder.resolve("leak"), FILES))
        .filteredOn(record -> !record.get(RegisterColumn.NATIONAL_ID.ordinal()).isEmpty())
        .allSatisfy(
            record ->
                assertThat(record.get(RegisterColumn.NATIONAL_ID.ordinal()).substring(6, 14))
                    .isEqualTo(
                        record.get(RegisterColumn.DATE_OF_BIRTH.ordinal()).replace("-", "")));
    assertThat(folder.resolve("leak/census.conf"))
        .content()
        .contains("national-id = cn-resident-id");
  }

  @Test
  void tellsTheCensusNothingOfTheTruth() throws IOException {
    write("leak", Registers.of(5, 20, Map.of()));

    assertThat(folder.resolve("leak/census.conf"))
        .content()
        .contains("given-name = given_name", "national-id = opaque", "resolve.method = matching")
        .doesNotContain("true_person");
  }

  @Test
  void refusesAFolderThatIsNotEmpty() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "kept");

    assertThatThrownBy(() -> new WriteRegister(Registers.of(5, 20, Map.of())).write(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot write a made-up register: its folder is not empty. Name a new one.");
    assertThat(folder.resolve("mine.txt")).content().isEqualTo("kept");
  }

  private RegisterTruth write(String name, RegisterSettings settings) throws IOException {
    return new WriteRegister(settings).write(folder.resolve(name));
  }

  private Map<String, Set<String>> valuesByPerson(RegisterColumn column) {
    Map<String, Set<String>> persons = new HashMap<>();
    for (List<String> record : Registers.records(folder.resolve("leak"), FILES)) {
      persons
          .computeIfAbsent(record.get(column.ordinal()), value -> new HashSet<>())
          .add(record.get(PERSON));
    }
    return persons;
  }

  private static List<RegisterPerson> truePersons() {
    RegisterPopulation population = new RegisterPopulation(Registers.of(5, 1_000, Map.of()));
    return java.util.stream.LongStream.range(0, 1_000).mapToObj(population::person).toList();
  }

  private static Map<RegisterRatio, Double> everything(double ratio) {
    Map<RegisterRatio, Double> ratios = new EnumMap<>(RegisterRatio.class);
    for (RegisterRatio each : RegisterRatio.values()) {
      if (each != RegisterRatio.TRUSTED) {
        ratios.put(each, ratio);
      }
    }
    return ratios;
  }
}
