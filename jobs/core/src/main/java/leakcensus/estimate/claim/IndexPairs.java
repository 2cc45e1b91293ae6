package leakcensus.estimate.claim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import leakcensus.estimate.SampleDesign;

/**
 * Persons whom the sample shows in a person index and in another source: their number depends on
 * the persons behind the dump alone.
 *
 * <pre>{@code
 * A    a source with exactly one record for each of the P persons, n_A of them in the sample
 * B    another source, in whose sample stand d_B different persons
 * s_AB persons in both samples
 *
 * Each of the n_A records is a random one of the P persons, each person with the same chance, so
 * that each of the d_B persons is among them with chance n_A / P, whatever the records of B are:
 *
 *   s_AB given d_B ~ hypergeometric(P, d_B, n_A)       E(s_AB) = n_A d_B / P
 *
 * expected(X) = sum over couples with an index of n_A d_B / X  +  false       CV2 plays no part
 *
 * dispersion: couples of two indexes, and an index with one other source: 1 (the hypergeometric law
 * varies less). Two sources B and C that are no index share persons, whom A meets twice:
 *   d = (sum of n_A d_B over all couples + 2 sum over A of n_A sum over B < C of s_BC) / sum of n_A d_B
 * Different couples are otherwise uncorrelated, since s_AB has the same mean for every sample of B.
 * }</pre>
 *
 * <p>Nobody stands twice in an index, so pairs found inside one (drawn without replacement) are
 * false links, or the index is none. Either makes pairs across sources at the same rate:
 *
 * <pre>{@code
 * w pairs inside indexes,  a = compared across / compared inside,  false = a w
 * variance of the difference: pairs + a^2 w,  so d grows by a false / expected
 * }</pre>
 *
 * <p>Where they would make more than the claim itself, the statement is not believed. With
 * independent draws a record may come again, and the pairs inside an index are counted too: n_A
 * (n_A - 1) / (2 P).
 *
 * <p>Units: persons. Errors: persons of B who stand in no index are never met, so that the number
 * of persons is that of the indexes; missed links hide persons who are in both, and too many
 * persons seem to stand behind the dump.
 *
 * <p>Sources: J. Chapman (1951), Univ. Calif. Publ. Statist. 1, 131-160 (the hypergeometric law of
 * two lists); here one list holds everybody, so that nothing is assumed of the other. Pages not
 * checked.
 */
final class IndexPairs {

  private static final String NAME = "index_pairs";

  private final ClaimEvidence evidence;
  private final boolean again;
  private double shared;
  private double compared;
  private double inside;
  private double insideCompared;
  private double groupedVariance;

  private IndexPairs(ClaimEvidence evidence) {
    this.evidence = evidence;
    again = evidence.design() instanceof SampleDesign.IndependentDraws;
    for (CrossSourcePairs couple : couples()) {
      shared += couple.persons();
    }
    for (SourcePairs index : indexes()) {
      addCompared(index);
      inside += index.pairs();
      insideCompared += index.comparedPairs();
    }
    groupedVariance = compared + 2.0 * indexMentions() * sharedByOthers();
    if (again) {
      shared += inside;
      compared += insideCompared;
      groupedVariance += insideCompared;
    }
  }

  /** The persons shared with indexes; empty where no index meets another source. */
  static Optional<IndexPairs> of(ClaimEvidence evidence) {
    IndexPairs pairs = new IndexPairs(evidence);
    return pairs.compared > 0 ? Optional.of(pairs) : Optional.empty();
  }

  /** Why the statement on the indexes is not believed; empty if it may be right. */
  Optional<String> refutation(double persons) {
    if (falsePairs() <= compared / persons) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "Persons were found twice inside the person indexes %,.0f times, more often than the"
                + " claim would bring them together across sources; so either these sources do not"
                + " hold one record a person, or links are false, and the statement was not used.",
            inside));
  }

  /** The statistic that a claim of this many persons is held against. */
  RepeatStatistic statistic(double persons) {
    double falsePairs = Math.max(evidence.expectedFalsePairs(), falsePairs());
    double grown =
        falsePairs() == 0 ? 0 : ratio() * falsePairs() / (compared / persons + falsePairs);
    String note =
        inside == 0 || again
            ? ""
            : String.format(
                Locale.ROOT,
                "Nobody can stand twice in a person index, yet %,.0f pairs were joined there; %,.1f"
                    + " false ones are therefore expected across sources.",
                inside,
                falsePairs());
    return new RepeatStatistic(
        NAME,
        shared,
        new RepeatLaw(compared, 0, falsePairs, groupedVariance / compared + grown),
        true,
        true,
        note);
  }

  private double falsePairs() {
    return again || inside == 0 ? 0 : ratio() * inside;
  }

  private double ratio() {
    return compared / insideCompared;
  }

  private void addCompared(SourcePairs index) {
    for (SourcePairs other : evidence.sources()) {
      boolean first = !other.personIndex() || index.source().compareTo(other.source()) < 0;
      if (!other.source().equals(index.source()) && first) {
        compared += (double) index.persons() * other.persons();
      }
    }
  }

  private double indexMentions() {
    return indexes().stream().mapToDouble(SourcePairs::persons).sum();
  }

  /** Persons whom two sources share that are no index, for each two of these. */
  private double sharedByOthers() {
    List<String> names = indexes().stream().map(SourcePairs::source).toList();
    return evidence.crossSource().stream()
        .filter(couple -> !names.contains(couple.firstSource()))
        .filter(couple -> !names.contains(couple.secondSource()))
        .mapToDouble(CrossSourcePairs::persons)
        .sum();
  }

  private List<SourcePairs> indexes() {
    return evidence.sources().stream().filter(SourcePairs::personIndex).toList();
  }

  private List<CrossSourcePairs> couples() {
    List<String> names = indexes().stream().map(SourcePairs::source).collect(Collectors.toList());
    return evidence.crossSource().stream()
        .filter(
            couple -> names.contains(couple.firstSource()) || names.contains(couple.secondSource()))
        .toList();
  }
}
