package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakcensus.authenticity.Reading;
import leakcensus.config.ConfigReader;
import leakcensus.config.LoadedConfig;
import leakcensus.pipeline.CensusRun;
import leakcensus.pipeline.Progress;
import leakcensus.pipeline.RunCensus;
import leakcensus.recirculated.RecirculatedTruth;
import leakcensus.recirculated.WriteRecirculated;
import leakcensus.spark.table.SummaryRows;
import leakcensus.testing.LocalSpark;
import leakcensus.testing.MadeUpLeak;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The funnel of a recirculated file, step by step, and what its values and others' look like. */
@Tag("long")
@ExtendWith(LocalSpark.class)
class FunnelIT {

  @TempDir private Path folder;

  private final SparkSession spark;

  FunnelIT(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void reproducesEachPlantedStepExactly() throws IOException {
    RecirculatedTruth truth =
        new WriteRecirculated(
                LoadedConfig.load(Optional.empty(), List.of("synthesise.recirculated.one-in=50000"))
                    .recirculated())
            .write(folder.resolve("leak"));

    CensusRun run = count(folder.resolve("leak/census.conf"));

    Map<String, Long> steps = new LinkedHashMap<>();
    for (Map<String, Object> step : rows(run, "id_funnel")) {
      steps.put((String) step.get("name"), (Long) step.get("left"));
    }
    assertThat(steps).containsExactlyEntriesOf(truth.steps());
    assertThat(step(run, "persons with a checked id"))
        .containsEntry("ratio_to_population", truth.checkedRatio())
        .containsEntry("ratio_to_claim", 2_094.0 / 19_220);
    assertThat(step(run, "persons of the dump"))
        .containsEntry("lower", 2_094.0)
        .containsEntry("upper", 3_200.0)
        .containsEntry("lower_ratio_to_population", truth.checkedRatio());
    // Most rows repeat others, and nothing but that is to be seen: the spoilt ids are few of the
    // rows.
    assertThat(readings(run))
        .containsEntry("repeated-records", Reading.UNUSUAL.key())
        .doesNotContainValue(Reading.FABRICATION_LIKELY.key());
  }

  @Test
  void readsNothingUnusualOfAMadeUpLeakOfInhabitantsOfTheCensus() {
    MadeUpLeak leak =
        MadeUpLeak.write(
            spark, folder.resolve("leak"), "synthesise.persons=20000", "synthesise.sample-ratio=1");

    CensusRun run = leak.count(spark, folder.resolve("out"), "resolve.method=identifiers");

    assertThat(rows(run, "authenticity"))
        .extracting(row -> row.get("reading"))
        .containsOnly(Reading.USUAL.key(), Reading.NOT_TESTABLE.key());
    assertThat(readings(run))
        .containsEntry("id-check-digit", Reading.USUAL.key())
        .containsEntry("id-sex", Reading.USUAL.key())
        .containsEntry("id-birth-date", Reading.USUAL.key())
        .containsEntry("id-late-days", Reading.USUAL.key())
        .containsEntry("id-sequence-last-digit", Reading.USUAL.key())
        .containsEntry("phone-last-digit", Reading.USUAL.key())
        .containsEntry("commonest-phone", Reading.USUAL.key())
        .containsEntry("age-100", Reading.USUAL.key());
  }

  private CensusRun count(Path configuration) {
    LoadedConfig loaded =
        LoadedConfig.load(
            Optional.of(configuration), List.of("output.path=" + folder.resolve("out")));
    Progress unheard =
        new Progress(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    return new RunCensus(
            spark, ConfigReader.read(loaded), loaded.fingerprint(), unheard, Clock.systemUTC())
        .run();
  }

  private static Map<String, Object> step(CensusRun run, String name) {
    return rows(run, "id_funnel").stream()
        .filter(row -> row.get("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> readings(CensusRun run) {
    Map<String, String> readings = new LinkedHashMap<>();
    for (Map<String, Object> row : rows(run, "authenticity")) {
      if (row.get("source").equals("*")) {
        readings.put((String) row.get("sign"), (String) row.get("reading"));
      }
    }
    return readings;
  }

  private static List<Map<String, Object>> rows(CensusRun run, String table) {
    SummaryRows rows =
        run.tables().stream()
            .filter(one -> one.table().name().equals(table))
            .findFirst()
            .orElseThrow();
    return rows.rows().stream().map(row -> cells(rows, row)).toList();
  }

  private static Map<String, Object> cells(SummaryRows rows, List<Optional<Object>> row) {
    Map<String, Object> cells = new LinkedHashMap<>();
    for (int column = 0; column < row.size(); column++) {
      String name = rows.table().columns().get(column).name();
      row.get(column).ifPresent(cell -> cells.put(name, cell));
    }
    return cells;
  }
}
