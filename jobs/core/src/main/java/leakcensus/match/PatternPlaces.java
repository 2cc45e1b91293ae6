package leakcensus.match;

import java.util.Arrays;
import leakcensus.compare.AgreementLevel;
import leakcensus.compare.AgreementPattern;
import leakcensus.compare.ComparisonField;

/**
 * Where the levels of patterns stand in a table by field, level and class, in this order: taken
 * apart once, since each round of learning asks for all of them. A field without content on both
 * sides tells nothing and has no place.
 */
final class PatternPlaces {

  /** Cells of the table. */
  static final int TABLE_SIZE = of(ComparisonField.COUNT, 0);

  private final long[] patterns;

  /** Places of all patterns, one pattern behind the other. */
  private final short[] places;

  /** Where the places of each pattern begin, and the last ones end. */
  private final int[] starts;

  PatternPlaces(long[] patterns) {
    this.patterns = patterns;
    starts = new int[patterns.length + 1];
    short[] found = new short[Math.multiplyExact(patterns.length, ComparisonField.COUNT)];
    int count = 0;
    for (int i = 0; i < patterns.length; i++) {
      for (int field = 0; field < ComparisonField.COUNT; field++) {
        int level = AgreementPattern.level(patterns[i], field);
        if (level != AgreementLevel.MISSING) {
          found[count++] = (short) of(field, level);
        }
      }
      starts[i + 1] = count;
    }
    places = Arrays.copyOf(found, count);
  }

  /** Place of a level of a field and the first class; the other classes follow. */
  static int of(int field, int level) {
    return (field * AgreementLevel.COUNT + level) * PairClass.COUNT;
  }

  /** Number of patterns. */
  int count() {
    return patterns.length;
  }

  /** A pattern by its number. */
  long pattern(int number) {
    return patterns[number];
  }

  /** Sum over a class's cells of a pattern, field by field, added to what is there before. */
  double sum(int number, int pairClass, double[] table, double before) {
    double sum = before;
    for (int at = starts[number]; at < starts[number + 1]; at++) {
      sum += table[places[at] + pairClass];
    }
    return sum;
  }

  /** Adds to each of a class's cells of a pattern. */
  void add(int number, int pairClass, double value, double[] table) {
    for (int at = starts[number]; at < starts[number + 1]; at++) {
      table[places[at] + pairClass] += value;
    }
  }
}
