package leakcensus.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakcensus.config.InputException;
import leakcensus.config.LoadedConfig;
import leakcensus.register.WriteRegister;

/** Makes up registers of many kinds, one by each seed. */
public final class MakeRegisters {

  private final Path folder;
  private final List<String> settings;

  /**
   * Will make them in a folder.
   *
   * @param folder where the folder of each register goes
   * @param settings settings of the form {@code path=value}, which win over what the seed draws
   */
  public MakeRegisters(Path folder, List<String> settings) {
    this.folder = folder;
    this.settings = List.copyOf(settings);
  }

  /**
   * Makes registers by so many seeds from the first, and gives their folders.
   *
   * @throws InputException if a setting is at fault, or a folder is there already
   */
  public List<Path> make(int registers, long firstSeed) {
    List<Path> made = new ArrayList<>();
    for (long seed = firstSeed; seed < firstSeed + registers; seed++) {
      List<String> all = new ArrayList<>(settings);
      all.add("synthesise.register.vary=true");
      all.add("synthesise.register.seed=" + seed);
      Path register = folder.resolve("register-" + seed);
      try {
        new WriteRegister(LoadedConfig.load(Optional.empty(), all).register()).write(register);
      } catch (IllegalArgumentException fault) {
        throw new InputException(fault.getMessage(), fault);
      } catch (IOException fault) {
        throw CommitException.of("write a made-up register", fault);
      }
      made.add(register);
    }
    return made;
  }
}
