package leakcensus.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import leakcensus.count.CountTable;
import leakcensus.duty.DutySettings;
import leakcensus.estimate.SampleDesign;
import leakcensus.estimate.SourceStatements;
import leakcensus.estimate.claim.ClaimedQuantity;
import leakcensus.link.ResolveMethod;
import leakcensus.severity.SeveritySettings;
import leakcensus.source.Source;

/**
 * All settings of one census.
 *
 * @param output where the run is written
 * @param read how files are read
 * @param sources the sources of the sample, in the order of their names
 * @param resolve how mentions are resolved to persons
 * @param design how the sample was drawn, as far as is known
 * @param statements what is known of single sources of the dump
 * @param confidence nominal coverage of every interval, a ratio in (0, 1)
 * @param claims claims to test
 * @param population what the persons are compared with
 * @param disclosure which counts of persons by attribute are published, and how exactly
 * @param privacy which safeguards the run may do without
 * @param keep what the run keeps for a later one
 * @param severity what is stated of the severity of the breach
 * @param duties which laws the numbers are held against
 */
public record CensusConfig(
    OutputSettings output,
    ReadSettings read,
    List<Source> sources,
    ResolveSettings resolve,
    SampleDesign design,
    SourceStatements statements,
    double confidence,
    List<ClaimSettings> claims,
    PopulationSettings population,
    DisclosureSettings disclosure,
    PrivacySettings privacy,
    KeepSettings keep,
    SeveritySettings severity,
    DutySettings duties) {

  public CensusConfig {
    sources = List.copyOf(sources);
    claims = List.copyOf(claims);
    if (sources.size() > CountTable.MAX_SOURCES) {
      throw new IllegalArgumentException(
          "Invalid sources: %d (must be at most %d)"
              .formatted(sources.size(), CountTable.MAX_SOURCES));
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "Invalid confidence: %s (must be a ratio inside (0, 1))".formatted(confidence));
    }
    if (output.reviewPairs() > 0 && resolve.trust().method() != ResolveMethod.MATCHING) {
      throw new IllegalArgumentException(
          "Invalid output.review-pairs: %d (needs resolve.method = matching)"
              .formatted(output.reviewPairs()));
    }
    Set<String> names = new HashSet<>();
    for (Source source : sources) {
      if (!names.add(source.name())) {
        throw new IllegalArgumentException(
            "Invalid sources: the name %s twice".formatted(source.name()));
      }
    }
    statements.requireSources(names);
    for (Source source : sources) {
      requireOneSlot(source, statements);
    }
    for (ClaimSettings claim : claims) {
      requirePopulation(claim, population.compare());
    }
  }

  /** The same settings with another way to publish counts. */
  public CensusConfig with(DisclosureSettings other) {
    return new CensusConfig(
        output,
        read,
        sources,
        resolve,
        design,
        statements,
        confidence,
        claims,
        population,
        other,
        privacy,
        keep,
        severity,
        duties);
  }

  /** A population is named as in the tables: by its file without folder and ending. */
  private static String populationKey(String name) {
    return name.replaceFirst("\\.csv$", "").replaceFirst("^.*[/\\\\]", "");
  }

  private static void requireOneSlot(Source source, SourceStatements statements) {
    if (statements.isPersonIndex(source.name()) && source.slots().size() > 1) {
      throw new IllegalArgumentException(
          "Invalid sample.person-indexes: a record of source %s names %d persons (must be one)"
              .formatted(source.name(), source.slots().size()));
    }
  }

  private static void requirePopulation(ClaimSettings claim, List<String> populations) {
    if (claim.quantity() instanceof ClaimedQuantity.Share share
        && populations.stream().noneMatch(name -> populationKey(name).equals(share.population()))) {
      throw new IllegalArgumentException(
          "Unknown population of claim %s: %s (must stand in population.compare)"
              .formatted(claim.name(), share.population()));
    }
  }
}
