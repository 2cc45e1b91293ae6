package leakcensus.estimate.select;

import java.util.Map;
import java.util.Optional;
import leakcensus.estimate.EstimateScope;
import leakcensus.estimate.PersonEstimate;

/** Why a row answers for its scope, in one sentence for readers who know no statistics. */
public final class WhySelected {

  private static final String PERMITTED =
      "Chosen because it assumes least: it keeps every number of persons from which a random sample"
          + " like this one could have come, however unevenly records are spread over them";

  private static final Map<String, String> BY_METHOD =
      Map.ofEntries(
          Map.entry("joint_set", PERMITTED + "."),
          Map.entry("lp_set", PERMITTED + "."),
          Map.entry(
              "lp_set_linked",
              PERMITTED + ", and however the doubtful links between records fall."),
          Map.entry(
              "flat_index",
              "Chosen because a source with one record a person gives the number directly: the more"
                  + " often people of it are met elsewhere, the fewer there are."),
          Map.entry(
              "zt_families",
              "Chosen because the records were drawn one by one: how often the same people came again"
                  + " shows how many there are at least, but never how many at most."),
          Map.entry(
              "lower_bound",
              "Chosen because the records were drawn one by one and no law explains how often people"
                  + " came again, so that only a lower end is safe."),
          Map.entry(
              "cv0_lower_bound_checked_ids",
              "Chosen because the sample permits no more than a lower end: people with a checked id"
                  + " who came twice cannot be fewer than that."),
          Map.entry(
              "cv0_lower_bound",
              "Chosen because the sample permits no more than a lower end: people who came twice"
                  + " cannot be fewer than that."),
          Map.entry(
              "chapman",
              "Chosen because there are two lists: how many people of one stand on the other shows how"
                  + " many stand on neither, if the lists know nothing of each other."),
          Map.entry(
              "loglinear_bic",
              "Chosen because there are three lists or more: how they overlap shows how far they depend"
                  + " on each other, and how many people stand on none."));

  private WhySelected() {}

  /**
   * The sentence for a row.
   *
   * @return nothing where the row does not answer for its scope
   * @throws IllegalStateException if nobody has said why such a row would be selected
   */
  public static Optional<String> of(PersonEstimate row) {
    if (!row.selected()) {
      return Optional.empty();
    }
    if (!row.identifiable()) {
      return Optional.of(
          "No number was chosen, since it would be a guess: what would support one is missing.");
    }
    if (row.method().equals("count")) {
      return Optional.of(
          row.scope() == EstimateScope.SAMPLE
              ? "The people in the sample are counted, not estimated."
              : "The sample is the whole dump, so its people are counted, and nothing is estimated.");
    }
    String sentence = BY_METHOD.get(row.method());
    if (sentence == null) {
      throw new IllegalStateException("Missing reason for selecting " + row.method());
    }
    return Optional.of(sentence);
  }
}
