package leakcensus.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.OptionalDouble;
import leakcensus.estimate.PersonEstimate;
import leakcensus.estimate.gate.Gate;
import leakcensus.estimate.select.FrequencyAnswer;

/** Estimates alone, as text and as JSON. */
public final class EstimateReport {

  private static final ObjectMapper JSON = new ObjectMapper();

  private EstimateReport() {}

  /** The answer as JSON. */
  public static ObjectNode json(FrequencyAnswer answer) {
    ObjectNode result = JSON.createObjectNode();
    ArrayNode list = result.putArray("estimates");
    for (PersonEstimate estimate : answer.estimates()) {
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
      estimate.why().ifPresent(why -> node.put("why", why));
      ObjectNode diagnostics = node.putObject("diagnostics");
      estimate.diagnostics().forEach(diagnostics::put);
    }
    result.put("coverage", answer.coverage().goodTuringRatio());
    ArrayNode gates = result.putArray("gates");
    for (Gate gate : answer.gates()) {
      ObjectNode node = gates.addObject();
      node.put("name", gate.name());
      node.put("outcome", gate.outcome().key());
      put(node, "p_value", gate.pValueRatio());
      node.put("explanation", gate.explanation());
    }
    return result;
  }

  /** The answer as text for a terminal: the headlines first, then the methods beside them. */
  public static String text(FrequencyAnswer answer) {
    StringBuilder text = new StringBuilder();
    for (PersonEstimate estimate : answer.estimates()) {
      if (estimate.selected()) {
        headline(text, estimate);
      }
    }
    for (Gate gate : answer.gates()) {
      text.append("  Gate %s: %s%n".formatted(gate.name(), gate.explanation()));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "  Coverage of the records (Good-Turing): %s%n%n",
            Numbers.percent(answer.coverage().goodTuringRatio())));
    text.append(
        String.format(
            Locale.ROOT,
            "  %-24s %20s %20s %20s  supported%n",
            "All methods",
            "persons",
            "lower",
            "upper"));
    for (PersonEstimate estimate : answer.estimates()) {
      if (!estimate.selected()) {
        text.append(
            String.format(
                Locale.ROOT,
                "  %-24s %20s %20s %20s  %s%n",
                estimate.method(),
                persons(estimate.persons()),
                persons(estimate.lowerPersons()),
                persons(estimate.upperPersons()),
                estimate.identifiable() ? "yes" : "no"));
      }
    }
    text.append("  A method is supported where the stated design is the one that it assumes.\n");
    return text.toString();
  }

  private static void headline(StringBuilder text, PersonEstimate estimate) {
    String number =
        estimate.persons().isPresent()
            ? persons(estimate.persons()) + " persons"
            : "no number of persons";
    text.append(
        "  %s: %s (%s), from %s to %s at %s%n"
            .formatted(
                estimate.scope().key(),
                number,
                estimate.method(),
                persons(estimate.lowerPersons()),
                persons(estimate.upperPersons()),
                Numbers.percent(estimate.confidence())));
    estimate.why().ifPresent(why -> text.append("    ").append(why).append('\n'));
    text.append("    ").append(estimate.assumptions()).append('\n');
    if (!estimate.identifiable()) {
      text.append(
          "    Not identifiable: the %s. Needed: %s%n"
              .formatted(estimate.scope().key(), estimate.needed()));
    }
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
