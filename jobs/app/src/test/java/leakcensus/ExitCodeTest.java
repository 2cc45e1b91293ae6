package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class ExitCodeTest {

  @Test
  void keepsTheNumbersThatScriptsRelyOn() {
    assertThat(ExitCode.values()).extracting(ExitCode::number).containsExactly(0, 1, 2, 3, 4, 5, 6);
  }

  @Test
  void blamesTheCommandLineForItsOwnFaultsOnly() {
    ParameterException usage = new ParameterException(new CommandLine(new Main()), "Missing x");

    assertThat(ExitCode.of(usage)).isEqualTo(ExitCode.USAGE);
    assertThat(ExitCode.of(new IllegalStateException())).isEqualTo(ExitCode.INTERNAL);
    assertThat(ExitCode.of(new OutOfMemoryError())).isEqualTo(ExitCode.INTERNAL);
  }

  @Test
  void explainsEveryNumber() {
    assertThat(ExitCode.meanings()).hasSize(7).containsEntry(" 3", "Input unreadable");
  }
}
