package leakcensus.semantic;

import java.util.EnumMap;
import java.util.Map;

/**
 * Weighs what the values of a column say of its type.
 *
 * <pre>{@code
 * s   part of the values that pass a test          n   values
 * p   part expected in a column of the type        q   part expected elsewhere
 *
 * nats = E ( s ln(p / q) + (1 - s) ln((1 - p) / (1 - q)) ),  E = 4 min(1, n / 20)
 * }</pre>
 *
 * <p>That is a ratio of likelihoods as if E values had been seen: values of one column were all
 * written by one program, so that a thousand of them are no thousand witnesses. Of several tests of
 * a type the strongest counts. The result lies in -8 to 24.
 */
final class WeighValues {

  private static final double WITNESSES = 4;
  private static final double ENOUGH_VALUES = 20;
  private static final double LEAST_NATS = -8;
  private static final double MOST_NATS = 24;
  private static final double REGION_EXPECTED = 0.9;
  private static final double REGION_ELSEWHERE = 0.15;
  private static final double COUNTER_NATS = 10;

  private WeighValues() {}

  /** The evidence by type; types without a test have none. */
  static Map<SemanticType, Evidence> of(ColumnProfile column) {
    Map<SemanticType, Evidence> found = new EnumMap<>(SemanticType.class);
    if (column.counts().values() == 0) {
      return found;
    }
    for (ValueTest test : ValueTest.values()) {
      double ratio = column.passRatio(test);
      double nats =
          RefuteTest.isRefuted(test, column)
              ? LEAST_NATS
              : nats(column, ratio, test.expectedRatio(), test.elsewhereRatio());
      strongest(found, test.type(), new Evidence(nats, share(column, ratio) + " " + test.words()));
    }
    double regional = column.phoneRegionRatio() * column.passRatio(ValueTest.PHONE_SHAPE);
    strongest(
        found,
        SemanticType.PHONE,
        new Evidence(
            nats(column, regional, REGION_EXPECTED, REGION_ELSEWHERE),
            share(column, regional) + " are valid phone numbers of one region"));
    if (RefuteTest.isCounter(column)) {
      strongest(
          found,
          SemanticType.ROW_ID,
          new Evidence(COUNTER_NATS, "nearly every value is new and above the one before"));
    }
    return found;
  }

  private static void strongest(
      Map<SemanticType, Evidence> found, SemanticType type, Evidence evidence) {
    found.merge(type, evidence, (before, now) -> now.nats() > before.nats() ? now : before);
  }

  private static double nats(
      ColumnProfile column, double ratio, double expected, double elsewhere) {
    double witnesses = WITNESSES * Math.min(1, column.counts().values() / ENOUGH_VALUES);
    double nats =
        witnesses
            * (ratio * Math.log(expected / elsewhere)
                + (1 - ratio) * Math.log((1 - expected) / (1 - elsewhere)));
    return Math.max(LEAST_NATS, Math.min(MOST_NATS, nats));
  }

  /** Shares of few values would tell of single ones. */
  private static String share(ColumnProfile column, double ratio) {
    if (column.counts().values() < ColumnProfile.LEAST_SHOWN_VALUES) {
      return ratio > 0.5 ? "most" : "few";
    }
    return "%.0f %%".formatted(100 * ratio);
  }
}
