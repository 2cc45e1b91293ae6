package leakcensus.spark.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import leakcensus.container.ContainerLimits;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFault;
import leakcensus.source.Split;
import leakcensus.source.SplitTally;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReadStore;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;

/**
 * Goes through the rows of those row groups of a Parquet file whose middle lies in the split.
 *
 * <p>Values are text as the column's type writes it; of a repeated value the first with content
 * counts, and the others are further values. A row group that cannot be decoded is in quarantine
 * from its first bad row on.
 */
public final class ParquetCursor implements RecordCursor {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final Split ALL = new Split(0, 0, 0, Long.MAX_VALUE);

  private final InputFile input;
  private final ParquetFileReader file;
  private final MessageType projection;
  private final List<BlockMetaData> rowGroups;
  private final List<Group> groups;
  private final ParquetColumn[] columns;
  private final List<ParquetColumn> mapped = new ArrayList<>();
  private final Map<List<String>, ParquetText> texts = new HashMap<>();
  private final ContainerLimits limits;
  private final SplitTally tally;

  private int nextGroup;
  private long nextRow;
  private long endRow;
  private long position;
  private RecordFault fault = RecordFault.NONE;

  private ParquetCursor(
      InputFile input,
      ParquetFileReader file,
      List<String> columns,
      ContainerLimits limits,
      SplitTally tally,
      Split split,
      long base) {
    this.input = input;
    this.file = file;
    this.limits = limits;
    this.tally = tally;
    rowGroups = file.getRowGroups();
    this.columns = new ParquetColumn[columns.size()];
    MessageType schema = file.getFileMetaData().getSchema();
    groups = groups(schema, split, base, fileBytes(input));
    ParquetProjection wanted = ParquetProjection.of(schema, columns);
    projection = wanted.schema();
    file.setRequestedSchema(projection);
    for (ColumnDescriptor leaf : projection.getColumns()) {
      int column = columns.indexOf(wanted.columnOf(leaf));
      this.columns[column] = new ParquetColumn(leaf);
      mapped.add(this.columns[column]);
      texts.put(this.columns[column].path(), this.columns[column].text());
    }
  }

  /**
   * A cursor over a file.
   *
   * @param limits how far it may be unpacked
   * @throws IOException if it is not a Parquet file
   */
  public static ParquetCursor open(
      InputFile input, List<String> columns, ContainerLimits limits, Split split)
      throws IOException {
    return new ParquetCursor(
        input, OpenParquet.open(input), columns, limits, new SplitTally(split.fileId()), split, 0);
  }

  /**
   * A cursor over all of a file that is a part of another one.
   *
   * @param limits how far it may be unpacked
   * @param tally where its rows are counted
   * @param base position of its first row
   * @throws IOException if it is not a Parquet file
   */
  static ParquetCursor whole(
      InputFile input, List<String> columns, ContainerLimits limits, SplitTally tally, long base)
      throws IOException {
    return new ParquetCursor(input, OpenParquet.open(input), columns, limits, tally, ALL, base);
  }

  /** Dotted paths of the leaves of a file, in order. */
  public static List<String> leaves(InputFile input) throws IOException {
    try (ParquetFileReader file = OpenParquet.open(input)) {
      return file.getFileMetaData().getSchema().getColumns().stream()
          .map(leaf -> String.join(".", leaf.getPath()))
          .toList();
    }
  }

  @Override
  public boolean next() throws IOException {
    while (nextRow == endRow) {
      if (nextGroup == groups.size()) {
        return false;
      }
      openGroup(groups.get(nextGroup++));
    }
    position = nextRow++;
    tally.read(0);
    readRow();
    if (fault == RecordFault.NONE) {
      tally.keep();
    } else {
      tally.quarantine(fault, position);
    }
    return true;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public RecordFault fault() {
    return fault;
  }

  @Override
  public String value(int column) {
    return columns[column] == null ? "" : columns[column].value();
  }

  @Override
  public boolean hasSeveral(int column) {
    return columns[column] != null && columns[column].hasSeveral();
  }

  @Override
  public List<String> values(int column) {
    return columns[column] == null ? List.of() : columns[column].values();
  }

  @Override
  public SplitTally tally() {
    return tally;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** The row groups of the split. Each is of one split, whatever the footer says where it is. */
  private List<Group> groups(MessageType schema, Split split, long base, long fileBytes) {
    List<Group> found = new ArrayList<>();
    long firstRow = base;
    for (int index = 0; index < rowGroups.size(); index++) {
      BlockMetaData rowGroup = rowGroups.get(index);
      GroupRows rows = GroupRows.of(rowGroup, schema);
      long middle = rowGroup.getStartingPos() + rowGroup.getCompressedSize() / 2;
      long inFile = Math.max(0, Math.min(fileBytes - 1, middle));
      if (inFile >= split.start() && inFile < split.end()) {
        found.add(new Group(index, firstRow, rows));
      }
      // What is refused counts as one record.
      firstRow += rows.isBomb(rowGroup, limits) ? 1 : rows.rows();
    }
    return found;
  }

  private static long fileBytes(InputFile input) {
    try {
      return input.getLength();
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot tell the length of a Parquet file", fault);
    }
  }

  /**
   * A row group of the split.
   *
   * @param index its number in the file
   * @param firstRow position of its first row
   * @param rows how many it has
   */
  private record Group(int index, long firstRow, GroupRows rows) {}

  private void openGroup(Group opened) throws IOException {
    int group = opened.index();
    BlockMetaData rowGroup = rowGroups.get(group);
    GroupRows rows = opened.rows();
    nextRow = opened.firstRow();
    endRow = nextRow + rows.rows();
    fault = RecordFault.NONE;
    if (rows.isBomb(rowGroup, limits)) {
      refuse();
      return;
    }
    if (!rows.sound()) {
      breakOff();
      return;
    }
    try {
      startColumns(group);
    } catch (IOException storageOrContent) {
      // The decoder throws the same for both. Where the bytes can be read, it is the content.
      readBytes(rowGroup);
      startColumnsAgain(group);
    }
  }

  private void startColumnsAgain(int group) {
    try {
      startColumns(group);
    } catch (IOException decodingFault) {
      breakOff();
    }
  }

  private void startColumns(int group) throws IOException {
    try {
      ColumnReadStore store =
          new ColumnReadStoreImpl(
              file.readRowGroup(group),
              new ColumnConverters(projection, texts),
              projection,
              file.getFileMetaData().getCreatedBy());
      for (ParquetColumn column : mapped) {
        column.start(store);
      }
    } catch (RuntimeException decodingFault) {
      breakOff();
    } catch (OutOfMemoryError tooLarge) {
      if (new PageSizes(input, limits.maxHeldBytes()).areSound(rowGroups.get(group), projection)) {
        throw tooLarge;
      }
      breakOff();
    }
  }

  private void readBytes(BlockMetaData rowGroup) throws IOException {
    long start = rowGroup.getStartingPos();
    if (start < 0 || start > input.getLength()) {
      // No fault of the storage: the footer says so.
      return;
    }
    byte[] buffer = new byte[BUFFER_BYTES];
    try (SeekableInputStream bytes = input.newStream()) {
      bytes.seek(start);
      long left = rowGroup.getCompressedSize();
      while (left > 0) {
        int read = bytes.read(buffer, 0, (int) Math.min(left, BUFFER_BYTES));
        left = read < 0 ? 0 : left - read;
      }
    }
  }

  private void readRow() {
    if (fault != RecordFault.NONE) {
      return;
    }
    try {
      for (ParquetColumn column : mapped) {
        column.advance();
      }
    } catch (RuntimeException decodingFault) {
      // The decoder's message may quote a value, so it ends here; the rows are counted and located.
      breakOff();
    }
  }

  /** Counts a row group that is not read as one record. */
  private void refuse() {
    tally.read(0);
    tally.quarantine(RecordFault.PART_OVER_LIMIT, nextRow);
    endRow = nextRow;
  }

  private void breakOff() {
    fault = RecordFault.TRUNCATED;
    tally.add(IntakeMeasure.PARTIAL, 1);
  }
}
