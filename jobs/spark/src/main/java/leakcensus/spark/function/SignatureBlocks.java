package leakcensus.spark.function;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import leakcensus.block.Bucket;
import leakcensus.compare.BlockingRule;
import leakcensus.compare.Signature;
import leakcensus.compare.SignatureBlock;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Row;

/** Signatures from blocks and to blocks, which are encoded as they are asked for. */
public final class SignatureBlocks {

  /** Signatures of one block, one to two megabytes: see {@link LongBlocks#ROWS_OF_BLOCK}. */
  private static final int SIGNATURES_OF_BLOCK = 1 << 11;

  private SignatureBlocks() {}

  /** The signatures of some rows, each once. */
  public static List<Signature> gather(Iterator<Row> rows) {
    return gather(rows, new ArrayList<>());
  }

  /** The signatures of some rows, each once; rows that hold anything else join the others. */
  public static List<Signature> gather(Iterator<Row> rows, List<Row> others) {
    List<Signature> signatures = new ArrayList<>();
    LongOpenHashSet known = new LongOpenHashSet();
    while (rows.hasNext()) {
      Row row = rows.next();
      if (BlockTable.content(row) != BlockTable.SIGNATURES) {
        others.add(row);
        continue;
      }
      for (Signature signature : SignatureBlock.decode(BlockTable.block(row))) {
        if (known.add(signature.id())) {
          signatures.add(signature);
        }
      }
    }
    return signatures;
  }

  /** Blocks of signatures of one bucket. */
  public static Stream<Row> rows(int bucket, int content, List<Signature> signatures) {
    return blocks(bucket, signatures).map(block -> block.row(content));
  }

  /** Blocks of signatures by the bucket of a token that each has. */
  public static Stream<Row> split(
      List<Signature> signatures, ToLongFunction<Signature> token, int buckets) {
    List<List<Signature>> ofBucket = lists(buckets);
    for (Signature signature : signatures) {
      ofBucket.get(Bucket.of(token.applyAsLong(signature), buckets)).add(signature);
    }
    return rows(ofBucket);
  }

  /** Blocks of signatures by the buckets of their keys that repeat no other, once for each. */
  public static Stream<Row> splitByKeys(List<Signature> signatures, int buckets) {
    List<List<Signature>> ofBucket = lists(buckets);
    for (Signature signature : signatures) {
      // Keys ascend as signed numbers, buckets as unsigned ones: equal buckets stand together but
      // for the middle one of an odd number, whose second copy is left out where blocks are
      // gathered.
      int last = -1;
      for (int key = 0; key < signature.keyCount(); key++) {
        int bucket = Bucket.of(signature.key(key), buckets);
        if (bucket != last && !BlockingRule.isRepeating(signature.key(key))) {
          ofBucket.get(bucket).add(signature);
          last = bucket;
        }
      }
    }
    return rows(ofBucket);
  }

  private static List<List<Signature>> lists(int buckets) {
    List<List<Signature>> ofBucket = new ArrayList<>(buckets);
    for (int bucket = 0; bucket < buckets; bucket++) {
      ofBucket.add(new ArrayList<>());
    }
    return ofBucket;
  }

  private static Stream<Row> rows(List<List<Signature>> ofBucket) {
    // A list of them all first: what is flattened as it is asked for is encoded bucket by bucket.
    List<Block> blocks = new ArrayList<>();
    for (int bucket = 0; bucket < ofBucket.size(); bucket++) {
      blocks(bucket, ofBucket.get(bucket)).forEach(blocks::add);
    }
    return blocks.stream().map(block -> block.row(BlockTable.SIGNATURES));
  }

  private static Stream<Block> blocks(int bucket, List<Signature> signatures) {
    return IntStream.range(0, (signatures.size() + SIGNATURES_OF_BLOCK - 1) / SIGNATURES_OF_BLOCK)
        .mapToObj(
            block -> {
              int from = block * SIGNATURES_OF_BLOCK;
              int to = Math.min(signatures.size(), from + SIGNATURES_OF_BLOCK);
              return new Block(bucket, signatures.subList(from, to));
            });
  }

  /** Some signatures of one bucket. */
  private record Block(int bucket, List<Signature> signatures) {

    Row row(int content) {
      return BlockTable.row(bucket, content, SignatureBlock.encode(signatures));
    }
  }
}
