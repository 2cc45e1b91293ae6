package leakcensus.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import leakcensus.estimate.claim.SamplePlan;

/**
 * Plans of a sample, as text and as JSON.
 *
 * @param claimedPersons persons claimed
 * @param truthRatio truth / claim that is to be told from the claim
 * @param power wanted chance to do so
 * @param plans the plans
 */
public record PlanReport(
    double claimedPersons, double truthRatio, double power, List<SamplePlan> plans) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LINE = 96;

  public PlanReport {
    plans = List.copyOf(plans);
  }

  /** The plans as text for a terminal. */
  public String text() {
    StringBuilder text =
        new StringBuilder(
            words(
                "%nClaim: at least %,.0f persons. What a random sample tells of it, at the 5 %% level:%n",
                claimedPersons));
    for (SamplePlan plan : plans) {
      text.append(words("%n%s%n", title(plan)));
      wrap(text, counted(plan));
      wrap(text, powers(plan));
      wrap(text, needed(plan));
      wrap(text, links(plan));
    }
    text.append(words("%nWhat to ask the holder for%n"));
    PlanAdvice.of(plans).forEach(sentence -> wrap(text, sentence));
    return text.toString();
  }

  /** The plans as JSON. */
  public ObjectNode json() {
    ObjectNode result = JSON.createObjectNode();
    result.put("claimed_persons", claimedPersons);
    result.put("truth_ratio", truthRatio);
    result.put("power", power);
    ArrayNode list = result.putArray("plans");
    for (SamplePlan plan : plans) {
      ObjectNode node = list.addObject();
      node.put("design", plan.design().key());
      node.put("sources", plan.sources());
      node.put("records_per_source", plan.recordsPerSource());
      node.put("compared_pairs", plan.comparedPairs());
      node.put("expected_pairs", plan.expectedPairs());
      ObjectNode powers = node.putObject("power_by_truth_ratio");
      plan.powerByTruth().forEach((truth, chance) -> powers.put(truth.toString(), chance));
      put(node, "smallest_fewer_ratio", plan.smallestFewerRatio());
      node.put("needed_records_per_source", plan.neededPerSource());
      node.put("needed_records", plan.sources() * plan.neededPerSource());
      put(node, "largest_known_false_match_ratio", plan.knownFalseMatchRatio());
      node.put("largest_unknown_false_match_ratio", plan.unknownFalseMatchRatio());
      node.put("needs_cap_on_unevenness", !plan.design().isIndexed());
    }
    ArrayNode advice = result.putArray("ask_for");
    PlanAdvice.of(plans).forEach(advice::add);
    return result;
  }

  private static String title(SamplePlan plan) {
    return switch (plan.design()) {
      case INDEPENDENT_DRAWS ->
          words(
              "%,.0f records, each drawn for itself from the whole dump", plan.recordsPerSource());
      case RANDOM_RECORDS ->
          words(
              "%,.0f random records of the whole dump, whose size is known",
              plan.recordsPerSource());
      case PERSON_INDEXES ->
          words(
              "%,.0f random records from each of %d sources with one record for every person",
              plan.recordsPerSource(), plan.sources());
      case TWO_INDEXES ->
          words(
              "%,.0f random records from each of two of these sources alone",
              plan.recordsPerSource());
    };
  }

  private String counted(SamplePlan plan) {
    String what = plan.design().isIndexed() ? "Persons met in two sources" : "Repeated persons";
    return words(
        "%s to expect: %,.1f if the claim is right, %,.1f if %s of it is.",
        what, plan.expectedPairs(), expectedOfTruth(plan), Numbers.percent(truthRatio));
  }

  private double expectedOfTruth(SamplePlan plan) {
    double flat = plan.comparedPairs() / claimedPersons - plan.expectedPairs();
    return plan.comparedPairs() / (claimedPersons * truthRatio) - flat;
  }

  private String powers(SamplePlan plan) {
    StringBuilder text = new StringBuilder("Chance to reject the claim, by the true part of it:");
    for (double truth :
        plan.powerByTruth().keySet().stream().sorted((a, b) -> Double.compare(b, a)).toList()) {
      text.append(words(" %s %s,", ratio(truth), Numbers.percent(plan.powerByTruth().get(truth))));
    }
    text.setCharAt(text.length() - 1, '.');
    if (plan.smallestFewerRatio().isPresent()) {
      text.append(
          words(
              " It shows any truth up to %s of the claim with a chance of %s.",
              Numbers.percent(plan.smallestFewerRatio().getAsDouble()), Numbers.percent(power)));
    }
    return text
        + (plan.design().isIndexed()
            ? " However unevenly other sources hold them, no cap is needed."
            : " It contradicts the claim only with a stated cap on unevenness (max-cv2), and these"
                + " chances are those under a cap of 0.");
  }

  private String needed(SamplePlan plan) {
    String from =
        plan.design().isIndexed()
            ? words("%,.0f records from each source", plan.neededPerSource())
            : words("%,.0f records", plan.neededPerSource());
    return words(
        "Needed to tell the claim from %s of it with a chance of %s: %s; every larger sample does it"
            + " too.",
        Numbers.percent(truthRatio), Numbers.percent(power), from);
  }

  private String links(SamplePlan plan) {
    String known =
        plan.knownFalseMatchRatio().isPresent()
            ? words(
                "%.1e if it is known exactly, and accounted for",
                plan.knownFalseMatchRatio().getAsDouble())
            : "none, since the sample is too small even without false matches";
    return words(
        "%.3g pairs are compared. Largest rate of false matches a pair that this bears: %s; %.1e if"
            + " nobody knows of it (a true claim is then rejected twice as often as it should be). At"
            + " 1e-9 a pair there would be %,.1f false matches beside %,.1f true ones.",
        plan.comparedPairs(),
        known,
        plan.unknownFalseMatchRatio(),
        1e-9 * plan.comparedPairs(),
        plan.expectedPairs());
  }

  private static String ratio(double truth) {
    return words("%s:", Double.toString(truth));
  }

  private static void put(ObjectNode node, String name, OptionalDouble value) {
    if (value.isPresent()) {
      node.put(name, value.getAsDouble());
    } else {
      node.putNull(name);
    }
  }

  private static void wrap(StringBuilder text, String sentence) {
    StringBuilder line = new StringBuilder("  ");
    for (String word : sentence.split(" ")) {
      if (line.length() + word.length() > LINE) {
        text.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder("  ");
      }
      line.append(word).append(' ');
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
