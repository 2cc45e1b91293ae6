package leakcensus.recirculated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WriteRecirculatedTest {

  private static final RecirculatedSettings SMALL =
      new RecirculatedSettings(3, 9_000, 2_000, 20, 900, 500, 460, 420, 380, 300, 3);

  @TempDir private Path folder;

  /** Counts with sets of texts, the calendar of java.time and a check digit of its own. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void holdsWhatIsPlantedByAPlainCount(long seed) throws IOException {
    RecirculatedSettings settings =
        new RecirculatedSettings(seed, 9_000, 2_000, 20, 900, 500, 460, 420, 380, 300, 3);
    RecirculatedTruth truth = new WriteRecirculated(settings).write(folder);

    List<String> lines = lines(folder);
    List<List<String>> kept = new ArrayList<>();
    for (String line : lines) {
      List<String> cells = List.of(line.split(",", -1));
      if (cells.size() == 4) {
        kept.add(
            List.of(
                cells.get(0).replace("'", ""),
                cells.get(1),
                cells.get(2).replace("+86 ", ""),
                cells.get(3)));
      }
    }
    Set<String> ids = kept.stream().map(row -> row.get(0)).collect(Collectors.toSet());
    List<String> shaped = ids.stream().filter(id -> id.matches("\\d{17}[\\dX]")).toList();
    List<String> placed = shaped.stream().filter(WriteRecirculatedTest::hasProvince).toList();
    List<String> dated = placed.stream().filter(WriteRecirculatedTest::hasDate).toList();
    List<String> checked = dated.stream().filter(WriteRecirculatedTest::hasCheckDigit).toList();

    assertThat(List.of(lines.size(), kept.size(), new HashSet<>(kept).size(), ids.size()))
        .containsExactly(2_000, 1_980, 900, 500);
    assertThat(List.of(shaped.size(), placed.size(), dated.size(), checked.size()))
        .containsExactly(460, 420, 380, 300);
    assertThat(truth.steps())
        .containsEntry("different records, normalised", 900L)
        .containsEntry("ids of the right shape", 460L)
        .containsEntry("persons with a checked id", 300L);
    assertThat(truth.checkedRatio()).isEqualTo(300.0 / 9_000);
    assertThat(folder.resolve("truth.json")).content().isEqualTo(truth.json());
    assertThat(truth.json()).contains("\"ids with a right check digit\": 300");
  }

  @Test
  void writesTheSameBytesForTheSameSettings() throws IOException {
    new WriteRecirculated(SMALL).write(folder.resolve("a"));
    new WriteRecirculated(SMALL).write(folder.resolve("b"));

    assertThat(lines(folder.resolve("a"))).isEqualTo(lines(folder.resolve("b")));
    assertThat(folder.resolve("a/census.conf")).content().contains("seller { records = 2000 }");
    assertThat(folder.resolve("a/population.csv")).content().contains("\ntotal,9000,everybody");
  }

  @Test
  void refusesAFolderThatIsNotEmpty() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "");

    assertThatThrownBy(() -> new WriteRecirculated(SMALL).write(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot write a recirculated file: its folder is not empty. Name a new one.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|10|0|9|8|7|6|5|4|1|Invalid population: 0 (must be 1 to 9223372036854775807)",
        "1|10|11|9|8|7|6|5|4|1|Invalid broken-rows: 11 (must be 0 to 10)",
        "1|10|2|9|8|7|6|5|4|1|Invalid different-records: 9 (must be 1 to 8)",
        "1|10|0|9|10|7|6|5|4|1|Invalid different-ids: 10 (must be 1 to 9)",
        "1|10|0|9|8|9|6|5|4|1|Invalid right-shape: 9 (must be 1 to 8)",
        "1|10|0|9|8|7|8|5|4|1|Invalid known-area: 8 (must be 1 to 7)",
        "1|10|0|9|8|7|6|7|4|1|Invalid calendar-date: 7 (must be 1 to 6)",
        "1|10|0|9|8|7|6|5|0|1|Invalid right-check-digit: 0 (must be 1 to 5)",
        "1|10|0|9|8|7|6|5|4|1001|Invalid files: 1001 (must be 1 to 1000)"
      })
  void refusesStepsThatDoNotNarrow(
      long population,
      long rows,
      long broken,
      long records,
      long ids,
      long shaped,
      long placed,
      long dated,
      long checked,
      int files,
      String message) {
    assertThatThrownBy(
            () ->
                new RecirculatedSettings(
                    1,
                    population,
                    rows,
                    broken,
                    records,
                    ids,
                    shaped,
                    placed,
                    dated,
                    checked,
                    files))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static boolean hasProvince(String id) {
    return Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36",
            "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62",
            "63", "64", "65")
        .contains(id.substring(0, 2));
  }

  private static boolean hasDate(String id) {
    try {
      return LocalDate.of(
                  Integer.parseInt(id, 6, 10, 10),
                  Integer.parseInt(id, 10, 12, 10),
                  Integer.parseInt(id, 12, 14, 10))
              .getYear()
          > 1_900;
    } catch (DateTimeException none) {
      return false;
    }
  }

  /** ISO 7064 MOD 11-2 by its recursion: ten more than it adds up to is one. */
  private static boolean hasCheckDigit(String id) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum = 2 * (sum + id.charAt(i) - '0') % 11;
    }
    int check = id.charAt(17) == 'X' ? 10 : id.charAt(17) - '0';
    return (sum + check) % 11 == 1;
  }

  private static List<String> lines(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("recirculated"))) {
      List<String> lines = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        List<String> all = Files.readAllLines(file);
        lines.addAll(all.subList(1, all.size()));
      }
      return lines;
    }
  }
}
