package leakcensus.spark.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import leakcensus.block.Bucket;
import leakcensus.compare.BlockingRule;
import leakcensus.compare.DeriveSignature;
import leakcensus.compare.Signature;
import leakcensus.compare.SignatureBlock;
import leakcensus.person.PersonField;
import leakcensus.pseudonym.TokenKey;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SignatureBlocksTest {

  private static final int BUCKETS = 4;
  private static final DeriveSignature DERIVER = new DeriveSignature(TokenKey.of(new byte[16]));

  @Test
  void sendsASignatureToTheBucketsOfItsKeysThatRepeatNoOther() {
    long first = keyOf(0);
    long third = keyOf(2);
    Signature signature =
        signature(1, first, BlockingRule.repeating(keyOf(1)), third, BlockingRule.repeating(third));

    List<Row> rows = SignatureBlocks.splitByKeys(List.of(signature), BUCKETS).toList();

    assertThat(rows).extracting(BlockTable::bucket).containsExactly(0, 2);
  }

  @Test
  void sendsAllOfManyInBlocksAndGathersEachOnce() {
    List<Signature> signatures = new ArrayList<>();
    for (int id = 0; id < 5_000; id++) {
      signatures.add(signature(id, keyOf(id % BUCKETS), keyOf((id + 1) % BUCKETS)));
    }
    List<Row> rows = new ArrayList<>(SignatureBlocks.splitByKeys(signatures, BUCKETS).toList());
    Row other = BlockTable.row(0, BlockTable.COUNTS, new byte[0]);
    rows.add(7, other);

    List<Row> others = new ArrayList<>();
    List<Signature> gathered = SignatureBlocks.gather(rows.iterator(), others);

    assertThat(others).containsExactly(other);
    assertThat(gathered).extracting(Signature::id).doesNotHaveDuplicates().hasSize(5_000);
    assertThat(rows).hasSize(2 * BUCKETS + 1);
    assertThat(rows.stream().filter(row -> row != other))
        .allMatch(row -> SignatureBlock.decode(BlockTable.block(row)).size() <= 2_048);
  }

  private static Signature signature(long id, long... keys) {
    String[] normalised = new String[PersonField.COUNT];
    Arrays.fill(normalised, "");
    normalised[PersonField.PHONE.ordinal()] = "+86138" + id;
    Arrays.sort(keys);
    return DERIVER.derive(normalised, 0).in(id, id).counted(0, keys);
  }

  /** A key in the middle of a bucket. */
  private static long keyOf(int bucket) {
    long key = (2L * bucket + 1) << 61;
    assertThat(Bucket.of(key, BUCKETS)).isEqualTo(bucket);
    return key;
  }
}
