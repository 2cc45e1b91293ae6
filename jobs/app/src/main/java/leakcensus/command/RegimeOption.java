package leakcensus.command;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import leakcensus.simulate.Regime;
import picocli.CommandLine.Option;

/** The regimes of a simulation, by name. */
final class RegimeOption {

  @Option(
      names = "--regimes",
      split = ",",
      paramLabel = "REGIME",
      completionCandidates = Names.class,
      description =
          "Ways in which samples come about: ${COMPLETION-CANDIDATES} (default: all but the slow"
              + " captures-five).")
  private List<String> names = new ArrayList<>();

  /** All names, for the help. */
  static final class Names implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Regime.all().stream().map(Regime::name).iterator();
    }
  }

  /**
   * The regimes that were asked for, in the order of the report.
   *
   * @throws IllegalArgumentException if a name is unknown
   */
  List<Regime> chosen() {
    List<Regime> all = Regime.all();
    List<String> known = all.stream().map(Regime::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "Unknown regime: %s (must be one of %s)".formatted(name, String.join(", ", known)));
      }
    }
    return all.stream()
        .filter(regime -> names.isEmpty() ? regime.quick() : names.contains(regime.name()))
        .toList();
  }
}
