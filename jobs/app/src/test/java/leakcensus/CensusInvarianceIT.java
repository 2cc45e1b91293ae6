package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import leakcensus.pipeline.CensusRun;
import leakcensus.spark.write.Manifest;
import leakcensus.testing.FaultRow;
import leakcensus.testing.LocalSpark;
import leakcensus.testing.MadeUpLeak;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LocalSpark.class)
class CensusInvarianceIT {

  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final Pattern PART = Pattern.compile("part-0000(\\d)(\\..*)");

  @TempDir private static Path shared;

  private static MadeUpLeak leak;
  private static CensusRun first;

  private final SparkSession spark;

  @TempDir private Path folder;

  CensusInvarianceIT(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeAll
  static void countOnce(SparkSession spark) {
    leak = MadeUpLeak.write(spark, shared.resolve("leak"));
    first = leak.count(spark, shared.resolve("out"));
  }

  @Test
  void countsTheSameUnderAnotherKey() {
    CensusRun second = leak.count(spark, folder);

    assertThat(cells(second, "key_id")).isNotEqualTo(cells(first, "key_id"));
    assertSame(second);
    new FaultRow("18", "another key", "another key_id in run", "same tables").tell();
  }

  @Test
  void countsTheSameWhateverTheOrderOfFiles() throws IOException {
    Path renamed = folder.resolve("leak");
    copy(leak.folder(), renamed, CensusInvarianceIT::reversed);

    CensusRun reversed = MadeUpLeak.count(spark, renamed, folder.resolve("out"));

    assertThat(cells(reversed, "first_file_ids")).isNotEqualTo(cells(first, "first_file_ids"));
    assertSame(reversed);
    new FaultRow("18", "files renamed", "other file ids in quarantine", "same tables").tell();
  }

  @Tag("long")
  @Test
  void countsTheSameWhereverFilesAreSplit() {
    assertSame(leak.count(spark, folder, "read.split-bytes=4096"));
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(ints = {1, 50})
  void countsTheSameInAnyNumberOfBuckets(int buckets) {
    assertSame(leak.count(spark, folder, "resolve.buckets=" + buckets));
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(ints = {1, 50})
  void countsTheSameInAnyNumberOfPartitions(int partitions) {
    spark.conf().set(PARTITIONS, partitions);
    try {
      assertSame(leak.count(spark, folder));
    } finally {
      spark.conf().unset(PARTITIONS);
    }
  }

  @Tag("long")
  @Test
  void countsTheSameWhereTheGraphExceedsTheBudgetOfTheDriver() {
    assertSame(leak.countOnExecutors(spark, folder));
    assertThat(spark.sparkContext().getPersistentRDDs().isEmpty()).isTrue();
  }

  @Tag("long")
  @Test
  void countsTheSamePersonsInEveryFormat() {
    Map<String, String> parquet = countIn("parquet");

    assertThat(countIn("csv")).isEqualTo(parquet);
    assertThat(countIn("json-lines")).isEqualTo(parquet);
  }

  @Tag("long")
  @Test
  void seesOnePhoneLess() throws IOException {
    Path changed = folder.resolve("leak");
    copy(leak.folder(), changed, UnaryOperator.identity());
    Path file = changed.resolve("deliveries/part-00000.csv");
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(
        file, text.replaceFirst(",1\\d{10},", ",           ,"), StandardCharsets.ISO_8859_1);

    Manifest other = MadeUpLeak.count(spark, changed, folder.resolve("out")).manifest();

    assertThat(other.contentHash()).isNotEqualTo(first.manifest().contentHash());
    assertThat(hashes(other))
        .containsEntry("intake", hashes(first.manifest()).get("intake"))
        .doesNotContainEntry("field_profile", hashes(first.manifest()).get("field_profile"));
  }

  private static void assertSame(CensusRun run) {
    assertThat(hashes(run.manifest())).isEqualTo(hashes(first.manifest()));
    assertThat(run.manifest().contentHash()).isEqualTo(first.manifest().contentHash());
  }

  /** What a run says of persons: nothing of files, bytes and places in them. */
  private Map<String, String> countIn(String format) {
    Path formatted = folder.resolve(format);
    List<String> settings = new ArrayList<>(List.of("synthesise.noise.broken-ratio=0"));
    for (String source : List.of("persons", "deliveries", "cases")) {
      settings.add("synthesise.sources." + source + ".format=" + format);
      settings.add("synthesise.sources." + source + ".compression=none");
    }
    MadeUpLeak same =
        MadeUpLeak.write(spark, formatted.resolve("leak"), settings.toArray(new String[0]));

    CensusRun run = same.count(spark, formatted.resolve("out"));

    Map<String, String> said = hashes(run.manifest());
    said.keySet().removeAll(Set.of("run", "intake", "repeat_pairs"));
    said.put("pairs", cells(run, "repeat_pairs", "pairs").toString());
    return said;
  }

  private static Map<String, String> hashes(Manifest manifest) {
    Map<String, String> hashes = new TreeMap<>();
    manifest.tables().forEach(table -> hashes.put(table.name(), table.contentHash()));
    return hashes;
  }

  private static List<String> cells(CensusRun run, String column) {
    return cells(run, "", column);
  }

  /** Cells of a column, in every table or in one. */
  private static List<String> cells(CensusRun run, String table, String column) {
    List<String> cells = new ArrayList<>();
    for (var rows : run.tables()) {
      if (!table.isEmpty() && !rows.table().name().equals(table)) {
        continue;
      }
      for (int i = 0; i < rows.table().columns().size(); i++) {
        if (rows.table().columns().get(i).name().equals(column)) {
          int place = i;
          rows.rows().forEach(row -> cells.add(row.get(place).toString()));
        }
      }
    }
    return cells;
  }

  private static void copy(Path from, Path to, UnaryOperator<String> rename) throws IOException {
    try (Stream<Path> below = Files.walk(from)) {
      for (Path file : below.filter(Files::isRegularFile).toList()) {
        String name = rename.apply(file.getFileName().toString());
        Path copy = to.resolve(from.relativize(file)).resolveSibling(name);
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  /** Of parts 0 to 9 the last comes first. */
  private static String reversed(String name) {
    Matcher part = PART.matcher(name);
    return part.matches()
        ? "part-0000" + (9 - Integer.parseInt(part.group(1))) + part.group(2)
        : name;
  }
}
