package leakcensus.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * A way in which samples come about, with the question that the tool is asked about them.
 *
 * <p>A new regime stands in {@link #all()}; command, table and report take it from there.
 */
public interface Regime {

  /** Short name, as on the command line. */
  String name();

  /** What happens, in half a sentence. */
  String meaning();

  /** Cases of known persons, in the order of the report. */
  List<SimulatedCase> cases(SimulationPlan plan);

  /** Whether it is simulated where no regimes are named. */
  default boolean quick() {
    return true;
  }

  /** All regimes, in the order of the report. */
  static List<Regime> all() {
    List<Regime> regimes = new ArrayList<>();
    regimes.add(SingleDumpRegime.randomRecords());
    regimes.add(SingleDumpRegime.independentDraws());
    regimes.add(new WholeDumpRegime());
    for (RecordOrder order : RecordOrder.values()) {
      regimes.add(new RecordOrderRegime(order));
    }
    regimes.add(new FlatSourcesRegime());
    regimes.addAll(CaptureRegime.all());
    return List.copyOf(regimes);
  }
}
