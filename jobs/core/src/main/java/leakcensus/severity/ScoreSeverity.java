package leakcensus.severity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import leakcensus.population.AffectedPersons;

/**
 * Scores how severe a breach is for the people behind it, by ENISA's method.
 *
 * <pre>{@code
 * SE = DPC x EI + CB
 *
 * DPC  kind of data, 1 to 4          EI  ease of identification, 0.25 to 1
 * CB   loss of confidentiality, integrity and availability, 0 to 0.5 each, and 0.5 for malice
 * }</pre>
 *
 * <p>Units: scores. The ends of SE come from the ends of its parts, all low or all high at once.
 *
 * <p>Errors: a rule for orientation that two people apply differently; what is stated is believed.
 * What a copy of data tells nothing about (whether the original was altered or lost) counts as 0
 * unless stated. The flags change no score.
 *
 * <p>Source: ENISA (2013), Recommendations for a methodology of the assessment of severity of
 * personal data breaches, working document v1.0.
 */
public final class ScoreSeverity {

  /** The score itself. */
  public static final String SCORE = "se";

  /** Whether many people are affected. */
  public static final String MANY = "flag_individuals";

  /** Whether children are among the persons. */
  public static final String MINORS = "flag_minors";

  /** Whether old people are. */
  public static final String OLD = "flag_old";

  /** Whether nobody who has the data can read them. */
  public static final String UNINTELLIGIBLE = "flag_unintelligible";

  private static final int FEW_PERSONS = 100;
  private static final double MOST_OF_A_LOSS = 0.5;
  private static final double KNOWN_RECIPIENTS = 0.25;

  private final BreachFacts facts;
  private final SeveritySettings settings;

  private ScoreSeverity(BreachFacts facts, SeveritySettings settings) {
    this.facts = facts;
    this.settings = settings;
  }

  /** The parts in the order of the method, then the score, then the flags. */
  public static List<SeverityComponent> score(BreachFacts facts, SeveritySettings settings) {
    return new ScoreSeverity(facts, settings).components();
  }

  private List<SeverityComponent> components() {
    List<SeverityComponent> components = new ArrayList<>();
    for (SeverityPart part : SeverityPart.values()) {
      components.add(
          Optional.ofNullable(settings.stated().get(part))
              .map(score -> SeverityComponent.stated(part, score))
              .orElseGet(() -> derived(part)));
    }
    components.add(score(List.copyOf(components)));
    components.add(many(facts.persons()));
    components.add(unintelligible());
    components.add(
        ages(MINORS, facts.ages().minors(), "under %d years old".formatted(AgesSeen.ADULT)));
    components.add(ages(OLD, facts.ages().old(), "%d years old or older".formatted(AgesSeen.OLD)));
    return List.copyOf(components);
  }

  private SeverityComponent derived(SeverityPart part) {
    return switch (part) {
      case DATA_CONTEXT -> DeriveContext.derive(facts.decidingSets(), settings.contains());
      case IDENTIFICATION -> identification();
      case CONFIDENTIALITY -> confidentiality();
      case INTEGRITY ->
          SeverityComponent.derived(
              part,
              0,
              0,
              0,
              "A copy of the data does not tell whether the original was altered; 0 unless stated.");
      case AVAILABILITY ->
          SeverityComponent.derived(
              part,
              0,
              0,
              0,
              "A copy of the data does not tell whether the original was lost; 0 unless stated.");
      case MALICIOUS -> malicious();
    };
  }

  private SeverityComponent identification() {
    ExposedSet strongest =
        facts.decidingSets().stream()
            .min(Comparator.comparing(set -> Identifiability.of(set.fields())))
            .orElseGet(() -> ExposedSet.of(0, false));
    Identifiability level = Identifiability.of(strongest.fields());
    return SeverityComponent.derived(
        SeverityPart.IDENTIFICATION,
        level.value(),
        level.lower(),
        level.upper(),
        "%s Together with one person stand: %s.".formatted(level.reason(), strongest.words()));
  }

  private SeverityComponent confidentiality() {
    return facts.offeredForSale()
        ? SeverityComponent.derived(
            SeverityPart.CONFIDENTIALITY,
            MOST_OF_A_LOSS,
            MOST_OF_A_LOSS,
            MOST_OF_A_LOSS,
            "The data are offered for a price: who has them by now is not known.")
        : SeverityComponent.derived(
            SeverityPart.CONFIDENTIALITY,
            MOST_OF_A_LOSS,
            KNOWN_RECIPIENTS,
            MOST_OF_A_LOSS,
            "A sample of the data has reached others; unless all of them are known, it may be anybody.");
  }

  private SeverityComponent malicious() {
    return facts.offeredForSale()
        ? SeverityComponent.derived(
            SeverityPart.MALICIOUS,
            MOST_OF_A_LOSS,
            MOST_OF_A_LOSS,
            MOST_OF_A_LOSS,
            "The data are offered for a price, which is done for gain.")
        : SeverityComponent.derived(
            SeverityPart.MALICIOUS,
            0,
            0,
            MOST_OF_A_LOSS,
            "Why the data got out is not known. A theft or a sale would count 0.5, and is not"
                + " assumed (for whoever runs the tool: severity.malicious).");
  }

  private static SeverityComponent score(List<SeverityComponent> parts) {
    double value = total(parts, SeverityComponent::value);
    double lower = total(parts, SeverityComponent::lower);
    double upper = total(parts, SeverityComponent::upper);
    SeverityBand band = SeverityBand.of(value);
    StringBuilder sum =
        new StringBuilder(
            "%s x %s"
                .formatted(Scores.text(parts.get(0).value()), Scores.text(parts.get(1).value())));
    parts.stream().skip(2).forEach(part -> sum.append(" + ").append(Scores.text(part.value())));
    String range =
        lower == upper
            ? ""
            : " What is not known permits %s (%s) to %s (%s)."
                .formatted(
                    Scores.text(lower),
                    SeverityBand.of(lower).words(),
                    Scores.text(upper),
                    SeverityBand.of(upper).words());
    return new SeverityComponent(
        SCORE,
        value,
        lower,
        upper,
        true,
        "%s = %s: %s.%s".formatted(sum, Scores.text(value), band.words(), range),
        Optional.of(band));
  }

  /** DPC x EI + CB, the parts in their order. */
  private static double total(
      List<SeverityComponent> parts, ToDoubleFunction<SeverityComponent> end) {
    return end.applyAsDouble(parts.get(0)) * end.applyAsDouble(parts.get(1))
        + parts.stream().skip(2).mapToDouble(end).sum();
  }

  private static SeverityComponent many(AffectedPersons persons) {
    double best = persons.persons().orElse(persons.lowerPersons());
    double upper = persons.upperPersons().orElse(Double.POSITIVE_INFINITY);
    return new SeverityComponent(
        MANY,
        raised(best),
        raised(persons.lowerPersons()),
        raised(upper),
        true,
        String.format(
            Locale.ROOT,
            "At least %,.0f persons%s; the flag stands for more than %d.",
            persons.lowerPersons(),
            Double.isFinite(upper)
                ? String.format(Locale.ROOT, " and at most %,.0f", upper)
                : ", and nothing says how many at most",
            FEW_PERSONS),
        Optional.empty());
  }

  private static double raised(double persons) {
    return persons > FEW_PERSONS ? 1 : 0;
  }

  /** That there are none, and that there are a few, is told alike. */
  private SeverityComponent ages(String component, boolean seen, String words) {
    double raised = seen ? 1 : 0;
    String reason =
        seen
            ? "Persons of the sample were %s at the leak. The method scores such people higher; this"
                + " score does so only if that is stated (for whoever runs the tool:"
                + " severity.data-context)."
            : "None of the sample, or too few to be told, is known to have been %s at the leak.";
    return new SeverityComponent(
        component,
        raised,
        raised,
        1,
        true,
        facts.ages().dayKnown()
            ? reason.formatted(words)
            : "Not judged: the day of the leak is not known, and so nobody's age then (for whoever"
                + " runs the tool: population.leak-date).",
        Optional.empty());
  }

  private SeverityComponent unintelligible() {
    Optional<String> stated = settings.unintelligible();
    double value = stated.isPresent() ? 1 : 0;
    return new SeverityComponent(
        UNINTELLIGIBLE,
        value,
        value,
        value,
        stated.isEmpty(),
        stated.map(reason -> "Stated: " + reason).orElse("The sample could be read as it stands."),
        Optional.empty());
  }
}
