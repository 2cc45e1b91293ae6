package leakcensus.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketTest {

  @ParameterizedTest(name = "{0} buckets")
  @ValueSource(ints = {1, 2, 3, 7, 200, 1_000_000, Integer.MAX_VALUE})
  void staysInRange(int buckets) {
    for (long token : new long[] {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32}) {
      assertThat(Bucket.of(token, buckets)).isBetween(0, buckets - 1);
    }
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 10_000; i++) {
      assertThat(Bucket.of(random.nextLong(), buckets)).isBetween(0, buckets - 1);
    }
  }

  @Test
  void usesFirstAndLastBucketForSmallestAndLargestUnsignedTokens() {
    assertThat(Bucket.of(0, 7)).isZero();
    assertThat(Bucket.of(-1, 7)).isEqualTo(6);
    assertThat(Bucket.of(Long.MIN_VALUE, 8)).isEqualTo(4);
  }

  @Test
  void looksAtTheLeadingHalfOnly() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 1_000; i++) {
      long token = random.nextLong();
      long sameHalf = token & 0xFFFF_FFFF_0000_0000L | random.nextLong() >>> 32;

      assertThat(Bucket.of(sameHalf, 97)).isEqualTo(Bucket.of(token, 97));
    }
  }

  @Test
  void spreadsRandomTokensEvenly() {
    // chi-square with 15 degrees of freedom: 44.3 is the limit of 1 in 10,000
    int[] tokens = new int[16];
    new SplittableRandom(3).longs(160_000).forEach(token -> tokens[Bucket.of(token, 16)]++);

    double chiSquare = 0;
    for (int count : tokens) {
      chiSquare += Math.pow(count - 10_000, 2) / 10_000;
    }

    assertThat(chiSquare).isLessThan(44.3);
  }
}
