package leakcensus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecordLengthsTest {

  @Test
  void putsLengthsIntoClassesThatDouble() {
    assertThat(List.of(0L, 1L, 2L, 3L, 4L, 255L, 256L))
        .map(RecordLengths::classOf)
        .containsExactly(0, 1, 2, 2, 3, 8, 9);
  }

  @Test
  void findsTheLargestVarianceOfFewRecords() {
    // two records of class 3 (4 to 7) with 11 bytes: 4 and 7 are farthest apart
    assertThat(new RecordLengths(new TreeMap<>(Map.of(3, 2L)), 11).largestVariance())
        .isCloseTo(2.25, within(1e-12));
    // one of class 1 and one of class 4 (8 to 15) with 13 bytes: 1 and 12
    assertThat(new RecordLengths(new TreeMap<>(Map.of(1, 1L, 4, 1L)), 13).largestVariance())
        .isCloseTo(30.25, within(1e-12));
    assertThat(new RecordLengths(new TreeMap<>(), 0).largestVariance()).isZero();
  }

  @Test
  void neverStaysBelowTheVarianceOfTheRecords() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 200; round++) {
      TreeMap<Integer, Long> classes = new TreeMap<>();
      double squares = 0;
      long bytes = 0;
      int records = 1 + random.nextInt(30);
      for (int record = 0; record < records; record++) {
        long length = 1 + (long) Math.exp(random.nextDouble() * 8);
        classes.merge(RecordLengths.classOf(length), 1L, Long::sum);
        bytes += length;
        squares += (double) length * length;
      }
      double mean = (double) bytes / records;
      double largest = new RecordLengths(classes, bytes).largestVariance();

      assertThat(largest).isGreaterThanOrEqualTo(squares / records - mean * mean - 1e-6);
      assertThat(largest).isLessThanOrEqualTo(squares / records * 4 + 1e-6);
    }
  }
}
