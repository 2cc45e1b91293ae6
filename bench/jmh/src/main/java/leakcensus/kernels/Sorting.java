package leakcensus.kernels;

import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import leakcensus.block.RowOrder;
import leakcensus.block.SortTokens;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Sorts the tokens of a bucket, of which a third come twice, and orders rows by them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Sorting {

  private static final int TOKENS = 100_000;

  private final long[] tokens = new long[TOKENS];

  /** Tokens of one bucket have their first bits in common. */
  @Setup
  public void make() {
    Random random = new Random(1);
    Arrays.setAll(tokens, i -> random.nextLong() >>> 7 | 5L << 57);
    for (int i = 0; i < TOKENS; i += 3) {
      tokens[i] = tokens[random.nextInt(TOKENS)];
    }
  }

  @Benchmark
  @OperationsPerInvocation(TOKENS)
  public long[] tokensOurs() {
    long[] sorted = tokens.clone();
    SortTokens.sort(sorted);
    return sorted;
  }

  @Benchmark
  @OperationsPerInvocation(TOKENS)
  public long[] tokensFastutil() {
    long[] sorted = tokens.clone();
    LongArrays.radixSort(sorted);
    return sorted;
  }

  @Benchmark
  @OperationsPerInvocation(TOKENS)
  public long[] tokensJdk() {
    long[] sorted = tokens.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  @Benchmark
  @OperationsPerInvocation(TOKENS)
  public int[] rowsOurs() {
    return RowOrder.by(tokens, TOKENS);
  }

  @Benchmark
  @OperationsPerInvocation(TOKENS)
  public int[] rowsFastutil() {
    int[] order = new int[TOKENS];
    Arrays.setAll(order, row -> row);
    LongArrays.radixSortIndirect(order, tokens, true);
    return order;
  }
}
