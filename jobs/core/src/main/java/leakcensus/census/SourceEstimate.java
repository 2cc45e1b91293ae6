package leakcensus.census;

import java.util.Objects;
import leakcensus.estimate.PersonEstimate;

/**
 * What a method says about the persons of one source alone.
 *
 * @param source name of the source
 * @param estimate the row; its scope is the source in the sample, or in the dump
 */
public record SourceEstimate(String source, PersonEstimate estimate) {

  public SourceEstimate {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(estimate, "estimate");
  }
}
