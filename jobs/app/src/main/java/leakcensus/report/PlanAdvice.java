package leakcensus.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import leakcensus.estimate.claim.SamplePlan;

/** What to ask the holder of a dump for, so that a sample can speak on a claim. */
final class PlanAdvice {

  private PlanAdvice() {}

  /** Sentences for the plans, in their order. */
  static List<String> of(List<SamplePlan> plans) {
    List<String> advice = new ArrayList<>();
    advice.add(
        "The number of records of every source (table, index), and of which it is said that it holds"
            + " one record for every person: sample.source-records and sample.person-indexes.");
    for (SamplePlan plan : plans) {
      if (plan.sources() > 1) {
        advice.add(
            String.format(
                Locale.ROOT,
                "Of %d sources with one record for every person: %,.0f records from each, at"
                    + " positions between 0 and its size that you draw and name, another draw for each"
                    + " source.",
                plan.sources(),
                plan.neededPerSource()));
      } else {
        advice.add(
            String.format(
                Locale.ROOT,
                "Of the whole dump: %,.0f records, at positions between 0 and its size that you draw"
                    + " and name, over all sources in proportion to their sizes.",
                plan.neededPerSource()));
      }
    }
    advice.add(
        "Draw the positions yourself, by a seed that you keep to yourself until the holder has stated the"
            + " sizes. The first records of an index, a page of results, records of one region or one"
            + " time, or a file that the holder has chosen say nothing, however many they are.");
    advice.add(
        "Every record with the fields that tell persons apart (national id, phone, name and birth"
            + " date), in the same form in every source: links that are missed hide repeats, and the"
            + " claim then looks better than it is.");
    return advice;
  }
}
