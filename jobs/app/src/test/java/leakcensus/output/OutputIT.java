package leakcensus.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import leakcensus.Tool;
import leakcensus.pipeline.PurgeRuns;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.write.CommittedRun;
import leakcensus.spark.write.Lease;
import leakcensus.spark.write.OutputFiles;
import leakcensus.spark.write.PurgeRun;
import leakcensus.testing.FaultRow;
import leakcensus.testing.LocalSpark;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an output folder: one run at a time, an audit, and an end. */
@ExtendWith(LocalSpark.class)
class OutputIT {

  private static final int RECORDS = 100;

  @TempDir private Path folder;

  private Path output;

  OutputIT(SparkSession spark) {
    assertThat(spark).as("the session that the commands find").isNotNull();
  }

  @BeforeEach
  void writeLeak() throws IOException {
    output = folder.resolve("out");
    StringBuilder csv = new StringBuilder("name,tel\n");
    for (int person = 0; person < RECORDS; person++) {
      csv.append("Given%d Family%d,139%08d\n".formatted(person, person, person * 37));
    }
    Files.writeString(folder.resolve("secret-folder-name.csv"), csv);
  }

  @Test
  void letsOneRunWriteAtATime() throws IOException {
    ok(census());
    String first = runs().get(0);
    Lease other =
        Lease.take(
            new OutputFiles(new Configuration(), output.toString(), Optional.empty()),
            "other",
            Clock.systemUTC());

    Tool.Outcome refused = census();

    assertThat(refused.code()).isEqualTo(6);
    assertThat(refused.errors().strip())
        .matches(
            "Cannot write the output: run other holds the output folder since \\S+; its lease ends"
                + " at \\S+ unless it is renewed\\. Wait for that run, or name another"
                + " output\\.path\\.");
    assertThat(runs()).containsExactly(first);
    new FaultRow(
            "14",
            "a run on a folder that another holds",
            "1 run with the lease, 1 refused",
            "exit code 6, which names the other")
        .tell();
    assertThat(status())
        .hasSize(2)
        .last()
        .satisfies(
            status -> {
              assertThat(status.path("status").asText()).isEqualTo("failed");
              assertThat(status.path("exit_code").asInt()).isEqualTo(6);
            });
    other.close();
    ok(census());
    assertThat(runs()).hasSize(2);
  }

  @Test
  void writesALineOfTheAuditForEachRunAndNoPathIntoIt() throws IOException {
    ok(census("--set", "output.retention-days=30"));
    assertThat(
            census(
                    "--set",
                    "sources.people.fields.phone=nowhere",
                    "--set",
                    "sources.people.fields.full-name=none")
                .code())
        .isEqualTo(2);

    Path log = output.resolve("audit.jsonl");
    List<JsonNode> lines = lines(log);
    assertThat(lines).hasSize(2);
    JsonNode first = lines.get(0);
    assertThat(first.path("user").asText()).isEqualTo(System.getProperty("user.name"));
    assertThat(first.path("command").asText()).isEqualTo("census");
    assertThat(first.path("run_id").asText()).isEqualTo(runs().get(0));
    assertThat(first.path("exit_code").asInt(-1)).isZero();
    assertThat(first.path("records_kept").asLong()).isEqualTo(RECORDS);
    assertThat(first.path("files").asInt()).isEqualTo(1);
    assertThat(first.path("configuration_fingerprint").asText()).matches("[0-9a-f]{64}");
    assertThat(first.path("input_fingerprint").asText()).isEqualTo(ofRun("input_fingerprint"));
    assertThat(lines.get(1).path("exit_code").asInt()).isEqualTo(2);
    assertThat(lines.get(1).path("input_fingerprint")).isEqualTo(first.path("input_fingerprint"));
    assertThat(Files.readString(log)).doesNotContain("secret-folder-name", folder.toString());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
        .isEqualTo("rw-------");
    assertThat(ofRun("retain_until"))
        .isEqualTo(LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
  }

  @Test
  void purgesARunWithAllThatItHasLeftAndPointsToTheOneBefore() throws IOException {
    ok(census());
    ok(census());
    String old = runs().get(0);
    String newest = runs().get(1);
    Path run = output.resolve("runs").resolve(newest);

    assertThat(ok(Tool.run("purge", "--run", run.toString())).output())
        .matches(
            "(?s)Run %s: \\d+ files, [\\d,]+ bytes would be removed\nAdd --yes to remove it\\.\n"
                .formatted(newest));
    assertThat(run).exists();

    assertThat(ok(Tool.run("purge", "--run", run.toString(), "--yes")).output())
        .contains("Run %s: ".formatted(newest), " removed\n", "What stays: a line of the audit");
    assertThat(named(newest)).isEmpty();
    assertThat(CommittedRun.open(output.toString(), new Configuration()).manifest().runId())
        .isEqualTo(old);
    assertThat(lines(output.resolve("audit.jsonl")).get(2).path("command").asText())
        .isEqualTo("purge");

    Tool.Outcome again = Tool.run("purge", "--run", run.toString(), "--yes");
    assertThat(again.code()).isEqualTo(3);
    assertThat(again.errors().strip())
        .isEqualTo(
            "Cannot find anything of run %s in this output folder. Check --run.".formatted(newest));
    assertThat(Tool.run("purge", "--run", output.toString()).errors().strip())
        .startsWith("Invalid --run: no folder of a run");
  }

  @Test
  void purgesNothingThatIsNoRun() throws IOException {
    ok(census());
    Path ofOthers = Files.createDirectories(output.resolve("runs/experiment-7"));
    Files.writeString(ofOthers.resolve("results"), "mine");

    Tool.Outcome refused = Tool.run("purge", "--run", ofOthers.toString(), "--yes");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.errors()).startsWith("Invalid --run: no folder of a run");
    ok(Tool.run("purge", "--expired", output.toString(), "--yes"));
    ok(census());
    assertThat(ofOthers.resolve("results")).exists();
  }

  @Test
  void purgesWhatHasServedItsTimeAndNothingElse() throws IOException {
    ok(census("--set", "output.retention-days=10"));
    ok(census());
    String limited = runs().get(0);
    String unlimited = runs().get(1);

    assertThat(ok(Tool.run("purge", "--expired", output.toString(), "--yes")).output())
        .isEqualTo("No run has served its time.\n");
    Instant last =
        LocalDate.now(ZoneOffset.UTC).plusDays(10).atTime(23, 59).toInstant(ZoneOffset.UTC);
    assertThat(expiredAt(last)).isEmpty();
    assertThat(expiredAt(last.plusSeconds(60)))
        .extracting(PurgeRun.Remains::runId)
        .containsExactly(limited);
    assertThat(runs()).containsExactly(limited, unlimited);
  }

  @Test
  void refusesToPurgeWhileARunIsAtWork() throws IOException {
    ok(census());
    Lease other =
        Lease.take(
            new OutputFiles(new Configuration(), output.toString(), Optional.empty()),
            "other",
            Clock.systemUTC());

    Tool.Outcome refused =
        Tool.run(
            "purge", "--run", output.resolve("runs").resolve(runs().get(0)).toString(), "--yes");

    assertThat(refused.code()).isEqualTo(6);
    assertThat(refused.errors()).contains("run other holds the output folder");
    assertThat(runs()).hasSize(1);
    other.close();
  }

  private List<PurgeRun.Remains> expiredAt(Instant time) {
    return new PurgeRuns(
            new Configuration(),
            output.toString(),
            Clock.fixed(time, ZoneOffset.UTC),
            Optional.empty())
        .ofExpired();
  }

  private Tool.Outcome census(String... more) throws IOException {
    Path configuration =
        Files.writeString(
            folder.resolve("run.conf"),
            """
            leak-census {
              sources.people { files = [secret-folder-name.csv], format = csv, charset = UTF-8
                fields { full-name = name, phone = tel } }
              resolve.method = identifiers
            }
            """);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("census", "--config", configuration.toString()));
    arguments.addAll(List.of("--set", "output.path=" + output));
    arguments.addAll(List.of(more));
    return Tool.run(arguments.toArray(new String[0]));
  }

  private static Tool.Outcome ok(Tool.Outcome outcome) {
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.code()).isZero();
    return outcome;
  }

  private String ofRun(String column) {
    List<String> names = CensusTables.RUN.columns().stream().map(each -> each.name()).toList();
    return CommittedRun.open(output.toString(), new Configuration())
        .table(CensusTables.RUN)
        .orElseThrow()
        .rows()
        .get(0)
        .get(names.indexOf(column))
        .orElseThrow()
        .toString();
  }

  private List<String> runs() throws IOException {
    try (Stream<Path> runs = Files.list(output.resolve("runs"))) {
      return runs.map(run -> run.getFileName().toString()).sorted().toList();
    }
  }

  private List<Path> named(String runId) throws IOException {
    try (Stream<Path> all = Files.walk(output)) {
      return all.filter(path -> path.getFileName().toString().contains(runId)).toList();
    }
  }

  private List<JsonNode> status() throws IOException {
    List<JsonNode> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(output.resolve("status"))) {
      for (Path file : files.sorted().toList()) {
        found.add(new ObjectMapper().readTree(Files.readString(file)));
      }
    }
    return found;
  }

  private static List<JsonNode> lines(Path log) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }
}
