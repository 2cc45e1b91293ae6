package leakcensus.spark.write;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import leakcensus.disclosure.AttackCounts;
import leakcensus.disclosure.CountSystem;
import leakcensus.disclosure.Exposure;
import leakcensus.disclosure.PersonCounts;
import leakcensus.disclosure.RelateCounts;
import leakcensus.disclosure.UnsolvedCountsException;
import leakcensus.spark.table.SummaryRows;

/** Attacks the tables of a run by differencing, over all of them together. */
final class VerifyDisclosure {

  private static final long MOST_IDS = 1_000_000_000;

  private final long minCell;

  /** Several attacks may find the same. */
  private final Set<String> faults = new LinkedHashSet<>();

  private VerifyDisclosure(long minCell) {
    this.minCell = minCell;
  }

  /** Which counts can be reckoned from the others, a sentence each. */
  static List<String> faults(Map<String, SummaryRows> tables, long minCell) {
    VerifyDisclosure verify = new VerifyDisclosure(minCell);
    PersonCounts counts = PublishedPersons.of(tables);
    verify.attack("by source", () -> RelateCounts.overlapsAlone(counts));
    verify.attack("by source", () -> RelateCounts.overlaps(counts));
    verify.attack("of sources and fields", () -> RelateCounts.fields(counts));
    verify.attack("by stratum", () -> RelateCounts.strataWithSums(counts));
    LinkedHashMap<String, OptionalLong> funnel = PublishedPersons.funnel(tables);
    verify.attack("of ids by step", () -> RelateCounts.steps(funnel, MOST_IDS, counts.rounding()));
    return List.copyOf(verify.faults);
  }

  private void attack(String what, Supplier<CountSystem> system) {
    try {
      AttackCounts.attack(system.get(), minCell).forEach(this::add);
    } catch (UnsolvedCountsException fault) {
      faults.add(
          "Invalid counts %s: none agree with all that is told. Make the run again."
              .formatted(what));
    }
  }

  private void add(Exposure exposure) {
    faults.add(
        ("Exposed count in %s.%s (%s): the tables leave %,d to %,d (must leave %d values). Do not"
                + " publish this run; make it again.")
            .formatted(
                exposure.count().table(),
                exposure.count().column(),
                exposure.count().row(),
                exposure.lowest(),
                exposure.highest(),
                minCell));
  }
}
