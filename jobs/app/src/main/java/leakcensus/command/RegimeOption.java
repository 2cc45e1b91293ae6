package leakcensus.command;

import java.util.ArrayList;
import java.util.List;
import leakcensus.simulate.Regime;
import picocli.CommandLine.Option;

/** The regimes of a simulation, by name. */
final class RegimeOption {

  @Option(
      names = "--regimes",
      split = ",",
      paramLabel = "REGIME",
      description = {
        "Ways in which samples come about, by name (default: all quick ones):",
        "random-records, independent-draws, whole-dump; random-order, by-person, near-tenth,",
        "near-half, near-twice, regions, blocks, shuffled-head (the gate of the order);",
        "flat-sources; captures-two, captures-pairs, captures-all-pairs, captures-differ,",
        "captures-five (slow)."
      })
  private List<String> names = new ArrayList<>();

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
