package leakcensus.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import leakcensus.config.CensusConfig;
import leakcensus.config.ClaimSettings;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.estimate.CheckClaim;
import leakcensus.estimate.Claim;
import leakcensus.estimate.ClaimCheck;
import leakcensus.estimate.ClaimEvidence;
import leakcensus.estimate.CrossSourcePairs;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.GoodTuringCoverage;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.SourcePairs;
import leakcensus.match.EstimateMatching;
import leakcensus.match.LinkDoubts;
import leakcensus.population.AffectedPersons;
import leakcensus.population.ComparePopulation;
import leakcensus.population.Population;
import leakcensus.population.PopulationShare;
import leakcensus.population.SmallCells;
import leakcensus.population.StratumKind;

/** Turns counts into what a census says: persons with intervals, shares of populations, claims. */
public final class ConcludeCensus {

  private static final String CHINA = "156";

  private final CensusFacts facts;
  private final CensusConfig config;
  private final LinkageBounds linkage;
  private final TestedDesign tested;

  private ConcludeCensus(CensusFacts facts, CensusConfig config) {
    this.facts = facts;
    this.config = config;
    linkage = linkage(facts);
    tested = TestDesign.of(facts, config);
  }

  /** The findings of a census. */
  public static CensusFindings conclude(
      CensusFacts facts, CensusConfig config, List<Population> populations) {
    return new ConcludeCensus(facts, config).findings(populations);
  }

  private CensusFindings findings(List<Population> populations) {
    FrequencyOfFrequencies persons = facts.persons(CountTable.ALL_SOURCES);
    List<PersonEstimate> estimates = new EstimateScopes(facts, config, linkage, tested).rows();
    List<ClaimCheck> claims = config.claims().stream().map(this::check).toList();
    List<PopulationShare> shares = new ArrayList<>();
    for (Population population : populations) {
      shares.addAll(
          ComparePopulation.compare(
              population,
              personsByStratum(population.kind()),
              affected(estimates),
              new SmallCells(config.minCell())));
    }
    return new CensusFindings(
        facts,
        linkage,
        estimates,
        new EstimateSources(facts, linkage, tested, config.confidence()).rows(),
        tested.gates(),
        GoodTuringCoverage.of(persons),
        claims,
        populations,
        shares);
  }

  private static LinkageBounds linkage(CensusFacts facts) {
    return facts
        .matching()
        .map(
            matching ->
                EstimateMatching.estimate(
                    matching,
                    facts.clustersBySignatures(),
                    LinkDoubts.of(facts.counts()),
                    facts.uncountedMentions()))
        .orElseGet(() -> BoundLinkage.of(facts));
  }

  private ClaimCheck check(ClaimSettings claim) {
    FrequencyOfFrequencies persons = facts.persons(CountTable.ALL_SOURCES);
    ClaimEvidence evidence =
        new ClaimEvidence(
            tested.design(),
            sourcePairs(),
            crossSourcePairs(),
            linkage,
            claim.maxCv2(),
            persons.pairDispersionRatio(),
            MatchingErrors.mostFalsePairs(facts, config.confidence()));
    return CheckClaim.check(new Claim(claim.name(), claim.persons()), evidence);
  }

  private List<SourcePairs> sourcePairs() {
    List<SourcePairs> pairs = new ArrayList<>();
    for (int source = 0; source < facts.sources().size(); source++) {
      pairs.add(
          new SourcePairs(
              facts.sources().get(source).name(),
              facts.mentions(source),
              dumpMentions(source),
              tested.statements().isPersonIndex(facts.sources().get(source).name()),
              facts.counts().at(Measure.REPEAT_PAIRS, source, source)));
    }
    return pairs;
  }

  /**
   * The dump's mentions of a source: as its records are stated, or else as the records of the dump
   * are, if they divide among the sources as the sample's.
   */
  private OptionalLong dumpMentions(int source) {
    OptionalLong stated = config.statements().dumpRecords(facts.sources().get(source).name());
    long records = facts.counts().at(Measure.RECORDS, source, 0);
    if (stated.isPresent() && records > 0) {
      return scaled(source, (double) stated.getAsLong() / records);
    }
    return tested.design() instanceof SampleDesign.RandomRecords random
            && random.dumpRecords().isPresent()
            && facts.recordsKept() > 0
        ? scaled(source, (double) random.dumpRecords().getAsLong() / facts.recordsKept())
        : OptionalLong.empty();
  }

  private OptionalLong scaled(int source, double ratio) {
    long mentions = facts.mentions(source);
    return OptionalLong.of(Math.max(mentions, Math.round(mentions * ratio)));
  }

  private List<CrossSourcePairs> crossSourcePairs() {
    List<CrossSourcePairs> pairs = new ArrayList<>();
    for (int first = 0; first < facts.sources().size(); first++) {
      for (int second = first + 1; second < facts.sources().size(); second++) {
        pairs.add(
            new CrossSourcePairs(
                facts.sources().get(first).name(),
                facts.sources().get(second).name(),
                facts.counts().at(Measure.REPEAT_PAIRS, first, second)));
      }
    }
    return pairs;
  }

  private AffectedPersons affected(List<PersonEstimate> estimates) {
    PersonEstimate dump =
        estimates.stream()
            .filter(estimate -> estimate.scope() == EstimateScope.DUMP && estimate.selected())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Missing selected estimate of the dump"));
    return new AffectedPersons(
        dump.lowerPersons().orElse(linkage.lowerPersons()), dump.persons(), dump.upperPersons());
  }

  private Map<String, Long> personsByStratum(StratumKind kind) {
    Map<String, Long> persons = new TreeMap<>();
    facts
        .counts()
        .byFirst(Measure.PROVINCE_PERSONS, CountTable.ALL_SOURCES)
        .forEach(
            (province, count) -> {
              if (province > 0) {
                String stratum = kind == StratumKind.COUNTRY ? CHINA : province.toString();
                persons.merge(stratum, count, Math::addExact);
              }
            });
    return persons;
  }
}
