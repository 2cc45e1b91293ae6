package leakcensus.command;

import java.util.concurrent.Callable;
import leakcensus.config.InputException;
import leakcensus.report.NotificationDraft;
import leakcensus.report.NotificationForm;
import leakcensus.spark.write.CommittedRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Drafts what an authority is told of a breach, from the tables of a finished run. */
@Command(
    name = "notify",
    mixinStandardHelpOptions = true,
    description = {
      "Drafts a notification of the breach from the tables of a finished run, as Markdown.",
      "",
      "What only the holder of the data can know is left open and marked. Nothing is sent.",
      ""
    },
    footer = {"", "Example:", "  leak-census notify --run leak-census-out --regime gdpr", ""})
public final class NotifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private RunOption run;

  @Option(
      names = "--regime",
      required = true,
      paramLabel = "REGIME",
      description = "Law whose form is filled in: gdpr, uk, pipl or china-incident.")
  private String regime;

  @Override
  public Integer call() {
    NotificationForm form =
        NotificationForm.ofKey(regime)
            .orElseThrow(
                () ->
                    new InputException(
                        "Unknown regime: %s (must be one of %s). Check --regime."
                            .formatted(regime, NotificationForm.keys())));
    CommittedRun committed = run.open();
    spec.commandLine()
        .getOut()
        .print(NotificationDraft.markdown(form, committed.tables(), committed.manifest().runId()));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
