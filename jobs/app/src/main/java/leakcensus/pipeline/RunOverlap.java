package leakcensus.pipeline;

import java.util.List;
import java.util.Optional;
import leakcensus.overlap.Trait;
import leakcensus.population.AffectedPersons;

/**
 * What may be told of the persons that two runs have in common. All numbers are rounded so that
 * they tell of no small group.
 *
 * @param runs both runs
 * @param shares persons in common, by identifiers of any kind first, then of one kind each
 * @param either persons in one run or the other; empty where one of the runs has no upper limit, or
 *     the persons in common are withheld
 * @param sampledShare share of all identifiers that was compared, 0 to 1
 * @param base what numbers of persons are multiples of
 */
public record RunOverlap(
    List<Part> runs,
    List<Share> shares,
    Optional<AffectedPersons> either,
    double sampledShare,
    long base) {

  public RunOverlap {
    runs = List.copyOf(runs);
    shares = List.copyOf(shares);
  }

  /**
   * One of the runs.
   *
   * @param runId id of the run
   * @param persons persons of its sample, as the run has published them
   * @param identified persons of these that have an identifier; withheld if they are few
   */
  public record Part(String runId, AffectedPersons persons, Optional<Long> identified) {}

  /**
   * Persons in common.
   *
   * @param identifier the kind of identifier that they share; empty for any kind
   * @param persons how many; empty if they are few, or none
   */
  public record Share(Optional<Trait> identifier, Optional<AffectedPersons> persons) {}
}
