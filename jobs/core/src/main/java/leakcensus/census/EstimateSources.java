package leakcensus.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import leakcensus.count.Measure;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SampleCounts;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.select.EstimatePersons;

/**
 * The persons of each source alone, in the sample and in the dump.
 *
 * <p>The error of the linkage is known for all sources together only. All of it is taken to lie in
 * each of them, which makes the intervals too wide rather than too narrow.
 */
final class EstimateSources {

  private static final String ERROR_IN_ONE_SOURCE =
      " All error of the linkage is taken to lie in this source.";

  private final CensusFacts facts;
  private final LinkageBounds linkage;
  private final TestedDesign tested;
  private final double confidence;

  EstimateSources(
      CensusFacts facts, LinkageBounds linkage, TestedDesign tested, double confidence) {
    this.facts = facts;
    this.linkage = linkage;
    this.tested = tested;
    this.confidence = confidence;
  }

  /** The rows of each source; none where there is only one, which is the sample. */
  List<SourceEstimate> rows() {
    List<SourceEstimate> rows = new ArrayList<>();
    for (int source = 0; facts.sources().size() > 1 && source < facts.sources().size(); source++) {
      String name = facts.sources().get(source).name();
      for (PersonEstimate row : rows(source)) {
        rows.add(new SourceEstimate(name, row));
      }
    }
    return List.copyOf(rows);
  }

  private List<PersonEstimate> rows(int source) {
    FrequencyOfFrequencies checked = facts.frequencies(Measure.CHECKED_ID_FREQUENCY, source);
    OptionalLong stated = tested.statements().dumpRecords(facts.sources().get(source).name());
    boolean ofAllSources = stated.isEmpty() && hasDumpRecords(tested.designOfEach());
    SampleCounts counts =
        new SampleCounts(
            facts.persons(source),
            ofAllSources ? facts.recordsKept() : facts.counts().at(Measure.RECORDS, source, 0),
            facts.mentions(source),
            linkage.allIn(facts.persons(source).observedPersons(), ERROR_IN_ONE_SOURCE),
            checked.observedPersons() > 0 ? Optional.of(checked) : Optional.empty());
    return EstimatePersons.estimate(counts, design(stated), confidence).stream()
        .filter(PersonEstimate::selected)
        .toList();
  }

  private static boolean hasDumpRecords(SampleDesign design) {
    return design instanceof SampleDesign.RandomRecords random && random.dumpRecords().isPresent();
  }

  /** Where its own are not stated, the records of the source are a part of those of the dump. */
  private SampleDesign design(OptionalLong stated) {
    return stated.isPresent() && tested.designOfEach() instanceof SampleDesign.RandomRecords
        ? new SampleDesign.RandomRecords(stated)
        : tested.designOfEach();
  }
}
