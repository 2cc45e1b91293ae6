package leakcensus.spark.function;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToLongFunction;
import leakcensus.block.Bucket;
import leakcensus.compare.Signature;
import leakcensus.compare.SignatureBlock;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Row;

/** Signatures from blocks and to blocks. */
public final class SignatureBlocks {

  private SignatureBlocks() {}

  /** The signatures of some rows, each once. */
  public static List<Signature> gather(Iterator<Row> rows) {
    List<Signature> signatures = new ArrayList<>();
    LongOpenHashSet known = new LongOpenHashSet();
    while (rows.hasNext()) {
      Row row = rows.next();
      if (BlockTable.content(row) == BlockTable.SIGNATURES) {
        for (Signature signature : SignatureBlock.decode(BlockTable.block(row))) {
          if (known.add(signature.id())) {
            signatures.add(signature);
          }
        }
      }
    }
    return signatures;
  }

  /** Blocks of signatures by the bucket of a token that each has. */
  public static List<Row> split(
      List<Signature> signatures, ToLongFunction<Signature> token, int buckets) {
    List<List<Signature>> ofBucket = new ArrayList<>(buckets);
    for (int bucket = 0; bucket < buckets; bucket++) {
      ofBucket.add(new ArrayList<>());
    }
    for (Signature signature : signatures) {
      ofBucket.get(Bucket.of(token.applyAsLong(signature), buckets)).add(signature);
    }
    return rows(ofBucket);
  }

  /** Blocks of signatures by the buckets of their keys, once for each bucket. */
  public static List<Row> splitByKeys(List<Signature> signatures, int buckets) {
    List<List<Signature>> ofBucket = new ArrayList<>(buckets);
    for (int bucket = 0; bucket < buckets; bucket++) {
      ofBucket.add(new ArrayList<>());
    }
    for (Signature signature : signatures) {
      // Keys ascend as signed numbers, buckets as unsigned ones: equal buckets stand together but
      // for the middle one of an odd number, whose second copy is left out where blocks are
      // gathered.
      int last = -1;
      for (int key = 0; key < signature.keyCount(); key++) {
        int bucket = Bucket.of(signature.key(key), buckets);
        if (bucket != last) {
          ofBucket.get(bucket).add(signature);
          last = bucket;
        }
      }
    }
    return rows(ofBucket);
  }

  private static List<Row> rows(List<List<Signature>> ofBucket) {
    List<Row> rows = new ArrayList<>();
    for (int bucket = 0; bucket < ofBucket.size(); bucket++) {
      if (!ofBucket.get(bucket).isEmpty()) {
        byte[] block = SignatureBlock.encode(ofBucket.get(bucket));
        rows.add(BlockTable.row(bucket, BlockTable.SIGNATURES, block));
      }
    }
    return rows;
  }
}
