package leakcensus.synthetic;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleUnaryOperator;

/** How many records a person has in a source that covers him or her; at least one. */
public sealed interface RecordLaw extends Serializable {

  /**
   * The law as a function from a uniform draw in [0, 1) to a number of records; larger draws never
   * give fewer.
   */
  DoubleToIntFunction quantiles();

  /** Mean records of a covered person. */
  double meanRecords();

  /** Exactly one record a person. */
  record One() implements RecordLaw {

    @Override
    public DoubleToIntFunction quantiles() {
      return uniform -> 1;
    }

    @Override
    public double meanRecords() {
      return 1;
    }
  }

  /**
   * One record, or two.
   *
   * @param meanRecords mean records of a covered person, above 1 and at most 2
   */
  record OneOrTwo(double meanRecords) implements RecordLaw {

    private static final double MOST_MEAN_RECORDS = 2;

    public OneOrTwo {
      requireMean(meanRecords, MOST_MEAN_RECORDS);
    }

    @Override
    public DoubleToIntFunction quantiles() {
      return uniform -> uniform < 2 - meanRecords ? 1 : 2;
    }
  }

  /**
   * A geometric law.
   *
   * <pre>{@code
   * P(records > m) = (1 - 1 / mean)^m,  m = 0, 1, ...
   * }</pre>
   *
   * @param meanRecords mean records of a covered person, above 1 and at most 100
   */
  record Geometric(double meanRecords) implements RecordLaw {

    private static final double MOST_MEAN_RECORDS = 100;

    public Geometric {
      requireMean(meanRecords, MOST_MEAN_RECORDS);
    }

    @Override
    public DoubleToIntFunction quantiles() {
      double logarithm = Math.log1p(-1 / meanRecords);
      return uniform -> 1 + (int) (Math.log1p(-uniform) / logarithm);
    }
  }

  /**
   * A Poisson law without its zero.
   *
   * <pre>{@code
   * P(k) = lambda^k / (k! (exp(lambda) - 1)),  k = 1, 2, ...
   * mean = lambda / (1 - exp(-lambda))
   * }</pre>
   *
   * @param meanRecords mean records of a covered person, above 1 and at most 500
   */
  record ZeroTruncatedPoisson(double meanRecords) implements RecordLaw {

    private static final double MOST_MEAN_RECORDS = 500;

    public ZeroTruncatedPoisson {
      requireMean(meanRecords, MOST_MEAN_RECORDS);
    }

    @Override
    public DoubleToIntFunction quantiles() {
      double lambda = solve(rate -> rate / -Math.expm1(-rate), meanRecords);
      double[] upTo = new double[(int) (lambda + 12 * Math.sqrt(lambda)) + 40];
      double probability = lambda / Math.expm1(lambda);
      double sum = 0;
      for (int i = 0; i < upTo.length; i++) {
        sum += probability;
        upTo[i] = sum;
        probability *= lambda / (i + 2);
      }

      return uniform -> {
        int found = Arrays.binarySearch(upTo, uniform);
        return Math.min(found < 0 ? -found : found + 2, upTo.length);
      };
    }
  }

  /**
   * A law with few persons who have many records: a Pareto law of the second kind (Lomax), rounded
   * down, plus one, cut at a limit.
   *
   * <pre>{@code
   * P(records > m) = (1 + m / scale)^-shape,  m = 0, 1, ..., limit - 1
   * mean           = sum over m of P(records > m)
   * }</pre>
   *
   * <p>The scale follows from the mean.
   *
   * @param meanRecords mean records of a covered person, above 1 and at most half the limit
   * @param shape exponent of the tail, 0.2 to 20; smaller is heavier
   * @param limitRecords most records that a person can have, 4 to 10,000
   */
  record HeavyTail(double meanRecords, double shape, int limitRecords) implements RecordLaw {

    private static final double LEAST_SHAPE = 0.2;
    private static final double MOST_SHAPE = 20;
    private static final int LEAST_LIMIT_RECORDS = 4;
    private static final int MOST_LIMIT_RECORDS = 10_000;

    public HeavyTail {
      if (limitRecords < LEAST_LIMIT_RECORDS || limitRecords > MOST_LIMIT_RECORDS) {
        throw new IllegalArgumentException(
            "Invalid limit: %d records (must be %d to %d)"
                .formatted(limitRecords, LEAST_LIMIT_RECORDS, MOST_LIMIT_RECORDS));
      }
      if (!(shape >= LEAST_SHAPE && shape <= MOST_SHAPE)) {
        throw new IllegalArgumentException(
            "Invalid shape: %s (must be %s to %s)".formatted(shape, LEAST_SHAPE, MOST_SHAPE));
      }
      requireMean(meanRecords, limitRecords / 2.0);
    }

    @Override
    public DoubleToIntFunction quantiles() {
      double scale = solve(this::meanRecordsAt, meanRecords);
      return uniform -> {
        double above = scale * (Math.pow(1 - uniform, -1 / shape) - 1);
        return 1 + (int) Math.min(above, limitRecords - 1);
      };
    }

    private double meanRecordsAt(double scale) {
      double sum = 0;
      for (int m = 0; m < limitRecords; m++) {
        sum += Math.pow(1 + m / scale, -shape);
      }
      return sum;
    }
  }

  private static void requireMean(double meanRecords, double most) {
    if (!(meanRecords > 1 && meanRecords <= most)) {
      throw new IllegalArgumentException(
          "Invalid mean: %s records (must be above 1 and at most %s; the law one has a mean of 1)"
              .formatted(meanRecords, most));
    }
  }

  /** The point at which a rising function takes a value, between 1e-12 and 1e12. */
  private static double solve(DoubleUnaryOperator rising, double value) {
    double low = Math.log(1e-12);
    double high = Math.log(1e12);
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (rising.applyAsDouble(Math.exp(middle)) < value) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.exp((low + high) / 2);
  }
}
