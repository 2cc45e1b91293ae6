package leakcensus.census;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import leakcensus.config.CensusConfig;
import leakcensus.count.CountTable;
import leakcensus.disclosure.PersonCounts;
import leakcensus.disclosure.StrataCounts;
import leakcensus.disclosure.WithholdShares;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.GoodTuringCoverage;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.claim.ClaimCheck;
import leakcensus.match.EstimateMatching;
import leakcensus.match.LinkDoubts;
import leakcensus.population.AffectedPersons;
import leakcensus.population.ComparePopulation;
import leakcensus.population.Population;
import leakcensus.population.PopulationShare;
import leakcensus.population.SmallCells;
import leakcensus.population.StratumPersons;

/** Turns counts into what a census says: persons with intervals, shares of populations, claims. */
public final class ConcludeCensus {

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
    List<ClaimCheck> claims =
        CheckClaims.check(
            facts,
            config,
            tested.design(),
            tested.statements(),
            tested.refusal(),
            linkage,
            affected(estimates),
            populations);
    EstimateStrata strata = new EstimateStrata(facts, linkage, tested, config.confidence());
    List<PopulationShare> shares = new ArrayList<>();
    SmallCells smallCells = new SmallCells(config.minCell());
    List<StrataCounts> seen = new ArrayList<>();
    for (Population population : populations) {
      shares.addAll(
          ComparePopulation.compare(
              population,
              strata.of(population),
              affected(estimates),
              strata.unplaced(),
              smallCells));
      seen.add(seen(population, strata.of(population), smallCells));
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
        WithholdShares.of(
            shares, PersonCounts.ofStrata(persons.observedPersons(), seen), config.minCell()));
  }

  private static StrataCounts seen(
      Population population, SortedMap<String, StratumPersons> strata, SmallCells smallCells) {
    SortedMap<String, OptionalLong> seen = new TreeMap<>();
    strata.forEach((key, stratum) -> seen.put(key, OptionalLong.of(stratum.seen())));
    long persons = strata.values().stream().mapToLong(StratumPersons::seen).sum();
    return new StrataCounts(population.key(), smallCells.suppress(persons), seen);
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

  private AffectedPersons affected(List<PersonEstimate> estimates) {
    PersonEstimate dump =
        estimates.stream()
            .filter(estimate -> estimate.scope() == EstimateScope.DUMP && estimate.selected())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Missing selected estimate of the dump"));
    return new AffectedPersons(
        dump.lowerPersons().orElse(linkage.lowerPersons()), dump.persons(), dump.upperPersons());
  }
}
