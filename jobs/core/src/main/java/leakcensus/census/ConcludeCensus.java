package leakcensus.census;

import java.util.ArrayList;
import java.util.List;
import leakcensus.config.CensusConfig;
import leakcensus.count.CountTable;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.GoodTuringCoverage;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.claim.ClaimCheck;
import leakcensus.match.EstimateMatching;
import leakcensus.match.LinkDoubts;
import leakcensus.population.AffectedPersons;
import leakcensus.population.Population;

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
    List<PersonEstimate> estimates =
        new ArrayList<>(new EstimateScopes(facts, config, linkage, tested).rows());
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
    StrataFindings strata =
        new CompareStrata(facts, linkage, tested, config)
            .findings(populations, affected(estimates));
    estimates.addAll(strata.estimates());
    return new CensusFindings(
        facts,
        linkage,
        estimates,
        new EstimateSources(facts, linkage, tested, config.confidence()).rows(),
        tested.gates(),
        GoodTuringCoverage.of(persons),
        claims,
        populations,
        strata.shares(),
        strata.representativeness(),
        Uniqueness.of(facts.counts(), config.disclosure().smallCells()).stream()
            .map(row -> row.rounded(config.disclosure().rounding()))
            .toList());
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
    return affected(estimates, linkage);
  }

  /** The persons behind the dump, by the row that answers for them. */
  static AffectedPersons affected(List<PersonEstimate> estimates, LinkageBounds linkage) {
    PersonEstimate dump =
        estimates.stream()
            .filter(estimate -> estimate.scope() == EstimateScope.DUMP && estimate.selected())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Missing selected estimate of the dump"));
    return new AffectedPersons(
        dump.lowerPersons().orElse(linkage.lowerPersons()), dump.persons(), dump.upperPersons());
  }
}
