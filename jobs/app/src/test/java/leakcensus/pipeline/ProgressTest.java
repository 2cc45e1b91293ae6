package leakcensus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import leakcensus.testing.SteppedClock;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final String OVER = "\r\u001b[?7l";
  private static final String REST = "\u001b[K\u001b[?7h";

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final SteppedClock clock = new SteppedClock();

  @Test
  void writesALogInWholeLinesEverMoreRarely() {
    Progress progress = progress(false);

    progress.step("compare", () -> tickEachSecond(progress, 1_000));

    assertThat(lines().get(0)).isEqualTo("leak-census: compare ...");
    assertThat(lines().get(1)).isEqualTo("leak-census: step 2 of 3, compare: 10 s so far");
    assertThat(lines().get(2)).isEqualTo("leak-census: step 2 of 3, compare: 20 s so far");
    // Ten lines in the first hundred seconds, then one for each tenth of the time.
    assertThat(lines()).filteredOn(line -> line.contains("so far")).hasSizeBetween(25, 40);
    assertThat(lines()).last().isEqualTo("leak-census: compare: done in 1000.0 s");
    assertThat(text()).doesNotContain("\r", "\u001b");
  }

  @Test
  void saysSomethingEveryFiveMinutesHoweverLongAStepTakes() {
    Progress progress = progress(false);

    progress.step("compare", () -> tickEachSecond(progress, 100_000));

    assertThat(lines()).contains("leak-census: step 2 of 3, compare: 27 h 46 min so far");
    assertThat(lines()).filteredOn(line -> line.contains("27 h ")).hasSizeBetween(8, 12);
  }

  @Test
  void writesOverItsLineOnATerminal() {
    Progress progress = progress(true);

    progress.step(
        "compare",
        () -> {
          tickEachSecond(progress, 2);
          progress.say("news");
        });

    assertThat(text())
        .isEqualTo(
            "leak-census: compare ...%n".formatted()
                + OVER
                + "leak-census: step 2 of 3, compare: 1 s so far"
                + REST
                + OVER
                + "leak-census: step 2 of 3, compare: 2 s so far"
                + REST
                + OVER
                + REST
                + "leak-census: news%n".formatted()
                + "leak-census: compare: done in 2.0 s%n".formatted());
  }

  @Test
  void knowsWhereTheRunStands() {
    Progress progress = progress(false);
    progress.reads(List.of(600L, 400L));
    clock.step(Duration.ofSeconds(5));

    assertThat(progress.standing().read()).isEqualTo(new ReadSoFar(0, 0, 0, 1_000));
    assertThat(progress.standing().isReading()).isTrue();

    progress.hasRead(120, 7);
    clock.step(Duration.ofSeconds(60));

    assertThat(progress.standing().read()).isEqualTo(new ReadSoFar(120, 7, 1_000, 1_000));
    assertThat(progress.standing().isReading()).isFalse();
    assertThat(progress.standing().recordsPerSecond()).isEqualTo(24);
  }

  @Test
  void tellsOfEachStepThatBegins() {
    Progress progress = progress(false);
    StringBuilder begun = new StringBuilder();
    progress.atEachStep(
        () -> begun.append(progress.standing().number()).append(progress.standing().step()));

    progress.step("list files", () -> {});
    progress.step("write", () -> {});

    assertThat(begun).hasToString("1list files3write");
  }

  private Progress progress(boolean isTerminal) {
    Progress progress =
        new Progress(
            new ProgressScreen(new PrintStream(told, true, StandardCharsets.UTF_8), isTerminal),
            clock::nanos);
    progress.plan(List.of("list files", "compare", "write"));
    return progress;
  }

  private void tickEachSecond(Progress progress, int seconds) {
    for (int second = 0; second < seconds; second++) {
      clock.step(Duration.ofSeconds(1));
      progress.tick();
    }
  }

  private String text() {
    return told.toString(StandardCharsets.UTF_8);
  }

  private List<String> lines() {
    return text().lines().toList();
  }
}
