package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import leakcensus.census.CensusFacts;
import leakcensus.count.CountTable;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.PersonEstimate;
import leakcensus.match.DecoyMatches;
import leakcensus.match.PlantedMatches;
import leakcensus.pipeline.CensusRun;
import leakcensus.spark.table.CensusTables;
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

/**
 * A census by matching says the same whatever does not matter, and is right about made-up people.
 */
@ExtendWith(LocalSpark.class)
class MatchingInvarianceIT {

  private static final String MATCHING = "resolve.method=matching";

  @TempDir private static Path shared;

  private static MadeUpLeak leak;
  private static CensusRun first;

  private final SparkSession spark;

  @TempDir private Path folder;

  MatchingInvarianceIT(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeAll
  static void countOnce(SparkSession spark) {
    leak = MadeUpLeak.write(spark, shared.resolve("leak"));
    first = leak.count(spark, shared.resolve("out"), MATCHING);
  }

  @Test
  void holdsTheTruthInItsInterval() {
    PersonEstimate sample = first.findings().selected(EstimateScope.SAMPLE);

    double truth = leak.truth().samplePersons();
    assertThat(sample.lowerPersons().orElseThrow()).isLessThanOrEqualTo(truth);
    assertThat(sample.upperPersons().orElseThrow()).isGreaterThanOrEqualTo(truth);
    assertThat(sample.persons().orElseThrow()).isBetween(0.9 * truth, 1.1 * truth);
  }

  @Test
  void drawsPartitionsOfAllMentionsOfPersons() {
    CensusFacts facts = first.findings().facts();
    long mentions = facts.persons(CountTable.ALL_SOURCES).records();

    List<FrequencyOfFrequencies> drawn = facts.drawnPersons();

    assertThat(drawn).hasSizeGreaterThan(1);
    assertThat(drawn).allMatch(partition -> partition.records() == mentions);
    assertThat(drawn).anyMatch(partition -> !partition.equals(drawn.get(0)));
    double truth = leak.truth().samplePersons();
    assertThat(drawn)
        .allMatch(partition -> Math.abs(partition.observedPersons() / truth - 1) < 0.1);
  }

  @Test
  void explainsItself() {
    assertThat(first.tables())
        .filteredOn(
            rows ->
                List.of(CensusTables.MATCH_WEIGHT, CensusTables.BLOCKING).contains(rows.table()))
        .hasSize(2)
        .allMatch(rows -> rows.rows().size() > 5);
    Tool.Outcome explained = Tool.run("explain", "--run", first.path());
    assertThat(explained.code()).isZero();
    assertThat(explained.output())
        .contains("What agreement says", "name-birth-year", "not-compared", "phone");
    assertThat(explained.output())
        .contains("Checks without labels", "Decoys joined: ", "Planted copies with two slips: ")
        .doesNotContain("decoy ");
    Tool.Outcome json = Tool.run("explain", "--run", first.path(), "--json");
    assertThat(json.output()).contains("\"decoy\"", "\"one-slip\"", "found-by-name-sounds");
  }

  @Test
  void checksItselfWithoutLabels() {
    CensusFacts facts = first.findings().facts();
    DecoyMatches decoys = facts.matching().orElseThrow().checks().decoys();
    assertThat(decoys.pairs()).isGreaterThan(10_000);
    assertThat((double) decoys.joinedPairs() / decoys.pairs()).isLessThan(0.001);
    PlantedMatches one = PlantedMatches.of(facts.counts(), 1, facts.matching().orElseThrow());
    assertThat(one.pairs()).isBetween(100L, facts.mentions());
    assertThat(one.foundPairs()).isGreaterThan((long) (0.9 * one.pairs()));
    assertThat(one.joinedPairs()).isGreaterThan((long) (0.8 * one.pairs()));
  }

  @Tag("long")
  @Test
  void countsTheSameUnderAnotherKey() {
    assertSame(leak.count(spark, folder, MATCHING));
  }

  @Tag("long")
  @Test
  void countsTheSameWhereverFilesAreSplit() {
    assertSame(leak.count(spark, folder, MATCHING, "read.split-bytes=4096"));
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(ints = {1, 50})
  void countsTheSameInAnyNumberOfBuckets(int buckets) {
    assertSame(leak.count(spark, folder, MATCHING, "resolve.buckets=" + buckets));
  }

  @Tag("long")
  @Test
  void countsTheSameWhereTheGraphExceedsTheBudgetOfTheDriver() {
    assertSame(leak.countOnExecutors(spark, folder, MATCHING));
    assertThat(spark.sparkContext().getPersistentRDDs().isEmpty()).isTrue();
  }

  @Tag("long")
  @Test
  void takesCrowdsApartAlikeInDriverAndOnExecutors() {
    String small = "resolve.matching.max-component=2";

    CensusRun inDriver = leak.count(spark, folder.resolve("driver"), MATCHING, small);
    CensusRun onExecutors =
        leak.countOnExecutors(spark, folder.resolve("executors"), MATCHING, small);

    assertThat(hashes(onExecutors)).isEqualTo(hashes(inDriver));
    assertThat(hashes(inDriver)).isNotEqualTo(hashes(first));
  }

  private static void assertSame(CensusRun run) {
    assertThat(hashes(run)).isEqualTo(hashes(first));
  }

  private static Map<String, String> hashes(CensusRun run) {
    Map<String, String> hashes = new TreeMap<>();
    run.manifest().tables().forEach(table -> hashes.put(table.name(), table.contentHash()));
    return hashes;
  }
}
