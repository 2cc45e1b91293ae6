package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import leakcensus.pipeline.CensusRun;
import leakcensus.spark.table.AssignmentTable;
import leakcensus.testing.LocalSpark;
import leakcensus.testing.MadeUpLeak;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * People with several phones: in each of their records stand one that all their records share and
 * some that no other record has.
 */
@ExtendWith(LocalSpark.class)
class SeveralValuesIT {

  private static final int PERSONS = 600;

  /** Values pass through the cursor over the parts of a packed file as well. */
  private static final String PACKED = "packed";

  private static final String ARRAYS = "phone = phones";
  private static final String COLUMNS = "phone = { all = [phone1, phone2, phone3] }";

  private static List<Person> records;

  private final SparkSession spark;

  @TempDir private Path folder;

  SeveralValuesIT(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeAll
  static void makeUpPeople() {
    Random random = new Random(20261129);
    records = new ArrayList<>();
    int unused = 0;
    for (int person = 0; person < PERSONS; person++) {
      String name = word(random) + " " + word(random);
      String born =
          "%d-%02d-%02d"
              .formatted(1940 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28));
      String common = phone(unused++);
      for (int record = 0; record < 1 + random.nextInt(3); record++) {
        records.add(
            new Person(person, name, born, common, List.of(phone(unused++), phone(unused++))));
      }
    }
    Collections.shuffle(records, random);
  }

  @Test
  void findsThePersonsThatTheSharedPhoneAloneTells() throws IOException {
    requirePersonsByPhone("identifiers");
  }

  @Tag("long")
  @Test
  void findsThePersonsThatTheSharedPhoneAloneTellsByMatching() throws IOException {
    requirePersonsByPhone("matching");
  }

  private void requirePersonsByPhone(String method) throws IOException {
    CensusRun alone = count("alone", ARRAYS, method, Layout.ALONE, 0);
    CensusRun arrays = count("arrays", ARRAYS, method, Layout.ARRAY, 1);
    CensusRun columns = count("columns", COLUMNS, method, Layout.COLUMNS, 1);

    List<Integer> truth = partition(records.stream().map(record -> (long) record.number).toList());
    assertThat(persons(alone)).isEqualTo(truth);
    assertThat(persons(arrays)).isEqualTo(truth);
    assertThat(persons(columns)).isEqualTo(truth);
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"identifiers", "matching"})
  void countsTheSameWhateverTheOrderInAnArray(String method) throws IOException {
    CensusRun first = count("first", ARRAYS, method, Layout.ARRAY, 0);

    for (int rotation = 1; rotation <= 2; rotation++) {
      CensusRun rotated = count("rotated" + rotation, ARRAYS, method, Layout.ARRAY, rotation);

      assertThat(hashes(rotated)).isEqualTo(hashes(first));
    }
  }

  @Tag("long")
  @Test
  void countsTheSameWhereTheGraphExceedsTheBudgetOfTheDriver() throws IOException {
    CensusRun driver = count("driver", ARRAYS, "identifiers", Layout.ARRAY, 0);

    CensusRun executors =
        count("executors", ARRAYS, "identifiers", Layout.ARRAY, 0, "resolve.driver-budget-bytes=0");

    assertThat(hashes(executors)).isEqualTo(hashes(driver));
  }

  @Test
  void losesWhoeverSharesAFurtherPhoneWhereOnlyTheFirstCounts() throws IOException {
    CensusRun first = count("one", "phone = { first = phones }", "identifiers", Layout.ARRAY, 1);

    assertThat(new HashSet<>(persons(first)).size()).isGreaterThan(PERSONS * 5 / 4);
    assertThat(cell(first, "phone", "further_values")).isEqualTo(0L);
  }

  @ParameterizedTest
  @EnumSource(
      value = Layout.class,
      names = {"ARRAY", "COLUMNS"})
  void countsValuesAsOftenAsMentionsHoldThem(Layout layout) throws IOException {
    CensusRun run =
        count(PACKED, layout == Layout.ARRAY ? ARRAYS : COLUMNS, "identifiers", layout, 0);

    assertThat(cell(run, "phone", "present")).isEqualTo((long) records.size());
    assertThat(cell(run, "phone", "valid")).isEqualTo((long) records.size());
    assertThat(cell(run, "phone", "further_values")).isEqualTo(2L * records.size());
    assertThat(cell(run, "phone", "values_over_limit")).isEqualTo(0L);
    assertThat(cell(run, "phone", "distinct")).isEqualTo(2L * records.size() + PERSONS);
  }

  private CensusRun count(
      String name, String phone, String method, Layout layout, int rotation, String... settings)
      throws IOException {
    Path leak = Files.createDirectories(folder.resolve(name));
    List<String> lines = new ArrayList<>();
    for (int record = 0; record < records.size(); record++) {
      lines.add(records.get(record).line(layout, record + rotation));
    }
    byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    Files.write(leak.resolve("people"), name.equals(PACKED) ? packed(text) : text);
    Files.writeString(
        leak.resolve("sources.conf"),
        """
        leak-census.sources.people {
          files = people
          format = json-lines
          fields { full-name = name, birth-date = born, %s }
        }
        """
            .formatted(phone));
    List<String> all = new ArrayList<>(List.of(settings));
    all.addAll(List.of("resolve.method=" + method, "output.assignments=true"));
    return MadeUpLeak.count(spark, leak, folder.resolve(name + "-out"), all.toArray(String[]::new));
  }

  private static byte[] packed(byte[] text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream packing = new GZIPOutputStream(packed)) {
      packing.write(text);
    }
    return packed.toByteArray();
  }

  /** For each record, in their order, the first record of the same person. */
  private List<Integer> persons(CensusRun run) {
    Map<Long, Long> personOf = new TreeMap<>();
    for (Row row :
        spark.read().parquet(run.path() + "/" + AssignmentTable.SCHEMA.name()).collectAsList()) {
      personOf.put(
          row.<Long>getAs(AssignmentTable.POSITION), row.<Long>getAs(AssignmentTable.PERSON));
    }
    return partition(List.copyOf(personOf.values()));
  }

  private static List<Integer> partition(List<Long> persons) {
    Map<Long, Integer> first = new HashMap<>();
    List<Integer> partition = new ArrayList<>();
    for (int record = 0; record < persons.size(); record++) {
      first.putIfAbsent(persons.get(record), record);
      partition.add(first.get(persons.get(record)));
    }
    return partition;
  }

  private static Map<String, String> hashes(CensusRun run) {
    Map<String, String> hashes = new TreeMap<>();
    run.manifest().tables().forEach(table -> hashes.put(table.name(), table.contentHash()));
    hashes.keySet().remove(AssignmentTable.SCHEMA.name());
    assertThat(hashes).hasSizeGreaterThan(15);
    return hashes;
  }

  private static Object cell(CensusRun run, String field, String column) {
    for (var rows : run.tables()) {
      if (rows.table().name().equals("field_profile")) {
        List<String> names = rows.table().columns().stream().map(each -> each.name()).toList();
        return rows.rows().stream()
            .filter(row -> row.get(names.indexOf("source")).get().equals("people"))
            .filter(row -> row.get(names.indexOf("field")).get().equals(field))
            .map(row -> row.get(names.indexOf(column)).get())
            .findFirst()
            .orElseThrow();
      }
    }
    throw new AssertionError("no field_profile");
  }

  private static String phone(int number) {
    return "138%08d".formatted(10_000_000L + 1_237L * number);
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int syllable = 0; syllable < 3; syllable++) {
      word.append("bdfgklmnprstvz".charAt(random.nextInt(14)));
      word.append("aeiou".charAt(random.nextInt(5)));
    }
    return word.toString();
  }

  private enum Layout {
    ALONE,
    ARRAY,
    COLUMNS
  }

  /** One record of a person. */
  private record Person(int number, String name, String born, String common, List<String> others) {

    String line(Layout layout, int rotation) {
      List<String> phones = new ArrayList<>(others);
      phones.add(common);
      Collections.rotate(phones, rotation);
      String told =
          switch (layout) {
            case ALONE -> "\"phones\": \"%s\"".formatted(common);
            case ARRAY -> "\"phones\": [\"%s\", \"%s\", \"%s\"]".formatted(phones.toArray());
            case COLUMNS ->
                "\"phone1\": \"%s\", \"phone2\": \"%s\", \"phone3\": \"%s\""
                    .formatted(phones.toArray());
          };
      return "{\"name\": \"%s\", \"born\": \"%s\", %s}".formatted(name, born, told);
    }
  }
}
