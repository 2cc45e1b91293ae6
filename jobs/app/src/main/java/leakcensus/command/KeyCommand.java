package leakcensus.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import leakcensus.config.KeySettings;
import leakcensus.pipeline.KeyFile;
import leakcensus.pseudonym.RunKeys;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a lasting key, or names one. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a key that lasts, or tells the id of one.",
      "",
      "Without a lasting key each run draws a key that dies with it. With one, runs can be",
      "resumed, added to night by night and compared. Whoever has the key and the files that",
      "a run keeps can try values against them: guard it like the leak.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  leak-census key --new /secure/leak.key",
      "  leak-census census --config run.conf --set privacy.key.file=/secure/leak.key",
      ""
    })
public final class KeyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Choice choice;

  /** Either a new key or an old one. */
  private static final class Choice {

    @Option(
        names = "--new",
        paramLabel = "FILE",
        description = "Writes a fresh key into a new file of mode 0600.")
    private Path made;

    @Option(
        names = "--id",
        paramLabel = "FILE",
        description = "Tells the id of a key, as it stands in key_id of the table run.")
    private Path named;
  }

  @Override
  public Integer call() {
    if (choice.made != null) {
      RunKeys made = KeyFile.create(choice.made);
      spec.commandLine()
          .getOut()
          .printf(
              "Key %s made. Whoever loses it cannot resume, add to or compare its runs; keep a copy"
                  + " in a safe place.%n",
              made.id());
    } else {
      spec.commandLine()
          .getOut()
          .println(KeyFile.read(choice.named, false, KeySettings.OF_RUNS).id());
    }
    spec.commandLine().getOut().flush();
    return 0;
  }
}
