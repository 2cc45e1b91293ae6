package leakcensus.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import leakcensus.synthetic.RandomStream;
import leakcensus.synthetic.RandomStream.Purpose;

/**
 * Draws the settings of a register at random, so that many seeds give many kinds of registers.
 *
 * <p>Persons: 800 to 6,000. Records: one or two (mean 1.05 to 1.95), Poisson or geometric (1.1 to
 * 4), heavy tail (1.2 to 3, shape 1.2 to 3, limit 60). Pools of 30 to 3,000 given names and 30 to
 * 10,000 surnames, exponents 0 to 1.3. Households of 1 to 3.5 persons. Each column but the names is
 * there with probability 0.7, and the birth date or the address always. A ratio is 0 with
 * probability 0.3, or else between 0 and its own limit, small values being likelier; those of
 * households, and of persons with an e-mail address, are uniform.
 */
public final class RegisterVariation {

  private static final double COLUMN_RATIO = 0.7;
  private static final double ZERO_RATIO = 0.3;
  private static final double MOST_EXPONENT = 1.3;

  private final RandomStream random;
  private final Map<String, Object> drawn = new LinkedHashMap<>();

  private RegisterVariation(long seed) {
    this.random = RandomStream.of(seed, Purpose.REGISTER_VARIATION, 0);
  }

  /** Values by key of the configuration, which follow from the seed. */
  public static Map<String, Object> draw(long seed) {
    RegisterVariation variation = new RegisterVariation(seed);
    variation.drawSizes();
    variation.drawColumns();
    variation.drawRatios();
    return variation.drawn;
  }

  private void drawSizes() {
    drawn.put("persons", (long) logarithmic(800, 6_000));
    String law = random.pick(List.of("one-or-two", "poisson", "geometric", "heavy-tail"));
    drawn.put("records.law", law);
    drawn.put(
        "records.mean",
        switch (law) {
          case "one-or-two" -> uniform(1.05, 1.95);
          case "heavy-tail" -> uniform(1.2, 3);
          default -> uniform(1.1, 4);
        });
    drawn.put("records.shape", uniform(1.2, 3));
    drawn.put("records.limit", 60);
    drawn.put("given-names", (int) logarithmic(30, 3_000));
    drawn.put("given-names-exponent", uniform(0, MOST_EXPONENT));
    drawn.put("surnames", (int) logarithmic(30, 10_000));
    drawn.put("surnames-exponent", uniform(0, MOST_EXPONENT));
    drawn.put("household-persons", uniform(1, 3.5));
  }

  private void drawColumns() {
    List<String> columns = new ArrayList<>();
    RegisterColumn kept =
        random.pick(List.of(RegisterColumn.DATE_OF_BIRTH, RegisterColumn.ADDRESS));
    RegisterColumn second = random.pick(RegisterSettings.TELLING);
    while (second == kept) {
      second = random.pick(RegisterSettings.TELLING);
    }
    for (RegisterColumn column : RegisterColumn.values()) {
      boolean chosen = random.chance(COLUMN_RATIO);
      if (chosen || column.isName() || column == kept || column == second) {
        columns.add(column.key());
      }
    }
    drawn.put("columns", columns);
  }

  private void drawRatios() {
    for (RegisterRatio ratio : RegisterRatio.values()) {
      boolean zero = random.chance(ZERO_RATIO);
      double place = random.nextRatio();
      double value = ratio.isOfPersons() ? place : zero ? 0 : place * place;
      drawn.put(ratio.key(), Math.round(1e4 * value * ratio.variedMost()) / 1e4);
    }
  }

  private double uniform(double low, double high) {
    return Math.round(1e4 * (low + (high - low) * random.nextRatio())) / 1e4;
  }

  private double logarithmic(double low, double high) {
    return low * Math.pow(high / low, random.nextRatio());
  }
}
