package leakcensus.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import leakcensus.source.FixedColumn;
import leakcensus.source.FixedLayout;
import leakcensus.source.RecordFormat;
import leakcensus.source.SqlOptions;

/** A layout that is measured, and how it is packed. */
public enum ReaderFormat {
  JSON_LINES(new RecordFormat.JsonLines(), Packing.NONE, 2),
  CSV(new RecordFormat.Delimited(',', '"', List.of()), Packing.NONE, 2),
  TSV(new RecordFormat.Delimited('\t', '"', List.of()), Packing.NONE, 1),
  JSON(new RecordFormat.Json(""), Packing.NONE, 1),
  PARQUET(new RecordFormat.ParquetRows(), Packing.NONE, 1),
  ES_BULK(new RecordFormat.ElasticsearchBulk(), Packing.NONE),
  SQL(
      new RecordFormat.Sql(
          new SqlOptions("people", SqlOptions.Backslashes.AS_THE_DUMP_SAYS, MadeUpRecords.COLUMNS)),
      Packing.NONE),
  FIXED_WIDTH(new RecordFormat.Fixed(places()), Packing.NONE),
  XLSX(new RecordFormat.Xlsx("*"), Packing.NONE),
  JSON_LINES_GZIP(new RecordFormat.JsonLines(), Packing.GZIP, 1),
  JSON_LINES_ZSTD(new RecordFormat.JsonLines(), Packing.ZSTD),
  JSON_LINES_BZIP2(new RecordFormat.JsonLines(), Packing.BZIP2, 1);

  /** How a file is packed. */
  enum Packing {
    NONE(""),
    GZIP(".gz"),
    ZSTD(".zst"),
    BZIP2(".bz2");

    /** By which Spark knows how to unpack it. */
    private final String extension;

    Packing(String extension) {
      this.extension = extension;
    }
  }

  /** Files of the slow ones are smaller; figures are by byte and record. */
  private static final long SLOW_SHARE = 10;

  private final RecordFormat layout;
  private final Packing packing;
  private final OptionalDouble leastRatio;

  ReaderFormat(RecordFormat layout, Packing packing) {
    this.layout = layout;
    this.packing = packing;
    leastRatio = OptionalDouble.empty();
  }

  /** One that Spark reads too; leak-census should be so many times as fast. */
  ReaderFormat(RecordFormat layout, Packing packing, double leastRatio) {
    this.layout = layout;
    this.packing = packing;
    this.leastRatio = OptionalDouble.of(leastRatio);
  }

  /** The name in results, such as {@code json-lines-gzip}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Speed of the reader over that of Spark's own that is to be reached; none where Spark has none.
   */
  public OptionalDouble leastRatio() {
    return leastRatio;
  }

  /** Name of its file. */
  String fileName() {
    return key() + packing.extension;
  }

  RecordFormat layout() {
    return layout;
  }

  Packing packing() {
    return packing;
  }

  /** How many of so many records its file holds. */
  long share(long records) {
    boolean slow = this == XLSX || this == JSON_LINES_BZIP2;
    return slow ? Math.max(1, records / SLOW_SHARE) : records;
  }

  private static FixedLayout places() {
    List<FixedColumn> columns = new ArrayList<>();
    int start = 1;
    for (int column = 0; column < MadeUpRecords.COLUMNS.size(); column++) {
      int width = MadeUpRecords.WIDTHS.get(column);
      columns.add(new FixedColumn(MadeUpRecords.COLUMNS.get(column), start, width));
      start += width;
    }
    return new FixedLayout(columns, FixedLayout.ShortLines.REFUSED);
  }
}
