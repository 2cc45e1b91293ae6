package leakcensus.estimate.select;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.SelectionReason;
import leakcensus.estimate.frequency.Chao1Estimator;
import leakcensus.estimate.likelihood.ThinnedAverageEstimator;
import leakcensus.estimate.program.IdentifiedSet;
import leakcensus.estimate.program.JointIdentifiedSet;

/**
 * Chooses the one number of the dump, by a rule that is fixed before the data are seen.
 *
 * <pre>{@code
 * random records, R known:  interval = joint identified set, or lp_set where there is none; no
 *   interval where lp_set contradicts the design
 *   point = the average over laws of records, cut at the set; where the better of the two thinned
 *   families is rejected at 1 %, or where there is none, the geometric mean of the set
 * independent draws:        from the lower end of Chao's bound, without an upper end
 *   point = the better truncated family, no lower than that end; none where its fit is rejected at
 *   1 %, or where it lies more than five times above that end
 * anything else:            not identifiable; the persons of the sample are a lower end
 * }</pre>
 *
 * <p>Errors: both intervals assume no law of records; the numbers inside do. Persons whom
 * independent draws hardly ever reach are seen by no sample of them, so there is no upper end.
 */
final class ChooseHeadline {

  private static final double REJECTED = 0.01;

  /** Beyond, nearly all persons of the number are the tail of the law, which no repeat shows. */
  private static final double MOST_BEYOND_BOUND = 5;

  private final DumpSample sample;
  private final List<PersonEstimate> rows;
  private final double confidence;

  private ChooseHeadline(DumpSample sample, List<PersonEstimate> rows, double confidence) {
    this.sample = sample;
    this.rows = rows;
    this.confidence = confidence;
  }

  /** The selected row of the dump. */
  static PersonEstimate choose(
      DumpSample sample, SampleDesign design, List<PersonEstimate> rows, double confidence) {
    ChooseHeadline choice = new ChooseHeadline(sample, rows, confidence);
    if (design instanceof SampleDesign.RandomRecords) {
      return choice.identifiedSet();
    }
    if (design instanceof SampleDesign.IndependentDraws) {
      return choice.independentDraws();
    }
    return design instanceof SampleDesign.WholeDump
        ? choice.count()
        : choice.notIdentifiable(
            "How the sample was drawn: records drawn at random from all of the dump together with"
                + " their number, or the whole dump.");
  }

  private PersonEstimate count() {
    double persons = sample.persons().observedPersons();
    return PersonEstimate.builder(EstimateScope.DUMP, "count", confidence)
        .persons(persons)
        .lowerPersons(persons)
        .upperPersons(persons)
        .selected(SelectionReason.DUMP_COUNTED)
        .assumptions(
            "The sample is the whole dump, so its persons are counted. Who stands in it under"
                + " several names counts as several.")
        .build();
  }

  private PersonEstimate identifiedSet() {
    PersonEstimate separate = row(IdentifiedSet.METHOD);
    if (!separate.identifiable()) {
      return notIdentifiable(separate.needed());
    }
    PersonEstimate joint = row(JointIdentifiedSet.METHOD);
    PersonEstimate set = joint.identifiable() ? joint : separate;
    double lower = set.lowerPersons().orElseThrow();
    double upper = set.upperPersons().orElseThrow();
    boolean fitted = best("thinned_katz", "thinned_pln").isPresent();
    double point =
        fitted
            ? row(ThinnedAverageEstimator.METHOD).persons().orElseThrow()
            : Math.sqrt(lower * upper);
    PersonEstimate.Builder headline =
        PersonEstimate.builder(EstimateScope.DUMP, set.method(), confidence)
            .persons(Math.max(lower, Math.min(upper, point)))
            .lowerPersons(lower)
            .upperPersons(upper)
            .selected(SelectionReason.PERMITTED_PERSONS)
            .assumptions(
                set.assumptions()
                    + (fitted
                        ? " The number in between is the average over laws of records, each"
                            + " weighted by how well it explains the sample."
                        : " No law of records fits; the number in between is the middle."));
    set.diagnostics().forEach(headline::diagnostic);
    return headline.build();
  }

  private PersonEstimate independentDraws() {
    double bound =
        row(Chao1Estimator.METHOD).lowerPersons().orElse(sample.persons().observedPersons());
    OptionalDouble law = best("zt_negbin", "zt_pln");
    OptionalDouble fitted =
        law.orElse(0) <= MOST_BEYOND_BOUND * bound ? law : OptionalDouble.empty();
    if (fitted.isEmpty()) {
      return PersonEstimate.builder(EstimateScope.DUMP, "lower_bound", confidence)
          .lowerPersons(bound)
          .selected(SelectionReason.REPEATED_DRAWS)
          .assumptions(
              "Records were drawn one by one, each independent of the others. At least so many"
                  + " persons stand behind them, whatever their chances.")
          .needed("The number of records of the dump, for an upper end.")
          .build();
    }
    return PersonEstimate.builder(EstimateScope.DUMP, "zt_families", confidence)
        .persons(Math.max(bound, fitted.getAsDouble()))
        .lowerPersons(bound)
        .selected(SelectionReason.REPEATED_DRAWS)
        .assumptions(
            "Records were drawn one by one, each independent of the others. At least so many persons"
                + " as the lower end stand behind them, whatever their chances. The number itself"
                + " holds if the chances follow a gamma or a log-normal law; nothing in such a"
                + " sample sets an upper end.")
        .build();
  }

  private PersonEstimate notIdentifiable(String needed) {
    return PersonEstimate.builder(EstimateScope.DUMP, "not_identifiable", confidence)
        .lowerPersons(sample.persons().observedPersons())
        .selected(SelectionReason.NO_NUMBER)
        .assumptions("The persons of the sample stand in the dump; nothing more can be said.")
        .needed(needed)
        .build();
  }

  /** Persons of the family that fits better, unless it does not fit. */
  private OptionalDouble best(String... methods) {
    return rows(methods)
        .filter(row -> row.persons().isPresent())
        .min(Comparator.comparingDouble(row -> row.diagnostics().get("deviance")))
        .filter(row -> row.diagnostics().getOrDefault("fit_p_value_ratio", 1.0) >= REJECTED)
        .map(PersonEstimate::persons)
        .orElse(OptionalDouble.empty());
  }

  private Stream<PersonEstimate> rows(String... methods) {
    return Stream.of(methods).map(this::row);
  }

  private PersonEstimate row(String method) {
    return rows.stream()
        .filter(row -> row.method().equals(method))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Missing row of method: " + method));
  }
}
