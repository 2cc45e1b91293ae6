package leakcensus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import leakcensus.config.InputException;
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
    ParameterException usage =
        new ParameterException(
            new CommandLine(CommandLine.Model.CommandSpec.create()), "Missing x");

    assertThat(ExitCode.of(usage)).isEqualTo(ExitCode.USAGE);
    assertThat(ExitCode.of(new IllegalStateException())).isEqualTo(ExitCode.INTERNAL);
    assertThat(ExitCode.of(new OutOfMemoryError())).isEqualTo(ExitCode.INTERNAL);
  }

  @Test
  void tellsFaultsOfTheInputApart() {
    assertThat(ExitCode.of(new InputException("x"))).isEqualTo(ExitCode.USAGE);
    assertThat(ExitCode.of(new InputException(InputException.Kind.UNREADABLE, "x")))
        .isEqualTo(ExitCode.INPUT);
    assertThat(ExitCode.of(new InputException(InputException.Kind.QUARANTINE, "x")))
        .isEqualTo(ExitCode.QUARANTINE);
    assertThat(ExitCode.of(CommitException.of("write", new IOException("x"))))
        .isEqualTo(ExitCode.COMMIT);
  }

  @Test
  void explainsEveryNumber() {
    assertThat(ExitCode.meanings()).hasSize(7).containsEntry(" 3", "Input unreadable");
  }
}
