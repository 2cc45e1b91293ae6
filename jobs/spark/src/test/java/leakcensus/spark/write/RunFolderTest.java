package leakcensus.spark.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How runs are published on disks, on stores without renames, and behind a bad network. */
class RunFolderTest {

  private static final String OLD = "20260101T000000.000Z";
  private static final String NEW = "20260102T000000.000Z";
  private static final String OWN = "20260103T000000.000Z";
  private static final String BRACKET = "{\"run_id\":\"%s\",\"path\":\"runs/%s\"}%n";

  @TempDir private Path folder;

  @AfterEach
  void mendTheNetwork() {
    UncertainFileSystem.when = UncertainFileSystem.Break.NEVER;
    NoRenameFileSystem.stopsHalfWay = false;
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", NoRenameFileSystem.SCHEME})
  void publishesOneRunAfterTheOther(String scheme) throws IOException {
    publish(scheme, OLD, Optional.of(scheme.equals("file")));
    publish(scheme, NEW, Optional.of(scheme.equals("file")));

    assertThat(latest()).isEqualTo(BRACKET.formatted(NEW, NEW));
    assertThat(manifest(OLD)).contains(OLD);
    assertThat(manifest(NEW)).contains(NEW);
    assertThat(unfinished()).isEmpty();
  }

  /** There a rename shows a part of the content, or loses it. */
  @Test
  void renamesNothingWhereARenameIsACopy() throws IOException {
    NoRenameFileSystem.renames = 0;
    NoRenameFileSystem.stopsHalfWay = true;

    publish(NoRenameFileSystem.SCHEME, OLD, Optional.of(false));

    assertThat(NoRenameFileSystem.renames).isZero();
    assertThat(latest()).isEqualTo(BRACKET.formatted(OLD, OLD));
  }

  @ParameterizedTest
  @CsvSource({
    "file:/a, true",
    "hdfs://b/c, true",
    "s3a://b/c, false",
    "gs://b/c, false",
    "wasbs://b/c, false"
  })
  void goesByTheSchemeUnlessItIsTold(String output, boolean renames) throws IOException {
    Configuration hadoop = new Configuration();
    for (String scheme : List.of("hdfs", "s3a", "gs", "wasbs")) {
      hadoop.set("fs.%s.impl".formatted(scheme), OtherStore.class.getName());
    }

    assertThat(new OutputFiles(hadoop, output, Optional.empty()).renames()).isEqualTo(renames);
    assertThat(new OutputFiles(hadoop, output, Optional.of(!renames)).renames())
        .isEqualTo(!renames);
  }

  @ParameterizedTest
  @ValueSource(strings = {Manifest.FILE, "latest.json"})
  void looksWhatHasBecomeOfAFileWhereTheNetworkBrokeBehindIt(String file) throws IOException {
    publish("file", OLD, Optional.empty());
    UncertainFileSystem.name = file;
    UncertainFileSystem.when = UncertainFileSystem.Break.AFTER;

    publish(UncertainFileSystem.SCHEME, NEW, Optional.of(false));

    assertThat(manifest(NEW)).contains(NEW);
    assertThat(latest()).isEqualTo(BRACKET.formatted(NEW, NEW));
    tell("17", "the storage throws behind " + file, "the text is there", "committed once");
  }

  @Test
  void publishesNothingWhereTheManifestCannotBeWritten() throws IOException {
    publish("file", OLD, Optional.empty());
    UncertainFileSystem.name = Manifest.FILE;
    UncertainFileSystem.when = UncertainFileSystem.Break.BEFORE;
    RunFolder run = written(UncertainFileSystem.SCHEME, NEW, Optional.of(false));

    assertThatThrownBy(run::commit).hasMessage("the network broke before");

    assertThat(run.isCommitted()).isFalse();
    run.discard();
    assertThat(folder.resolve("runs/" + NEW)).doesNotExist();
    assertThat(latest()).isEqualTo(BRACKET.formatted(OLD, OLD));
  }

  @Test
  void staysCommittedWhereNothingCanPointToIt() throws IOException {
    publish("file", OLD, Optional.empty());
    UncertainFileSystem.name = "latest.json";
    UncertainFileSystem.when = UncertainFileSystem.Break.BEFORE;
    RunFolder run = written(UncertainFileSystem.SCHEME, NEW, Optional.of(false));

    assertThatThrownBy(run::commit).hasMessage("the network broke before");

    assertThat(run.isCommitted()).isTrue();
    run.discard();
    assertThat(manifest(NEW)).contains(NEW);
    assertThat(latest()).isEqualTo(BRACKET.formatted(OLD, OLD));
    assertThat(new RepairOutput(output("file", Optional.empty())).repair(OWN))
        .containsExactly("run %s is committed, and latest.json points to it now".formatted(NEW));
    assertThat(latest()).isEqualTo(BRACKET.formatted(NEW, NEW));
    tell(
        "17",
        "the storage throws before latest.json",
        "it points to the older run",
        "the next run points to it");
  }

  @Test
  void commitsNothingOnceAnotherRunHasTheFolder() throws IOException {
    OutputFiles output = output("file", Optional.empty());
    SteppedClock clock = new SteppedClock();
    try (Lease slow = Lease.take(output, OLD, clock)) {
      RunFolder run = written("file", OLD, Optional.empty());
      clock.step(Lease.TERM.plusSeconds(1));
      try (Lease other = Lease.take(output, NEW, clock)) {
        other.requireHeld();

        assertThatThrownBy(() -> run.commit(slow))
            .isInstanceOf(LeasedException.class)
            .hasMessageContaining("run %s holds the output folder".formatted(NEW));
      }
      assertThat(run.isCommitted()).isFalse();
      assertThat(folder.resolve("runs/%s/%s".formatted(OLD, Manifest.FILE))).doesNotExist();
    }
  }

  @Test
  void sweepsWhatRunsThatDiedHaveLeftAndNothingElse() throws IOException {
    publish("file", OLD, Optional.empty());
    written("file", NEW, Optional.empty());
    Path own = Files.createDirectories(folder.resolve("runs/" + OWN));
    Path ofOthers = Files.createDirectories(folder.resolve("runs/experiment-7"));
    Files.writeString(ofOthers.resolve("results"), "mine");
    Files.writeString(folder.resolve(".settings.json.bak"), "mine");
    Files.writeString(folder.resolve(".latest.json." + NEW), "half");
    Files.createDirectories(folder.resolve("status"));
    Files.writeString(folder.resolve("status/.%s.json.%s".formatted(NEW, NEW)), "half");
    Files.createDirectories(folder.resolve("lease"));
    Files.writeString(folder.resolve("lease/.000000003.json.purge-" + NEW), "half");
    Files.writeString(folder.resolve(".audit.jsonl." + OWN), "its own");
    Files.writeString(folder.resolve("runs/%s/.manifest.json.%s".formatted(OLD, NEW)), "half");
    Files.writeString(folder.resolve("notes.txt"), "mine");
    Path kept = Files.createDirectories(folder.resolve("private/kept/run-x"));

    List<String> said = new RepairOutput(output("file", Optional.empty())).repair(OWN);

    assertThat(said)
        .singleElement()
        .asString()
        .matches("swept what runs that died have left: 1 runs, 4 unfinished files, [\\d,]+ bytes");
    assertThat(folder.resolve("runs/" + NEW)).doesNotExist();
    assertThat(unfinished())
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrder(".settings.json.bak", ".audit.jsonl." + OWN);
    assertThat(own).exists();
    assertThat(ofOthers.resolve("results")).exists();
    assertThat(kept).exists();
    assertThat(folder.resolve("notes.txt")).exists();
    assertThat(manifest(OLD)).contains(OLD);
    assertThat(new RepairOutput(output("file", Optional.empty())).repair(OWN)).isEmpty();
  }

  /** For the table that {@code bench/faults} writes. */
  private static void tell(String row, String injected, String seen, String outcome) {
    System.out.printf(
        "fault-row: {\"row\": \"%s\", \"injected\": \"%s\", \"seen\": \"%s\", \"outcome\": \"%s\"}%n",
        row, injected, seen, outcome);
  }

  private void publish(String scheme, String runId, Optional<Boolean> renames) throws IOException {
    RunFolder run = written(scheme, runId, renames);
    run.commit();
    assertThat(run.isCommitted()).isTrue();
  }

  private RunFolder written(String scheme, String runId, Optional<Boolean> renames)
      throws IOException {
    RunFolder run = new RunFolder(output(scheme, renames), runId);
    SummaryRows rows = new SummaryRows(CensusTables.OVERLAP, runId);
    rows.add("people", 20L, false);
    run.write(rows);
    return run;
  }

  private OutputFiles output(String scheme, Optional<Boolean> renames) throws IOException {
    return new OutputFiles(configuration(scheme), scheme + ":" + folder, renames);
  }

  private static Configuration configuration(String scheme) {
    return switch (scheme) {
      case NoRenameFileSystem.SCHEME -> OtherScheme.configuration(scheme, NoRenameFileSystem.class);
      case UncertainFileSystem.SCHEME ->
          OtherScheme.configuration(scheme, UncertainFileSystem.class);
      default -> new Configuration();
    };
  }

  private String latest() throws IOException {
    return Files.readString(folder.resolve("latest.json"));
  }

  private String manifest(String runId) throws IOException {
    return Files.readString(folder.resolve("runs/%s/%s".formatted(runId, Manifest.FILE)));
  }

  private List<Path> unfinished() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(".")).toList();
    }
  }
}
