package leakcensus.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;
import leakcensus.estimate.claim.ClaimCheck;

/** Claims of persons held against counts alone, as text and as JSON. */
public final class ClaimReport {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ClaimReport() {}

  /** The rows as text; nothing without claims. */
  public static String text(List<ClaimCheck> checks) {
    StringBuilder text = new StringBuilder();
    for (ClaimCheck check : checks) {
      text.append(
          "  Claim %s, %s persons: %s. %s%n"
              .formatted(
                  check.claim(),
                  Numbers.persons(check.claimed()),
                  check.verdict().key().replace('_', ' '),
                  check.explanation()));
      if (check.powerRatio().isPresent()) {
        text.append(
            "    Were the truth half of it: chance of too many repeats %s. Truth permitted: %s to %s"
                    .formatted(
                        Numbers.percent(check.powerRatio().getAsDouble()),
                        persons(check.lower()),
                        persons(check.upper()))
                + " persons.\n");
      }
    }
    return text.toString();
  }

  /** The rows as JSON. */
  public static ArrayNode json(List<ClaimCheck> checks) {
    ArrayNode list = JSON.createArrayNode();
    for (ClaimCheck check : checks) {
      ObjectNode node = list.addObject();
      node.put("claim", check.claim());
      node.put("claimed", check.claimed());
      node.put("statistic", check.statistic());
      node.put("verdict", check.verdict().key());
      node.put("deviation", check.deviation().key());
      put(node, "observed", check.observed());
      put(node, "expected", check.expected());
      put(node, "p_value", check.pValue());
      put(node, "p_value_more", check.morePValue());
      put(node, "power", check.powerRatio());
      put(node, "power_to_contradict", check.contradictPowerRatio());
      put(node, "break_even_cv2", check.breakEvenCv2());
      put(node, "smallest_fewer", check.smallestFewerRatio());
      put(node, "smallest_more", check.smallestMoreRatio());
      put(node, "lower", check.lower());
      put(node, "upper", check.upper());
      node.put("explanation", check.explanation());
      node.put("assumptions", check.assumptions());
    }
    return list;
  }

  private static String persons(OptionalDouble persons) {
    return persons.isPresent() ? Numbers.persons(persons.getAsDouble()) : "?";
  }

  private static void put(ObjectNode node, String name, OptionalDouble value) {
    if (value.isPresent()) {
      node.put(name, value.getAsDouble());
    } else {
      node.putNull(name);
    }
  }
}
