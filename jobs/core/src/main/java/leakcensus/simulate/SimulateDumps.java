package leakcensus.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.gate.Gate;

/**
 * Draws samples from made-up dumps and holds the answers against the truth. Its numbers follow from
 * the seed alone, whatever the number of threads.
 */
public final class SimulateDumps {

  private final SimulationPlan plan;

  /** A simulation. */
  public SimulateDumps(SimulationPlan plan) {
    this.plan = plan;
  }

  /** Hears of each case when it is done. */
  @FunctionalInterface
  public interface Listener {

    /**
     * A case is done.
     *
     * @param cells its rows, the selected one first
     * @param done cases done so far
     * @param cases cases in all
     */
    void done(List<SimulatedCell> cells, int done, int cases);
  }

  /**
   * The rows of all cases of some regimes: the selected row of each, and each method's if asked.
   */
  public List<SimulatedCell> run(List<Regime> regimes, Listener listener) {
    Map<Regime, List<SimulatedCase>> cases = new LinkedHashMap<>();
    regimes.forEach(regime -> cases.put(regime, regime.cases(plan)));
    int all = cases.values().stream().mapToInt(List::size).sum();
    List<SimulatedCell> cells = new ArrayList<>();
    int done = 0;
    for (Map.Entry<Regime, List<SimulatedCase>> entry : cases.entrySet()) {
      for (SimulatedCase each : entry.getValue()) {
        List<SimulatedCell> rows = judge(entry.getKey().name(), each);
        cells.addAll(rows);
        done++;
        listener.done(rows, done, all);
      }
    }
    return List.copyOf(cells);
  }

  private List<SimulatedCell> judge(String regime, SimulatedCase drawn) {
    DrawSeed seed =
        DrawSeed.of(plan.seed(), regime + '|' + drawn.law() + '|' + drawn.sampledRatio());
    List<SimulatedAnswer> answers =
        IntStream.range(0, plan.repetitions())
            .parallel()
            .mapToObj(draw -> drawn.draw(new SplittableRandom(seed.at(draw))))
            .toList();
    Map<String, List<SimulatedCell.Judged>> rows = new LinkedHashMap<>();
    for (SimulatedAnswer answer : answers) {
      add(rows, SimulatedCell.SELECTED, answer, answer.selected());
      for (PersonEstimate row : answer.methods()) {
        add(rows, row.method(), answer, row);
      }
    }
    List<Gate> gates =
        answers.stream().map(SimulatedAnswer::orderGate).flatMap(Optional::stream).toList();
    List<SimulatedCell> cells = new ArrayList<>();
    rows.forEach(
        (method, judged) ->
            cells.add(
                SimulatedCell.of(
                    regime,
                    drawn,
                    method,
                    answers.size(),
                    judged,
                    method.equals(SimulatedCell.SELECTED) ? gates : List.of())));
    return cells;
  }

  private static void add(
      Map<String, List<SimulatedCell.Judged>> rows,
      String method,
      SimulatedAnswer answer,
      PersonEstimate row) {
    rows.computeIfAbsent(method, name -> new ArrayList<>())
        .add(new SimulatedCell.Judged(answer.persons(), answer.seenPersons(), row));
  }
}
