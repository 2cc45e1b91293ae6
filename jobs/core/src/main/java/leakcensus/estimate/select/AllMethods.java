package leakcensus.estimate.select;

import java.util.ArrayList;
import java.util.List;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.FrequencyEstimator;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.frequency.AceEstimator;
import leakcensus.estimate.frequency.BirthdayEstimator;
import leakcensus.estimate.frequency.Chao1BiasCorrectedEstimator;
import leakcensus.estimate.frequency.Chao1Estimator;
import leakcensus.estimate.frequency.GeeEstimator;
import leakcensus.estimate.frequency.GoodTuringEstimator;
import leakcensus.estimate.frequency.HaasStokesEstimator;
import leakcensus.estimate.frequency.IChao1Estimator;
import leakcensus.estimate.frequency.SmoothedGoodToulminEstimator;
import leakcensus.estimate.likelihood.ThinnedAverageEstimator;
import leakcensus.estimate.likelihood.ThinnedFamilyEstimator;
import leakcensus.estimate.likelihood.TruncatedFamilyEstimator;
import leakcensus.estimate.likelihood.TruncatedPoissonEstimator;
import leakcensus.estimate.program.IdentifiedSet;
import leakcensus.estimate.program.JointIdentifiedSet;

/** What every method on frequencies says, whether or not the stated design supports it. */
public final class AllMethods {

  private static final List<FrequencyEstimator> RANDOM_RECORDS_CANDIDATES =
      List.of(
          new JointIdentifiedSet(),
          new IdentifiedSet(),
          ThinnedFamilyEstimator.katz(),
          ThinnedFamilyEstimator.poissonLogNormal(),
          new ThinnedAverageEstimator());

  private static final List<FrequencyEstimator> INDEPENDENT_DRAWS_CANDIDATES =
      List.of(
          new Chao1Estimator(),
          TruncatedFamilyEstimator.negativeBinomial(),
          TruncatedFamilyEstimator.poissonLogNormal());

  private static final List<FrequencyEstimator> INDEPENDENT_DRAWS =
      List.of(
          new Chao1Estimator(),
          new Chao1BiasCorrectedEstimator(),
          new IChao1Estimator(),
          AceEstimator.ace(),
          AceEstimator.ace1(),
          new GoodTuringEstimator(),
          new BirthdayEstimator(),
          new TruncatedPoissonEstimator(),
          TruncatedFamilyEstimator.negativeBinomial(),
          TruncatedFamilyEstimator.poissonLogNormal());

  private static final List<FrequencyEstimator> RANDOM_RECORDS =
      List.of(
          new JointIdentifiedSet(),
          new IdentifiedSet(),
          ThinnedFamilyEstimator.katz(),
          ThinnedFamilyEstimator.poissonLogNormal(),
          new ThinnedAverageEstimator(),
          HaasStokesEstimator.duj1(),
          HaasStokesEstimator.duj2(),
          HaasStokesEstimator.duj2a(),
          HaasStokesEstimator.hybrid(),
          HaasStokesEstimator.shlosser(),
          HaasStokesEstimator.sh3(),
          new GeeEstimator(),
          new SmoothedGoodToulminEstimator());

  static final String NEEDED_DRAWS =
      "Independent draws: each record drawn for itself from a dump that the sample does not"
          + " exhaust.";

  static final String NEEDED_RECORDS =
      "Records drawn at random from all of the dump, and the number of its records.";

  private AllMethods() {}

  /**
   * A row of each method, none of them selected.
   *
   * @param sample what the sample shows
   * @param design how it was drawn, as far as that is stated and not refuted
   * @param confidence nominal coverage of every interval
   */
  public static List<PersonEstimate> of(DumpSample sample, SampleDesign design, double confidence) {
    List<PersonEstimate> rows = new ArrayList<>();
    for (FrequencyEstimator estimator : RANDOM_RECORDS) {
      rows.add(
          supported(
              estimator.estimate(sample, confidence),
              design instanceof SampleDesign.RandomRecords,
              NEEDED_RECORDS));
    }
    for (FrequencyEstimator estimator : INDEPENDENT_DRAWS) {
      rows.add(
          supported(
              estimator.estimate(sample, confidence),
              design instanceof SampleDesign.IndependentDraws,
              NEEDED_DRAWS));
    }
    return List.copyOf(rows);
  }

  /** The rows that the answer for a design is chosen from; none where nothing is to choose. */
  static List<PersonEstimate> candidates(
      DumpSample sample, SampleDesign design, double confidence) {
    List<FrequencyEstimator> estimators =
        design instanceof SampleDesign.RandomRecords
            ? RANDOM_RECORDS_CANDIDATES
            : design instanceof SampleDesign.IndependentDraws
                ? INDEPENDENT_DRAWS_CANDIDATES
                : List.of();
    return estimators.stream().map(each -> each.estimate(sample, confidence)).toList();
  }

  static PersonEstimate supported(PersonEstimate row, boolean byDesign, String neededDesign) {
    return byDesign || !row.identifiable() ? row : row.unsupported(neededDesign);
  }
}
