package leakcensus.spark.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import leakcensus.block.Bucket;
import leakcensus.block.LongTable;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongBlocksTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, LongBlocks.ROWS_OF_BLOCK, LongBlocks.ROWS_OF_BLOCK + 1, 200_000})
  void cutsATableIntoBlocksThatTogetherAreTheTable(int size) {
    LongTable table = table(size);

    List<Row> blocks = LongBlocks.rows(3, BlockTable.LINKS, table).toList();

    assertThat(blocks)
        .hasSize((size + LongBlocks.ROWS_OF_BLOCK - 1) / LongBlocks.ROWS_OF_BLOCK)
        .allMatch(row -> BlockTable.bucket(row) == 3);
    LongTable gathered = LongBlocks.gather(blocks, BlockTable.LINKS, new LongTable(2));
    assertThat(gathered.encode()).isEqualTo(table.encode());
  }

  @Test
  void cutsABucketsShareIntoBlocksOfItsOwn() {
    LongTable table = table(300_000);

    List<Row> blocks = Buckets.split(table, 0, BlockTable.LINKS, 2).toList();

    assertThat(blocks).extracting(BlockTable::bucket).containsExactly(0, 0, 0, 1, 1, 1);
    LongTable gathered = new LongTable(2);
    for (Row row : blocks) {
      LongTable block = LongTable.decode(BlockTable.block(row));
      assertThat(block.size()).isBetween(1, LongBlocks.ROWS_OF_BLOCK);
      for (int at = 0; at < block.size(); at++) {
        assertThat(Bucket.of(block.at(at, 0), 2)).isEqualTo(BlockTable.bucket(row));
      }
      gathered.appendAll(block);
    }
    gathered.sort();
    table.sort();
    assertThat(gathered.encode()).isEqualTo(table.encode());
  }

  @Test
  void makesRowsOfManyStreamsOneAtATime() {
    int[] made = new int[1];
    Stream<Row> counted =
        Stream.of(1, 2, 3)
            .map(
                number -> {
                  made[0]++;
                  return BlockTable.row(number, BlockTable.LINKS, new byte[0]);
                });
    var rows = Rows.inTurn(Stream.empty(), counted, Stream.of(BlockTable.row(4, 0, new byte[0])));

    assertThat(BlockTable.bucket(rows.next())).isEqualTo(1);
    assertThat(made[0]).isLessThan(3);
    assertThat(BlockTable.bucket(rows.next())).isEqualTo(2);
    assertThat(BlockTable.bucket(rows.next())).isEqualTo(3);
    assertThat(BlockTable.bucket(rows.next())).isEqualTo(4);
    assertThat(rows).isExhausted();
  }

  private static LongTable table(int size) {
    SplittableRandom random = new SplittableRandom(size);
    LongTable table = new LongTable(2);
    for (int row = 0; row < size; row++) {
      table.append(random.nextLong(), row);
    }
    return table;
  }
}
