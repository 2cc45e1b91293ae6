package leakcensus.estimate.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.SampleDesign;

/**
 * What the sample holds for or against a claim.
 *
 * @param design how the sample was drawn
 * @param sources the sources with their own pairs; each name once
 * @param crossSource pairs across sources; two sources that are not listed share nobody
 * @param linkage number of persons in the sample
 * @param maxCv2 largest squared coefficient of variation of the records per person, over all
 *     claimed persons and in every source, that whoever states it holds possible; absent if nobody
 *     does
 * @param pairDispersionRatio variance of the number of pairs over its mean, at least 1; see {@link
 *     FrequencyOfFrequencies#pairDispersionRatio()}
 * @param expectedFalsePairs pairs that the linkage is expected to have joined by mistake
 * @param missedPairs pairs of one person that the linkage may have missed, at most; each missed
 *     join is taken for one
 * @param refusal why the data refuse the stated design, in a sentence; absent if they do not
 */
public record ClaimEvidence(
    SampleDesign design,
    List<SourcePairs> sources,
    List<CrossSourcePairs> crossSource,
    LinkageBounds linkage,
    OptionalDouble maxCv2,
    double pairDispersionRatio,
    double expectedFalsePairs,
    double missedPairs,
    Optional<String> refusal) {

  public ClaimEvidence {
    Objects.requireNonNull(design, "design");
    Objects.requireNonNull(linkage, "linkage");
    sources = List.copyOf(sources);
    crossSource = List.copyOf(crossSource);
    Set<String> names = new HashSet<>();
    for (SourcePairs source : sources) {
      if (!names.add(source.source())) {
        throw new IllegalArgumentException(
            "Invalid sources: %s is named twice".formatted(source.source()));
      }
    }
    Set<Set<String>> couples = new HashSet<>();
    for (CrossSourcePairs pairs : crossSource) {
      Set<String> couple = Set.of(pairs.firstSource(), pairs.secondSource());
      if (!names.containsAll(couple)) {
        throw new IllegalArgumentException(
            "Unknown source in cross-source pairs: %s or %s"
                .formatted(pairs.firstSource(), pairs.secondSource()));
      }
      if (!couples.add(couple)) {
        throw new IllegalArgumentException(
            "Invalid cross-source pairs: %s with %s is named twice"
                .formatted(pairs.firstSource(), pairs.secondSource()));
      }
    }
    if (maxCv2.isPresent() && !(maxCv2.getAsDouble() >= 0)) {
      throw new IllegalArgumentException(
          "Invalid cap on CV2: %s (must be >= 0)".formatted(maxCv2.getAsDouble()));
    }
    if (!(pairDispersionRatio >= 1 && pairDispersionRatio < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Invalid pair dispersion: %s (must be finite and >= 1)".formatted(pairDispersionRatio));
    }
    if (!(expectedFalsePairs >= 0 && expectedFalsePairs < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Invalid false pairs: %s (must be finite and >= 0)".formatted(expectedFalsePairs));
    }
    if (!(missedPairs >= 0 && missedPairs < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Invalid missed pairs: %s (must be finite and >= 0)".formatted(missedPairs));
    }
  }

  /** The same sample under another cap on unevenness. */
  public ClaimEvidence withMaxCv2(OptionalDouble cap) {
    return new ClaimEvidence(
        design,
        sources,
        crossSource,
        linkage,
        cap,
        pairDispersionRatio,
        expectedFalsePairs,
        missedPairs,
        refusal);
  }

  /** Records of the smallest person index, each of which is a person, where one is stated. */
  OptionalLong indexedPersons() {
    return sources.stream()
        .filter(SourcePairs::personIndex)
        .filter(source -> source.dumpMentions().isPresent())
        .mapToLong(source -> source.dumpMentions().getAsLong())
        .min();
  }

  /** Whether the size of every source in the dump is known. */
  boolean knowsDump() {
    return sources.stream().allMatch(source -> source.dumpMentions().isPresent());
  }
}
