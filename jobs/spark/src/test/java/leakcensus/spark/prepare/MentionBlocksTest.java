package leakcensus.spark.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import leakcensus.authenticity.SignCount;
import leakcensus.block.Bucket;
import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.link.Node;
import leakcensus.link.ResolveMethod;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;
import leakcensus.pseudonym.TokenKey;
import leakcensus.source.Intake;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordFormat;
import leakcensus.source.Slot;
import leakcensus.source.Source;
import leakcensus.source.SourceFile;
import leakcensus.source.Split;
import leakcensus.source.SplitReader;
import leakcensus.source.SplitTally;
import leakcensus.spark.table.BlockTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class MentionBlocksTest {

  private static final int BUCKETS = 5;
  private static final Source SOURCE =
      new Source(
          "s",
          List.of("leak"),
          new RecordFormat.JsonLines(),
          "UTF-8",
          List.of(Slot.of("holder", Map.of(PersonField.PHONE, List.of("tel")))),
          List.of(),
          new NormaliseSettings("CN", NationalIdRule.OPAQUE, DateOrder.DAY_FIRST));

  private final List<Row> rows = new ArrayList<>();

  @Test
  void spreadsMentionsOverBucketsAndCountsEachSplit() {
    List<List<String>> records = phones(40_000);

    read(
        (split, path) ->
            new ListCursor(split.fileId(), records.subList(0, 20_000 * split.fileId())));

    long mentions = 0;
    for (Row row : rows) {
      if (BlockTable.content(row) == BlockTable.MENTIONS) {
        MentionBlock block = new MentionBlock(1);
        block.appendEncoded(BlockTable.block(row));
        for (int mention = 0; mention < block.size(); mention++) {
          assertThat(Bucket.of(Node.of(block, mention, ResolveMethod.IDENTIFIERS), BUCKETS))
              .isEqualTo(BlockTable.bucket(row));
        }
        mentions += block.size();
      }
    }
    assertThat(mentions).isEqualTo(60_000);
    assertThat(intake().count(1, IntakeMeasure.RECORDS_KEPT)).isEqualTo(20_000);
    assertThat(intake().count(2, IntakeMeasure.RECORDS_KEPT)).isEqualTo(40_000);
    assertThat(rows).filteredOn(row -> BlockTable.content(row) == BlockTable.INTAKE).hasSize(3);
  }

  @Test
  void preparesNoRecordInQuarantine() {
    List<List<String>> records =
        List.of(List.of("13800138000"), List.of(), List.of("13800138001"), List.of());

    read((split, path) -> new ListCursor(split.fileId(), records));

    assertThat(mentions()).isEqualTo(6);
    assertThat(intake().count(0, IntakeMeasure.RECORDS_READ)).isEqualTo(4);
    assertThat(intake().quarantined(0)).isEqualTo(2);
  }

  @Test
  void countsAFileThatCannotBeOpenedAndReadsTheOthers() {
    read(
        (split, path) -> {
          if (split.fileId() == 1) {
            throw new IOException("no access");
          }
          if (split.fileId() == 2) {
            throw new IllegalArgumentException("odd name");
          }
          return new ListCursor(split.fileId(), phones(3));
        });

    assertThat(mentions()).isEqualTo(3);
    assertThat(intake().count(0, IntakeMeasure.UNREADABLE)).isZero();
    assertThat(intake().count(1, IntakeMeasure.UNREADABLE)).isEqualTo(1);
    assertThat(intake().count(2, IntakeMeasure.UNREADABLE)).isEqualTo(1);
  }

  @Test
  void failsWithoutPathOrValueWhereAFileBreaksOffInTheMiddle() {
    assertThatThrownBy(() -> read((split, path) -> new ListCursor(split.fileId(), phones(9), 4)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Cannot read file 0 further (java.io.IOException)."
                + " The task is tried again; if it fails again, leave the file out.")
        .hasNoCause();
  }

  @Test
  void countsPlantedCopiesOfTheShareOfMentionsThatIsAskedFor() {
    SplitReader reader = (split, path) -> new ListCursor(split.fileId(), phones(40));
    List<Split> splits = List.of(new Split(0, 0, 0, 10), new Split(0, 1, 0, 10));

    blocks(reader, splits, ResolveMethod.MATCHING, 1).forEachRemaining(rows::add);

    CountTable counts = counted();
    // A phone has one slip, in a digit, and no second; the copies themselves are no mentions.
    assertThat(planted(counts, 1)).isEqualTo(80);
    assertThat(planted(counts, 2)).isZero();
    assertThat(mentions()).isEqualTo(80);
    rows.clear();
    blocks(reader, splits, ResolveMethod.MATCHING, 0).forEachRemaining(rows::add);
    blocks(reader, splits, ResolveMethod.IDENTIFIERS, 1).forEachRemaining(rows::add);
    assertThat(planted(counted(), 1)).isZero();
  }

  @Test
  void countsTheLastDigitsOfPhones() {
    read((split, path) -> new ListCursor(split.fileId(), phones(40)));

    for (int digit = 0; digit < 10; digit++) {
      assertThat(
              counted().at(Measure.SIGN_MENTIONS, 0, SignCount.PHONE_LAST_DIGIT.ordinal(), digit))
          .isEqualTo(12);
    }
  }

  @Test
  void endsWhereTheSplitsEnd() {
    MentionBlocks blocks = blocks((split, path) -> new ListCursor(0, List.of()), List.of());

    assertThat(blocks.hasNext()).isFalse();
    assertThatThrownBy(blocks::next)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("no block left");
  }

  private CountTable counted() {
    CountTable counts = new CountTable();
    for (Row row : rows) {
      if (BlockTable.content(row) == BlockTable.COUNTS) {
        counts.addEncoded(BlockTable.block(row));
      }
    }
    return counts;
  }

  private void read(SplitReader reader) {
    List<Split> splits =
        List.of(new Split(0, 0, 0, 10), new Split(0, 1, 0, 10), new Split(0, 2, 0, 10));
    blocks(reader, splits).forEachRemaining(rows::add);
  }

  /** Pairs that no blocking key brings together; their first key is the number of slips alone. */
  private static long planted(CountTable counts, int slips) {
    return counts
        .bySecond(Measure.PLANTED_PATTERN_PAIRS, CountTable.ALL_SOURCES, slips)
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private static MentionBlocks blocks(SplitReader reader, List<Split> splits) {
    return blocks(reader, splits, ResolveMethod.IDENTIFIERS, 0);
  }

  private static MentionBlocks blocks(
      SplitReader reader, List<Split> splits, ResolveMethod method, double plantedRatio) {
    return new MentionBlocks(
        reader,
        splits,
        splits.stream().map(split -> "file:/" + split.fileId()).toList(),
        new PrepareRecords(List.of(SOURCE), TokenKey.of(new byte[16]), method, plantedRatio),
        method,
        BUCKETS,
        new ReadingMeter());
  }

  private long mentions() {
    long mentions = 0;
    for (Row row : rows) {
      if (BlockTable.content(row) == BlockTable.MENTIONS) {
        MentionBlock block = new MentionBlock(1);
        block.appendEncoded(BlockTable.block(row));
        mentions += block.size();
      }
    }
    return mentions;
  }

  private Intake intake() {
    LongTable tallies = SplitTally.table();
    for (Row row : rows) {
      if (BlockTable.content(row) == BlockTable.INTAKE) {
        tallies.appendEncoded(BlockTable.block(row));
      }
    }
    List<SourceFile> files = new ArrayList<>();
    for (int id = 0; id < 3; id++) {
      files.add(new SourceFile(id, 0, 1, "none", false));
    }
    return Intake.of(files, tallies);
  }

  private static List<List<String>> phones(int number) {
    List<List<String>> records = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      records.add(Collections.singletonList("138%08d".formatted(i)));
    }
    return records;
  }
}
