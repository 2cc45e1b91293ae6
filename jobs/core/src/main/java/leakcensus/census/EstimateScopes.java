package leakcensus.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import leakcensus.config.CensusConfig;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.estimate.DrawnPersons;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SampleCounts;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.capture.CaptureHistories;
import leakcensus.estimate.capture.EstimateCaptures;
import leakcensus.estimate.capture.FlatIndexEstimator;
import leakcensus.estimate.select.EstimatePersons;
import leakcensus.estimate.select.PreferIndex;
import leakcensus.source.Source;

/**
 * The rows of the sample and of the dump, for all sources together; one row of each scope answers.
 *
 * <p>Where the sources are stated to hold an index of persons, and it can be answered from it, that
 * answers for the dump: it needs no law of records. Else the design of the sample decides.
 */
final class EstimateScopes {

  private static final String DEPENDENT_LISTS =
      "That being in one source does not depend on being in another, or dependence by pairs alone;"
          + " and links without error.";

  private final CensusFacts facts;
  private final CensusConfig config;
  private final LinkageBounds linkage;
  private final TestedDesign tested;

  EstimateScopes(
      CensusFacts facts, CensusConfig config, LinkageBounds linkage, TestedDesign tested) {
    this.facts = facts;
    this.config = config;
    this.linkage = linkage;
    this.tested = tested;
  }

  /** The rows, selected ones first within their scope. */
  List<PersonEstimate> rows() {
    SampleCounts counts = sampleCounts();
    List<PersonEstimate> answers =
        EstimatePersons.estimate(counts, tested.design(), config.confidence()).stream()
            .map(this::because)
            .toList();
    List<PersonEstimate> rows = new ArrayList<>(withIndex(answers));
    List<FrequencyOfFrequencies> drawn = facts.drawnPersons();
    if (!drawn.isEmpty()) {
      rows.add(1, DrawnPersons.of(drawn, config.confidence()));
      EstimatePersons.reference(counts, drawn, tested.design(), config.confidence())
          .ifPresent(rows::add);
    }
    rows.addAll(EstimatePersons.references(counts, tested.design(), config.confidence()));
    MatchingErrors.of(facts)
        .flatMap(errors -> errors.truePairs(counts.persons(), config.confidence()))
        .ifPresent(
            pairs -> rows.addAll(EstimatePersons.references(counts, pairs, tested.design())));
    rows.addAll(captures());
    return List.copyOf(rows);
  }

  private SampleCounts sampleCounts() {
    FrequencyOfFrequencies checked =
        facts.frequencies(Measure.CHECKED_ID_FREQUENCY, CountTable.ALL_SOURCES);
    return new SampleCounts(
        facts.persons(CountTable.ALL_SOURCES),
        facts.recordsKept(),
        facts.mentions(),
        linkage,
        checked.observedPersons() > 0 ? Optional.of(checked) : Optional.empty());
  }

  /** What was refused is told where the answer is. */
  private PersonEstimate because(PersonEstimate row) {
    return tested
        .refusal()
        .filter(why -> row.selected() && !row.identifiable())
        .map(row::unsupported)
        .orElse(row);
  }

  private List<PersonEstimate> withIndex(List<PersonEstimate> answers) {
    if (tested.statements().personIndexes().isEmpty()
        || !(tested.designOfEach() instanceof SampleDesign.RandomRecords
            || tested.designOfEach() instanceof SampleDesign.IndependentDraws)) {
      return answers;
    }
    PersonEstimate index =
        FlatIndexEstimator.of(
            MatchIndexes.of(facts, tested.statements(), linkage), config.confidence());
    return PreferIndex.over(answers, index);
  }

  /**
   * Sources as incomplete lists of one population: references, since nobody knows how they depend.
   */
  private List<PersonEstimate> captures() {
    int sources = facts.sources().size();
    if (sources < 2 || sources > CaptureHistories.MOST_LISTS) {
      return List.of();
    }
    SortedMap<Long, Long> overlaps =
        new TreeMap<>(facts.counts().bySecond(Measure.OVERLAP, CountTable.ALL_SOURCES, 0));
    if (!config.disclosure().smallCells().suppressed(overlaps).isEmpty()) {
      // Their numbers would give the withheld cells away.
      return List.of();
    }
    Map<Integer, Long> histories = new TreeMap<>();
    overlaps.forEach((mask, persons) -> histories.put(Math.toIntExact(mask), persons));
    return EstimateCaptures.of(
            CaptureHistories.of(facts.sources().stream().map(Source::name).toList(), histories),
            config.confidence())
        .stream()
        .map(PersonEstimate::unselected)
        .map(row -> row.identifiable() ? row.unsupported(DEPENDENT_LISTS) : row)
        .toList();
  }
}
