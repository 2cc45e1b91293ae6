package leakcensus.semantic;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakcensus.normalise.DateOrder;

/**
 * What the values of a column look like, in counts: it holds none of them.
 *
 * <p>{@code toString} leaves the name out, since the names of a file without a header line are
 * values.
 */
public final class ColumnProfile {

  /** Fewer values of one shape are not shown: the shape would describe a few persons. */
  public static final int LEAST_SHOWN_VALUES = 11;

  private static final double LEAST_SHOWN_RATIO = 0.01;
  private static final double REGION_RATIO = 0.7;

  /** Of the best region: others are as likely. */
  private static final double NEAR_RATIO = 0.8;

  /** Shapes of the North American numbering plan: area code, exchange, line. */
  private static final List<String> AMERICAN_PHONES =
      List.of("999-999-9999", "(999) 999-9999", "(999)999-9999", "999.999.9999");

  private final String name;
  private final ColumnCounts counts;
  private final Map<ValueTest, Long> passes;
  private final Map<String, Long> shapes;
  private final Map<String, Long> phoneRegions;
  private final long phonesTried;
  private final NumberFacts numbers;
  private final long dayFirst;
  private final long monthFirst;

  ColumnProfile(
      String name,
      ColumnCounts counts,
      Map<ValueTest, Long> passes,
      Map<String, Long> shapes,
      Map<String, Long> phoneRegions,
      long phonesTried,
      NumberFacts numbers,
      long dayFirst,
      long monthFirst) {
    this.name = name;
    this.counts = counts;
    this.passes = passes;
    this.shapes = shapes;
    this.phoneRegions = phoneRegions;
    this.phonesTried = phonesTried;
    this.numbers = numbers;
    this.dayFirst = dayFirst;
    this.monthFirst = monthFirst;
  }

  /** The name in the files; empty where they have none. */
  public String name() {
    return name;
  }

  /** The same counts under another name. */
  public ColumnProfile named(String otherName) {
    return new ColumnProfile(
        otherName,
        counts,
        passes,
        shapes,
        phoneRegions,
        phonesTried,
        numbers,
        dayFirst,
        monthFirst);
  }

  public ColumnCounts counts() {
    return counts;
  }

  /**
   * The shapes that at least {@link #LEAST_SHOWN_VALUES} values and at least one in a hundred have,
   * the most frequent first.
   */
  public List<ShapeCount> shownShapes() {
    double least = Math.max(LEAST_SHOWN_VALUES, LEAST_SHOWN_RATIO * counts.values());
    return shapes.entrySet().stream()
        .filter(entry -> entry.getValue() >= least && !entry.getKey().equals(ValueShape.NONE))
        .map(entry -> new ShapeCount(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(ShapeCount::values)
                .reversed()
                .thenComparing(ShapeCount::shape))
        .toList();
  }

  /**
   * The order of day and month in dates that put the year last, by those dates that allow one order
   * only; empty where none or as many of each kind were seen.
   */
  public Optional<DateOrder> dateOrder() {
    return dayFirst == monthFirst
        ? Optional.empty()
        : Optional.of(dayFirst > monthFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
  }

  /**
   * The region that the numbers without a country code belong to, as ISO 3166-1 letters, if it can
   * be told: China by its mobile numbers, the United States by the way of writing, any other where
   * its plan alone has seven tenths of them. A wrong region makes other numbers of them, so it is
   * empty where several plans do.
   */
  public Optional<String> phoneRegion() {
    if (passRatio(ValueTest.PHONE_CHINESE) >= REGION_RATIO) {
      return Optional.of("CN");
    }
    List<String> likely = likelyPhoneRegions();
    if (likely.contains("US") && writtenAsInAmerica() >= REGION_RATIO * counts.values()) {
      return Optional.of("US");
    }
    return likely.size() == 1 ? Optional.of(likely.get(0)) : Optional.empty();
  }

  /**
   * The regions in whose numbering plans seven tenths of the numbers without a country code are
   * valid, and not many fewer than in the best; the best first. None where there are under eleven.
   */
  public List<String> likelyPhoneRegions() {
    List<String> ranked = PhoneRegions.ranked(phoneRegions);
    long best = phoneRegions.getOrDefault(ranked.get(0), 0L);
    if (best < LEAST_SHOWN_VALUES) {
      return List.of();
    }
    double least = Math.max(REGION_RATIO * phonesTried, NEAR_RATIO * best);
    return ranked.stream()
        .filter(region -> phoneRegions.getOrDefault(region, 0L) >= least)
        .toList();
  }

  private long writtenAsInAmerica() {
    return AMERICAN_PHONES.stream().mapToLong(shape -> shapes.getOrDefault(shape, 0L)).sum();
  }

  /** Part of the phone-like numbers without a country code that are valid in the best region. */
  double phoneRegionRatio() {
    long best = phoneRegions.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return phonesTried == 0 ? 0 : (double) best / phonesTried;
  }

  /** Part of the values that pass a test; 0 without values. */
  double passRatio(ValueTest test) {
    return counts.values() == 0 ? 0 : (double) passes.getOrDefault(test, 0L) / counts.values();
  }

  NumberFacts numbers() {
    return numbers;
  }

  /** Part of the values that have the commonest shape. */
  double commonShapeRatio() {
    long most = shapes.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return counts.values() == 0 ? 0 : (double) most / counts.values();
  }

  @Override
  public String toString() {
    return "ColumnProfile[%d values, %d blanks]".formatted(counts.values(), counts.blanks());
  }
}
