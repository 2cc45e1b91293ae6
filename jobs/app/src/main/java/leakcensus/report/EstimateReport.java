package leakcensus.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import leakcensus.estimate.GoodTuringCoverage;
import leakcensus.estimate.PersonEstimate;

/** Estimates alone, as text and as JSON. */
public final class EstimateReport {

  private static final ObjectMapper JSON = new ObjectMapper();

  private EstimateReport() {}

  /** The estimates as JSON. */
  public static ObjectNode json(List<PersonEstimate> estimates, GoodTuringCoverage coverage) {
    ObjectNode result = JSON.createObjectNode();
    ArrayNode list = result.putArray("estimates");
    for (PersonEstimate estimate : estimates) {
      ObjectNode node = list.addObject();
      node.put("scope", estimate.scope().key());
      node.put("method", estimate.method());
      put(node, "persons", estimate.persons());
      put(node, "lower", estimate.lowerPersons());
      put(node, "upper", estimate.upperPersons());
      node.put("confidence", estimate.confidence());
      node.put("identifiable", estimate.identifiable());
      node.put("selected", estimate.selected());
      node.put("reason", estimate.identifiable() ? estimate.assumptions() : estimate.needed());
    }
    result.put("coverage", coverage.goodTuringRatio());
    return result;
  }

  /** The estimates as text for a terminal. */
  public static String text(List<PersonEstimate> estimates, GoodTuringCoverage coverage) {
    StringBuilder text = new StringBuilder();
    for (PersonEstimate estimate : estimates) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-8s %-28s %14s %14s %14s%s%n",
              estimate.scope().key(),
              estimate.method(),
              persons(estimate.persons()),
              persons(estimate.lowerPersons()),
              persons(estimate.upperPersons()),
              estimate.selected() ? "  <- selected" : ""));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "  Coverage of the records (Good-Turing): %s%n",
            Numbers.percent(coverage.goodTuringRatio())));
    estimates.stream()
        .filter(estimate -> estimate.selected() && !estimate.identifiable())
        .forEach(
            estimate ->
                text.append(
                    "  Not identifiable: the %s. Needed: %s%n"
                        .formatted(estimate.scope().key(), estimate.needed())));
    return text.toString();
  }

  private static void put(ObjectNode node, String name, OptionalDouble value) {
    if (value.isPresent()) {
      node.put(name, value.getAsDouble());
    } else {
      node.putNull(name);
    }
  }

  private static String persons(OptionalDouble persons) {
    return persons.isPresent() ? Numbers.persons(persons.getAsDouble()) : "-";
  }
}
