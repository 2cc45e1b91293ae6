package leakcensus.estimate.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import leakcensus.estimate.DumpSample;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.likelihood.ThinnedAverageEstimator;
import leakcensus.estimate.program.IdentifiedSet;
import leakcensus.estimate.program.JointIdentifiedSet;
import leakcensus.population.AffectedPersons;

/**
 * Says how many persons of one kind the dump holds, where every mention of such a person tells the
 * kind: a region, an age, a sex.
 *
 * <pre>{@code
 * n of the R records of the dump were drawn, m of them mention a person of the part
 * mentions of the part in the dump lie in R [p_l, p_u], interval of m / n at half the error
 *
 * lower = lowest end, upper = highest end of the sets for R p_l and R p_u, at half the error: the
 * joint identified set, or lp_set where there is none
 * persons = average over laws of records for R m / n, cut at both ends
 * }</pre>
 *
 * <p>Units: records, mentions and persons in, persons out. A whole dump is counted. Without the
 * records of the dump there is a lower end alone.
 *
 * <p>Errors: takes the persons of the part as told apart without error; that the ends move with the
 * number of mentions is taken from two numbers, not proven.
 */
public final class EstimatePart {

  private final long sampleRecords;
  private final SampleDesign design;
  private final double confidence;

  /**
   * Estimates parts of one sample.
   *
   * @param sampleRecords records of the sample, counted as those of the dump are
   * @param design of the sample
   */
  public EstimatePart(long sampleRecords, SampleDesign design, double confidence) {
    this.sampleRecords = sampleRecords;
    this.design = design;
    this.confidence = confidence;
  }

  /** The persons of the part, at least those seen. */
  public AffectedPersons of(FrequencyOfFrequencies seen) {
    double counted = seen.observedPersons();
    if (design instanceof SampleDesign.WholeDump) {
      return new AffectedPersons(counted, OptionalDouble.of(counted), OptionalDouble.of(counted));
    }
    if (design instanceof SampleDesign.RandomRecords random
        && random.dumpRecords().isPresent()
        && sampleRecords > 0) {
      return ofRandomRecords(seen, random.dumpRecords().getAsLong());
    }
    return new AffectedPersons(counted, OptionalDouble.empty(), OptionalDouble.empty());
  }

  private AffectedPersons ofRandomRecords(FrequencyOfFrequencies seen, long dumpRecords) {
    double half = 1 - (1 - confidence) / 2;
    DumpMentions mentions = DumpMentions.of(seen.records(), sampleRecords, dumpRecords, half);
    if (seen.records() == 0) {
      // Nobody was seen: the records that may be of the part are as many persons at most.
      double most = sampleRecords == dumpRecords ? 0 : mentions.upper();
      return new AffectedPersons(0, OptionalDouble.of(0), OptionalDouble.of(most));
    }
    double counted = seen.observedPersons();
    List<PersonEstimate> sets = new ArrayList<>();
    set(sample(seen, mentions.lower()), half).ifPresent(sets::add);
    set(sample(seen, mentions.upper()), half).ifPresent(sets::add);
    if (sets.isEmpty()) {
      return new AffectedPersons(counted, OptionalDouble.empty(), OptionalDouble.empty());
    }

    double lower =
        sets.stream().mapToDouble(row -> row.lowerPersons().orElseThrow()).min().orElseThrow();
    double upper =
        sets.stream().mapToDouble(row -> row.upperPersons().orElseThrow()).max().orElseThrow();
    double law =
        new ThinnedAverageEstimator()
            .estimate(sample(seen, mentions.mentions()), confidence)
            .persons()
            .orElse(Math.sqrt(lower * upper));
    double persons = Math.max(lower, Math.min(upper, law));
    return new AffectedPersons(
        Math.max(counted, Math.min(lower, persons)),
        OptionalDouble.of(Math.max(counted, persons)),
        OptionalDouble.of(Math.max(upper, Math.max(counted, persons))));
  }

  /** Nothing where no such dump would be seen like this part of the sample. */
  private static Optional<PersonEstimate> set(DumpSample sample, double confidence) {
    PersonEstimate separate = new IdentifiedSet().estimate(sample, confidence);
    if (!separate.identifiable()) {
      return Optional.empty();
    }
    PersonEstimate joint = new JointIdentifiedSet().estimate(sample, confidence);
    return Optional.of(joint.identifiable() ? joint : separate);
  }

  private static DumpSample sample(FrequencyOfFrequencies seen, double dumpMentions) {
    return new DumpSample(
        seen, OptionalLong.of(Math.max(seen.records(), Math.round(dumpMentions))));
  }
}
