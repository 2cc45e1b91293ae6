package leakcensus.population;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Says in sentences what the distance of a sample from a population suggests.
 *
 * <p>Below a total variation of 0.05 the two are called much alike, above 0.2 much unlike. A
 * stratum is named where the sample holds at least a quarter more or less of it than the
 * population, and that by more than three standard deviations.
 */
final class ReadRepresentation {

  private static final double ALIKE = 0.05;
  private static final double UNLIKE = 0.2;
  private static final double MORE = 1.25;
  private static final double FEWER = 0.8;
  private static final double ABSENT = 0.1;
  private static final double RESIDUAL = 3;
  private static final int NAMED = 3;
  private static final int ADULT = 18;
  private static final int YOUNG = 20;
  private static final int MATURE = 34;

  private final PopulationDimension dimension;
  private final List<PopulationShare> visible;
  private final double placed;
  private final double people;

  ReadRepresentation(PopulationDimension dimension, List<PopulationShare> strata, long placed) {
    this.dimension = dimension;
    this.placed = placed;
    people = strata.stream().mapToDouble(PopulationShare::populationPersons).sum();
    visible =
        strata.stream()
            .filter(row -> row.sample().isPresent())
            .filter(row -> row.sample().get().representation().isPresent())
            .toList();
  }

  /** What a kind of dimension tells, for a sentence. */
  static String word(PopulationDimension.Kind kind) {
    return switch (kind) {
      case REGION -> "region of issue";
      case STATE -> "state of the postal code";
      case COUNTRY -> "country of id, postal code or phone";
      case SEX -> "sex";
      case AGE -> "age";
      case AGE_SEX -> "age and sex";
      case TOTAL -> "part";
    };
  }

  /** The reading, given the total variation. */
  String reading(double variation) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "By %s the persons of the sample are %s the population: %s of them would have to be of another %s."
            .formatted(
                word(dimension.kind()),
                variation < ALIKE ? "much like" : variation < UNLIKE ? "unlike" : "very unlike",
                percent(variation),
                word(dimension.kind())));
    addNamed(sentences);
    if (dimension.kind() == PopulationDimension.Kind.AGE) {
      addAges(sentences);
    }
    return String.join(" ", sentences);
  }

  private void addNamed(List<String> sentences) {
    List<PopulationShare> more =
        visible.stream()
            .filter(row -> ratio(row) >= MORE && residual(row) > RESIDUAL)
            .sorted(Comparator.comparingDouble(ReadRepresentation::ratio).reversed())
            .limit(NAMED)
            .toList();
    List<PopulationShare> fewer =
        visible.stream()
            .filter(row -> ratio(row) <= FEWER && residual(row) < -RESIDUAL)
            .sorted(Comparator.comparingDouble(ReadRepresentation::ratio))
            .limit(NAMED)
            .toList();
    if (!more.isEmpty()) {
      sentences.add("Over-represented: " + named(more) + ".");
    }
    if (!fewer.isEmpty()) {
      sentences.add("Under-represented: " + named(fewer) + ".");
    }
  }

  private void addAges(List<String> sentences) {
    if (ratioOf(0, ADULT - 1) < ABSENT) {
      sentences.add(
          "Minors are nearly absent, as in a register of customers, account holders or staff, not of"
              + " residents.");
    }
    if (ratioOf(YOUNG, MATURE) > MORE) {
      sentences.add("Adults of 20 to 34 are over-represented, as in services that the young use.");
    }
  }

  /** Persons of the bands inside some ages, over those whom a random draw would hold; a ratio. */
  private double ratioOf(int youngest, int oldest) {
    double seen = 0;
    double expected = 0;
    for (PopulationShare row : visible) {
      AgeBand ages = AgeBand.of(row.stratum().substring("age:".length()));
      if (ages.youngest() >= youngest && ages.oldest() <= oldest) {
        seen += row.sample().orElseThrow().seen();
        expected += placed * (row.populationPersons() / people);
      }
    }
    return expected > 0 ? seen / expected : 1;
  }

  private static double ratio(PopulationShare row) {
    return row.sample().orElseThrow().representation().orElseThrow();
  }

  private static double residual(PopulationShare row) {
    return row.sample().orElseThrow().residual().orElseThrow();
  }

  private static String named(List<PopulationShare> rows) {
    return rows.stream()
        .map(row -> String.format(Locale.ROOT, "%s (%.2g times)", row.label(), ratio(row)))
        .collect(Collectors.joining(", "));
  }

  private static String percent(double ratio) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * ratio);
  }
}
