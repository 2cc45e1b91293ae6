package leakcensus.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import leakcensus.config.CensusConfig;
import leakcensus.config.ClaimSettings;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.SourceStatements;
import leakcensus.estimate.claim.CheckBytes;
import leakcensus.estimate.claim.CheckClaim;
import leakcensus.estimate.claim.CheckPrice;
import leakcensus.estimate.claim.CheckRecords;
import leakcensus.estimate.claim.CheckTogether;
import leakcensus.estimate.claim.Claim;
import leakcensus.estimate.claim.ClaimCheck;
import leakcensus.estimate.claim.ClaimEvidence;
import leakcensus.estimate.claim.ClaimKind;
import leakcensus.estimate.claim.ClaimedQuantity;
import leakcensus.estimate.claim.DumpSize;
import leakcensus.population.AffectedPersons;
import leakcensus.population.Population;

/** Holds every claim of a configuration against the counts of a census, and against each other. */
public final class CheckClaims {

  private final CensusConfig config;
  private final List<Population> populations;
  private final ClaimEvidence evidence;
  private final DumpSize size;
  private final int personsPerRecord;
  private final AffectedPersons dump;

  private CheckClaims(
      ClaimedSample sample,
      CensusConfig config,
      LinkageBounds linkage,
      AffectedPersons dump,
      List<Population> populations) {
    this.config = config;
    this.populations = populations;
    this.dump = dump;
    evidence = sample.evidence(linkage);
    size = sample.size();
    personsPerRecord = sample.personsPerRecord();
  }

  /**
   * The rows of all claims, in their order, then those of claims that are held against each other.
   *
   * @param facts what was counted
   * @param config the claims
   * @param design how the sample was drawn, as stated
   * @param statements what is known of single sources, as far as the data do not refuse it
   * @param refusal why the data refuse the stated design, in a sentence; absent if they do not
   * @param linkage number of persons in the sample
   * @param dump number of persons behind the dump
   * @param populations populations that are compared with
   */
  public static List<ClaimCheck> check(
      CensusFacts facts,
      CensusConfig config,
      SampleDesign design,
      SourceStatements statements,
      Optional<String> refusal,
      LinkageBounds linkage,
      AffectedPersons dump,
      List<Population> populations) {
    ClaimedSample sample = new ClaimedSample(facts, design, statements, refusal);
    return new CheckClaims(sample, config, linkage, dump, populations).rows();
  }

  private List<ClaimCheck> rows() {
    List<ClaimCheck> rows = new ArrayList<>();
    config.claims().forEach(claim -> rows.add(row(claim)));
    for (ClaimSettings persons : config.claims()) {
      persons(persons).ifPresent(claim -> rows.addAll(withRecords(claim)));
    }
    return rows;
  }

  private ClaimCheck row(ClaimSettings claim) {
    ClaimedQuantity quantity = claim.quantity();
    if (quantity instanceof ClaimedQuantity.Records records) {
      return CheckRecords.check(claim.name(), records.records(), size);
    }
    if (quantity instanceof ClaimedQuantity.Bytes bytes) {
      return CheckBytes.check(claim.name(), bytes.bytes(), size);
    }
    if (quantity instanceof ClaimedQuantity.Price price) {
      return CheckPrice.check(
          claim.name(), price.price(), size, dump.lowerPersons(), dump.upperPersons());
    }
    Claim persons = persons(claim).orElseThrow();
    ClaimCheck check = CheckClaim.check(persons, evidence.withMaxCv2(claim.maxCv2()));
    return quantity instanceof ClaimedQuantity.Share share
        ? check.readAs(ClaimKind.SHARE, share(share, persons))
        : abovePopulations(persons)
            .map(finding -> check.readAs(ClaimKind.PERSONS, finding))
            .orElse(check);
  }

  /** A claim as persons, where it is one. */
  private Optional<Claim> persons(ClaimSettings claim) {
    if (claim.quantity() instanceof ClaimedQuantity.Persons persons) {
      return Optional.of(new Claim(claim.name(), persons.persons()));
    }
    if (claim.quantity() instanceof ClaimedQuantity.Share share) {
      double all = population(share.population()).total().persons();
      return Optional.of(new Claim(claim.name(), Math.max(1, share.shareRatio() * all)));
    }
    return Optional.empty();
  }

  private List<ClaimCheck> withRecords(Claim persons) {
    List<ClaimCheck> rows = new ArrayList<>();
    for (ClaimSettings other : config.claims()) {
      if (other.quantity() instanceof ClaimedQuantity.Records records) {
        rows.add(CheckTogether.check(persons, other.name(), records.records(), personsPerRecord));
      }
    }
    return rows;
  }

  private String share(ClaimedQuantity.Share share, Claim persons) {
    Population population = population(share.population());
    String read =
        words(
            "%.4g of the population %s (%,d people) are %,.0f persons.",
            share.shareRatio(), population.key(), population.total().persons(), persons.persons());
    return share.shareRatio() > 1 ? read + " " + above(population) : read;
  }

  private Optional<String> abovePopulations(Claim claim) {
    List<String> findings =
        populations.stream()
            .filter(population -> claim.persons() > population.total().persons())
            .map(CheckClaims::above)
            .toList();
    return findings.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", findings));
  }

  private static String above(Population population) {
    return words(
        "That is more than the %,d people of the population %s: registers hold the dead and those"
            + " who moved, so this is a finding and is not cut.",
        population.total().persons(), population.key());
  }

  private Population population(String key) {
    return populations.stream()
        .filter(population -> population.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Missing population: " + key));
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
