package leakcensus.spark.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {

  private static final int RUNS = 16;

  @TempDir private Path folder;

  private final SteppedClock clock = new SteppedClock();
  private OutputFiles output;

  @BeforeEach
  void open() throws IOException {
    output = new OutputFiles(new Configuration(), folder.toString(), Optional.empty());
  }

  @AfterEach
  void mendTheNetwork() {
    UncertainFileSystem.when = UncertainFileSystem.Break.NEVER;
  }

  @Test
  void refusesASecondRunAndNamesTheFirst() throws IOException {
    try (Lease first = Lease.take(output, "first", clock)) {
      first.requireHeld();

      assertThatThrownBy(() -> Lease.take(output, "second", clock))
          .isInstanceOf(LeasedException.class)
          .hasMessage(
              "run first holds the output folder since 2026-01-01T00:00:00Z; its lease ends at 2026-01-01T00:02:00Z unless it is renewed");
    }
  }

  @Test
  void isFreeOnceItIsGivenBack() throws IOException {
    Lease.take(output, "first", clock).close();

    try (Lease second = Lease.take(output, "second", clock)) {
      second.requireHeld();
    }
    assertThat(terms()).hasSize(1);
  }

  @Test
  void runsOutWithARunThatDied() throws IOException {
    Lease.take(output, "dead", clock);
    clock.step(Lease.TERM.minusSeconds(1));
    assertThatThrownBy(() -> Lease.take(output, "second", clock))
        .isInstanceOf(LeasedException.class);

    clock.step(Duration.ofSeconds(1));

    try (Lease second = Lease.take(output, "second", clock)) {
      second.requireHeld();
    }
  }

  @Test
  void lastsWhileItIsRenewed() throws IOException {
    try (Lease first = Lease.take(output, "first", clock)) {
      for (int i = 0; i < 5; i++) {
        clock.step(Lease.TERM.minusSeconds(10));
        first.renew();
      }

      assertThatThrownBy(() -> Lease.take(output, "second", clock))
          .isInstanceOf(LeasedException.class);
    }
  }

  @Test
  void isLostToTheRunThatTookItAfterItHadRunOut() throws IOException {
    Lease slow = Lease.take(output, "slow", clock);
    clock.step(Lease.TERM);
    try (Lease quick = Lease.take(output, "quick", clock)) {
      slow.renew();

      assertThatThrownBy(slow::requireHeld)
          .isInstanceOf(LeasedException.class)
          .hasMessageStartingWith("run quick holds the output folder");
      slow.close();
      assertThat(terms()).as("what slow has written").containsExactly("000000002.json");
      quick.requireHeld();
    }
  }

  @Test
  void runsOutWhereItsRunDiedWhileWritingIt() throws IOException {
    Files.createDirectories(folder.resolve("lease"));
    Path half = Files.writeString(folder.resolve("lease/000000007.json"), "{\"run_id\":\"ha");
    Files.setLastModifiedTime(half, FileTime.from(clock.instant().minusSeconds(60)));
    assertThatThrownBy(() -> Lease.take(output, "second", clock))
        .hasMessageStartingWith("run unknown holds the output folder");

    clock.step(Duration.ofSeconds(60));

    try (Lease second = Lease.take(output, "second", clock)) {
      second.requireHeld();
    }
    assertThat(terms()).containsExactly("000000008.json");
  }

  /** As where a quota lets a file be made and nothing be written. */
  @Test
  void isFreeAtOnceWhereItCannotBeWritten() throws IOException {
    OutputFiles breaking = behindABadNetwork(UncertainFileSystem.Break.AFTER);
    assertThatThrownBy(() -> Lease.take(breaking, "first", clock))
        .hasMessage("the network broke behind");

    try (Lease second = Lease.take(output, "second", clock)) {
      second.requireHeld();
    }
    assertThat(terms()).containsExactly("000000002.json");
  }

  @Test
  void isFreeAtOnceWhereItsEndCannotBeWritten() throws IOException {
    Lease first = Lease.take(behindABadNetwork(UncertainFileSystem.Break.NEVER), "first", clock);
    UncertainFileSystem.when = UncertainFileSystem.Break.BEFORE;

    first.close();

    assertThat(terms()).containsExactly("000000001.ended");
    try (Lease second = Lease.take(output, "second", clock)) {
      second.requireHeld();
    }
    assertThat(terms()).containsExactly("000000002.json");
  }

  private OutputFiles behindABadNetwork(UncertainFileSystem.Break when) throws IOException {
    UncertainFileSystem.name = "000000001.json";
    UncertainFileSystem.when = when;
    String scheme = UncertainFileSystem.SCHEME;
    return new OutputFiles(
        OtherScheme.configuration(scheme, UncertainFileSystem.class),
        scheme + ":" + folder,
        Optional.of(false));
  }

  /** Many runs at a time, on a new folder and on one whose lease has run out. */
  @RepeatedTest(20)
  void goesToOneOfManyRuns() throws Exception {
    assertThat(takenAtOnce()).hasSize(1);

    clock.step(Lease.TERM);
    assertThat(takenAtOnce()).hasSize(1);
  }

  private List<Lease> takenAtOnce() throws Exception {
    ExecutorService runs = Executors.newFixedThreadPool(RUNS);
    CyclicBarrier start = new CyclicBarrier(RUNS);
    List<Callable<Optional<Lease>>> attempts = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      String runId = "run" + i;
      attempts.add(
          () -> {
            start.await();
            try {
              return Optional.of(Lease.take(output, runId, clock));
            } catch (LeasedException taken) {
              return Optional.empty();
            }
          });
    }
    List<Lease> taken = new ArrayList<>();
    for (Future<Optional<Lease>> attempt : runs.invokeAll(attempts)) {
      attempt.get().ifPresent(taken::add);
    }
    runs.shutdown();
    for (Lease lease : taken) {
      lease.requireHeld();
    }
    return taken;
  }

  private List<String> terms() throws IOException {
    try (var files = Files.list(folder.resolve("lease"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
