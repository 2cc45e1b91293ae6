package leakcensus.estimate.select;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyTable;
import leakcensus.estimate.GoodTuringCoverage;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.SelectionReason;
import leakcensus.estimate.gate.Gate;
import leakcensus.estimate.gate.Gate.Outcome;
import leakcensus.estimate.gate.OrderGate;
import leakcensus.estimate.program.IdentifiedSet;

/**
 * Answers from a table of frequencies alone: how many persons stand in the sample and behind the
 * dump. Gates test the stated design first; one that refuses overrules it.
 */
public final class EstimateFrequencies {

  private EstimateFrequencies() {}

  /**
   * The rows of all methods, one selected for each scope.
   *
   * @param table the counts, free of error of linkage
   * @param confidence nominal coverage of every interval, a ratio in (0, 1)
   */
  public static FrequencyAnswer estimate(FrequencyTable table, double confidence) {
    List<Gate> gates = new ArrayList<>();
    gates.add(
        table.design() instanceof SampleDesign.WholeDump
            ? OrderGate.wholeDump()
            : OrderGate.check(table.gapRatios()));
    if (table.sample().dumpRecords().isPresent()) {
      gates.add(size(table));
    }
    SampleDesign design =
        gates.stream().anyMatch(Gate::refuses) ? new SampleDesign.Unknown() : table.design();
    List<PersonEstimate> methods = AllMethods.of(table.sample(), design, confidence);
    if (table.design() instanceof SampleDesign.RandomRecords) {
      gates.add(possible(methods));
    }

    List<PersonEstimate> rows = new ArrayList<>();
    rows.add(sample(table, confidence));
    PersonEstimate headline = ChooseHeadline.choose(table.sample(), design, methods, confidence);
    rows.add(because(headline, gates));
    for (PersonEstimate row : methods) {
      if (!row.method().equals(headline.method())) {
        rows.add(row);
      }
    }
    return new FrequencyAnswer(rows, gates, GoodTuringCoverage.of(table.sample().persons()));
  }

  /** The selected row of the dump alone, of a design that no gate has refused. */
  public static PersonEstimate headline(DumpSample sample, SampleDesign design, double confidence) {
    return ChooseHeadline.choose(
        sample, design, AllMethods.candidates(sample, design, confidence), confidence);
  }

  private static PersonEstimate sample(FrequencyTable table, double confidence) {
    double persons = table.sample().persons().observedPersons();
    return PersonEstimate.builder(EstimateScope.SAMPLE, "count", confidence)
        .persons(persons)
        .lowerPersons(persons)
        .upperPersons(persons)
        .selected(SelectionReason.SAMPLE_COUNTED)
        .assumptions("A count; the table is taken as free of linkage error.")
        .build();
  }

  private static Gate size(FrequencyTable table) {
    long dump = table.sample().dumpRecords().orElseThrow();
    boolean whole = dump == table.sample().persons().records();
    boolean contradicted = table.design() instanceof SampleDesign.WholeDump && !whole;
    return new Gate(
        "size",
        contradicted ? Outcome.REFUSED : Outcome.NOT_REFUSED,
        OptionalDouble.empty(),
        contradicted
            ? "The dump has more records than the sample, so the sample is not the whole of it."
            : "The sample is no larger than the dump.");
  }

  private static Gate possible(List<PersonEstimate> methods) {
    PersonEstimate set =
        methods.stream()
            .filter(row -> row.method().equals(IdentifiedSet.METHOD))
            .findFirst()
            .orElseThrow();
    boolean possible = set.upperPersons().isPresent();
    return new Gate(
        "identified_set",
        possible ? Outcome.NOT_REFUSED : Outcome.REFUSED,
        OptionalDouble.empty(),
        possible
            ? "Some dump of that many records would be seen like this sample."
            : "No dump of that many records, drawn at random, would be seen like this sample.");
  }

  /** What was refused is told where the answer is. */
  private static PersonEstimate because(PersonEstimate headline, List<Gate> gates) {
    return gates.stream()
        .filter(Gate::refuses)
        .findFirst()
        .filter(gate -> !headline.identifiable())
        .map(gate -> headline.unsupported(gate.explanation()))
        .orElse(headline);
  }
}
