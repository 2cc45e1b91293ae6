package leakcensus.estimate.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.FrequencyTable;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SampleCounts;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.SelectionReason;
import leakcensus.estimate.gate.Gate;
import leakcensus.estimate.linkage.BoundPersons;
import leakcensus.estimate.linkage.LinkageErrors;
import leakcensus.estimate.linkage.TruePairs;

/**
 * Answers from a table of frequencies whose links are false or missed at rates that are known from
 * decoys and planted copies.
 *
 * <pre>{@code
 * random records, R known:  lp_set_linked between the fewest and the most persons of the linkage;
 *                           where there is no such set, cv0_lower_bound_linked
 * independent draws:        at least the lower end of birthday_linked, no upper end
 * whole dump:               the fewest and the most persons of the linkage
 * anything else:            not identifiable
 * }</pre>
 *
 * <p>The methods that take counts as free of error stand beside it, all marked as not supported.
 */
public final class EstimateLinkedFrequencies {

  private final FrequencyTable table;
  private final SampleDesign design;
  private final LinkageErrors errors;
  private final SampleCounts counts;
  private final Optional<TruePairsRows> pairs;
  private final double confidence;

  private EstimateLinkedFrequencies(
      FrequencyTable table, SampleDesign design, LinkageErrors errors, double confidence) {
    FrequencyOfFrequencies persons = table.sample().persons();
    this.table = table;
    this.design = design;
    this.errors = errors;
    this.confidence = confidence;
    counts =
        new SampleCounts(
            persons,
            persons.records(),
            persons.records(),
            BoundPersons.of(persons, errors, 1 - (1 - confidence) / 2),
            Optional.empty());
    pairs =
        persons.records() < 2
            ? Optional.empty()
            : Optional.of(
                new TruePairsRows(TruePairs.of(persons, errors, confidence), persons.records()));
  }

  /**
   * The rows of all methods, one selected for each scope.
   *
   * @param table the counts, as linked
   * @param errors what is known of false and missed links
   * @param confidence nominal coverage of every interval, a ratio in (0, 1)
   */
  public static FrequencyAnswer estimate(
      FrequencyTable table, LinkageErrors errors, double confidence) {
    FrequencyAnswer free = EstimateFrequencies.estimate(table, confidence);
    List<Gate> gates =
        free.gates().stream().filter(gate -> !gate.name().equals("identified_set")).toList();
    Optional<Gate> refusal = gates.stream().filter(Gate::refuses).findFirst();
    SampleDesign design = refusal.isPresent() ? new SampleDesign.Unknown() : table.design();
    EstimateLinkedFrequencies estimate =
        new EstimateLinkedFrequencies(table, design, errors, confidence);
    List<PersonEstimate> rows = new ArrayList<>(estimate.answers(refusal.map(Gate::explanation)));
    rows.addAll(EstimatePersons.references(estimate.counts, design, confidence));
    return new FrequencyAnswer(rows, gates, free.coverage());
  }

  /** The selected row of the dump alone, of a design that no gate has refused. */
  public static PersonEstimate headline(
      FrequencyTable table, LinkageErrors errors, double confidence) {
    return new EstimateLinkedFrequencies(table, table.design(), errors, confidence).headline();
  }

  private List<PersonEstimate> answers(Optional<String> refusal) {
    List<PersonEstimate> rows = new ArrayList<>();
    rows.add(EstimatePersons.estimate(counts, new SampleDesign.Unknown(), confidence).get(0));
    PersonEstimate headline = headline();
    rows.add(refusal.map(headline::unsupported).orElse(headline));
    for (PersonEstimate row : pairsRows()) {
      if (!row.method().equals(headline.method())) {
        rows.add(row);
      }
    }
    return rows;
  }

  private List<PersonEstimate> pairsRows() {
    List<PersonEstimate> rows = new ArrayList<>();
    pairs.ifPresent(
        of -> {
          rows.add(
              AllMethods.supported(
                  of.birthday(),
                  design instanceof SampleDesign.IndependentDraws,
                  AllMethods.NEEDED_DRAWS));
          if (dumpRecords().isPresent()) {
            rows.add(
                AllMethods.supported(
                    of.lowerBound(dumpRecords().getAsLong()),
                    design instanceof SampleDesign.RandomRecords,
                    AllMethods.NEEDED_RECORDS));
          }
        });
    return rows;
  }

  private PersonEstimate headline() {
    if (pairs.isPresent()
        && design instanceof SampleDesign.RandomRecords
        && dumpRecords().isPresent()) {
      double records = dumpRecords().getAsLong();
      return new LinkedIdentifiedSet(
              counts, RelinkedCounts.byErrors(counts, errors), records, confidence)
          .row(Optional.empty())
          .orElseGet(() -> pairs.get().lowerBound(records).select(SelectionReason.REPEATS));
    }
    if (pairs.isPresent() && design instanceof SampleDesign.IndependentDraws) {
      return independentDraws(pairs.get().birthday());
    }
    boolean draws = design instanceof SampleDesign.IndependentDraws;
    return EstimatePersons.estimate(counts, draws ? new SampleDesign.Unknown() : design, confidence)
        .get(1);
  }

  private PersonEstimate independentDraws(PersonEstimate birthday) {
    return PersonEstimate.builder(EstimateScope.DUMP, "lower_bound_linked", confidence)
        .lowerPersons(birthday.lowerPersons().orElseThrow())
        .selected(SelectionReason.REPEATED_DRAWS)
        .assumptions(
            "Records were drawn one by one, each independent of the others. At least so many"
                + " persons stand behind them, whatever their chances. "
                + counts.linkage().assumptions())
        .needed("The number of records of the dump, for an upper end.")
        .build();
  }

  private OptionalLong dumpRecords() {
    return table.sample().dumpRecords();
  }
}
