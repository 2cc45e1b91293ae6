package leakcensus.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import leakcensus.overlap.Trait;
import leakcensus.pipeline.RunOverlap;
import leakcensus.population.AffectedPersons;

/** How many persons two runs have in common, for people and for programs. */
public final class OverlapReport {

  private static final String METHOD = "theta-sketch-pairs";

  /** Two standard errors. */
  private static final double CONFIDENCE = 0.95;

  private static final List<String> ASSUMPTIONS =
      List.of(
          "a person of one run and a person of the other are one if they share a national id, or a"
              + " phone number or e-mail and no name, date of birth or national id that differs",
          "identifiers that more persons hold than resolve allows (placeholders, switchboards) join"
              + " nobody",
          "the interval holds the chance of the sample of identifiers; faults of resolving within"
              + " the runs, and identifiers that were handed on to others, are not in it");

  private static final String NOT_IDENTIFIABLE =
      "How many persons without any valid identifier both runs have in common is not identifiable"
          + " from sketches: count both leaks in one run.";

  private OverlapReport() {}

  /** The report as text for a terminal. */
  public static String text(RunOverlap overlap) {
    TextLines lines = new TextLines();
    lines.add("");
    lines.wrap("", headline(overlap));
    overlap
        .either()
        .ifPresent(
            either ->
                lines.wrap(
                    "",
                    "In one run or the other stand about %s people: %s."
                        .formatted(best(either), between(either))));
    lines.title("Runs");
    for (RunOverlap.Part run : overlap.runs()) {
      lines.wrap(
          "  ",
          "%s: %s people; %s of them have a valid identifier"
              .formatted(
                  run.runId(),
                  run.persons().persons().isPresent()
                      ? "%s (%s)".formatted(best(run.persons()), between(run.persons()))
                      : between(run.persons()),
                  Numbers.count(run.identified())));
    }
    lines.title("In common");
    for (RunOverlap.Share share : overlap.shares()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-28s %s",
              name(share),
              share.persons().map(OverlapReport::number).orElse("few or none (withheld)")));
    }
    lines.title("How this was found");
    lines.wrap(
        "  ",
        "%s of all identifiers were compared. Numbers are multiples of %,d; intervals are of %.0f %%."
            .formatted(Numbers.percent(overlap.sampledShare()), overlap.base(), 100 * CONFIDENCE));
    lines.wrap("  ", "Assumed: " + String.join("; ", ASSUMPTIONS) + ".");
    lines.wrap("  ", NOT_IDENTIFIABLE);
    return lines.text();
  }

  /** The report as one JSON object. */
  public static ObjectNode json(RunOverlap overlap) {
    ObjectNode result = RunJson.object();
    result.put("method", METHOD);
    result.put("confidence", CONFIDENCE);
    result.put("identifiers_compared_share", overlap.sampledShare());
    result.put("rounded_to_persons", overlap.base());
    ArrayNode runs = result.putArray("runs");
    for (RunOverlap.Part run : overlap.runs()) {
      ObjectNode part = runs.addObject().put("run_id", run.runId());
      put(part, Optional.of(run.persons()));
      part.put("persons_with_identifier", run.identified().orElse(null));
    }
    ArrayNode common = result.putArray("in_common");
    for (RunOverlap.Share share : overlap.shares()) {
      put(
          common.addObject().put("by", share.identifier().map(Trait::key).orElse("any-identifier")),
          share.persons());
    }
    put(result.putObject("in_either"), overlap.either());
    ArrayNode assumptions = result.putArray("assumptions");
    ASSUMPTIONS.forEach(assumptions::add);
    result.put("not_identifiable", NOT_IDENTIFIABLE);
    return result;
  }

  private static String headline(RunOverlap overlap) {
    Optional<AffectedPersons> any = overlap.shares().get(0).persons();
    if (any.isEmpty()) {
      return "Both runs have few people in common, or none: so few that their number is withheld.";
    }
    return "About %s people stand in both runs: %s.%s"
        .formatted(best(any.get()), between(any.get()), shares(overlap, any.get()));
  }

  private static String shares(RunOverlap overlap, AffectedPersons common) {
    if (overlap.runs().stream().anyMatch(run -> run.identified().isEmpty())) {
      return "";
    }
    return " Of the people with a valid identifier that is about %s of the first run and %s of the second."
        .formatted(
            Numbers.percent(share(common, overlap.runs().get(0))),
            Numbers.percent(share(common, overlap.runs().get(1))));
  }

  private static double share(AffectedPersons common, RunOverlap.Part run) {
    return Math.min(1, common.persons().orElseThrow() / run.identified().orElseThrow());
  }

  private static String name(RunOverlap.Share share) {
    return share.identifier().map(kind -> "by " + kind.key()).orElse("by any identifier");
  }

  private static String number(AffectedPersons persons) {
    return "%s (%s)".formatted(best(persons), between(persons));
  }

  private static String best(AffectedPersons persons) {
    return Numbers.persons(persons.persons().orElseThrow());
  }

  private static String between(AffectedPersons persons) {
    String lower = Numbers.persons(persons.lowerPersons());
    return persons.upperPersons().isPresent()
        ? "%s to %s".formatted(lower, Numbers.persons(persons.upperPersons().getAsDouble()))
        : "at least " + lower;
  }

  private static void put(ObjectNode object, Optional<AffectedPersons> persons) {
    object.put("suppressed", persons.isEmpty());
    persons.ifPresent(
        told -> {
          object.put("lower", told.lowerPersons());
          told.persons().ifPresent(best -> object.put("persons", best));
          told.upperPersons().ifPresent(upper -> object.put("upper", upper));
        });
  }
}
