package leakcensus.format;

import it.unimi.dsi.fastutil.longs.LongArrayFIFOQueue;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipException;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFault;
import leakcensus.source.SplitTally;

/**
 * Goes through the rows of the sheets of an XLSX workbook.
 *
 * <p>Each sheet names its columns in its first row that can; rows before it are titles, rows like
 * it are headers again. The rows of a sheet in which no row names columns have the wrong number of
 * fields. Numbers are written without exponent, dates as {@code yyyy-MM-dd}, whatever the sheet
 * shows; formulas have the value they were saved with.
 *
 * <p>Positions are row numbers from 0, counted on from sheet to sheet, blank rows too. Rows have no
 * bytes, so a record counts 0 of them. A workbook that is encrypted, broken or too large is
 * unreadable; a sheet that breaks off is a record that breaks off.
 *
 * <p>Memory: the workbook as stored, the texts its cells share, and one row.
 */
public final class Workbook implements RecordCursor {

  /** Titles are not longer. A header that stands lower is not looked for. */
  private static final int MAX_ROWS_BEFORE_HEADER = 100;

  private final FormatInput input;
  private final WorkbookOptions options;
  private final Map<String, Integer> wanted = new HashMap<>();
  private final String[] values;
  private final LongArrayFIFOQueue unnamed = new LongArrayFIFOQueue();

  private boolean opened;
  private boolean partial;
  private Optional<WorkbookParts> parts = Optional.empty();
  private Iterator<String> sheets = List.<String>of().iterator();
  private int sheetsOpened;
  private SharedTexts shared = SharedTexts.none();
  private CellFormats formats = CellFormats.none();
  private Optional<SheetRows> sheet = Optional.empty();
  private SheetHeader header = new SheetHeader(Map.of(), MergedCells.none());
  private boolean searching;
  private OptionalLong brokenAt = OptionalLong.empty();

  private long firstRow;
  private long position;
  private RecordFault fault = RecordFault.NONE;

  /** A cursor over a workbook; the charset of the input has no meaning. */
  public Workbook(FormatInput input, WorkbookOptions options) {
    this.input = input;
    this.options = options;
    values = new String[input.columns().size()];
    for (int column = 0; column < values.length; column++) {
      wanted.putIfAbsent(input.columns().get(column).strip(), column);
    }
    firstRow = input.firstOffset();
  }

  @Override
  public boolean next() throws IOException {
    if (!opened) {
      opened = true;
      open();
    }
    while (true) {
      if (!searching && !unnamed.isEmpty()) {
        return meet(unnamed.dequeueLong(), RecordFault.WRONG_FIELD_COUNT);
      }
      if (brokenAt.isPresent()) {
        long at = brokenAt.getAsLong();
        brokenAt = OptionalLong.empty();
        return meet(at, RecordFault.TRUNCATED);
      }
      if (sheet.isEmpty() && !openSheet()) {
        return false;
      }
      if (readRow(sheet.orElseThrow())) {
        return true;
      }
    }
  }

  @Override
  public long position() {
    return position;
  }

  /** Name of the sheet of the record. */
  String sheetName() {
    return parts.orElseThrow().sheetNames().get(sheetsOpened - 1);
  }

  /** Names of the columns of that sheet; empty where a cell has none. */
  List<String> columnNames() {
    return header.names();
  }

  @Override
  public RecordFault fault() {
    return fault;
  }

  @Override
  public String value(int column) {
    return values[column];
  }

  @Override
  public SplitTally tally() {
    return input.tally();
  }

  @Override
  public void close() throws IOException {
    closeSheet();
    if (parts.isPresent()) {
      parts.get().close();
    }
    input.bytes().close();
  }

  /** Reads the whole workbook: its table of contents stands at its end. */
  private void open() throws IOException {
    try {
      byte[] workbook = input.bytes().readNBytes(options.maxWorkbookBytes());
      if (workbook.length == options.maxWorkbookBytes() && input.bytes().read() >= 0) {
        input.tally().add(IntakeMeasure.UNREADABLE, 1);
        return;
      }
      readContents(workbook);
    } catch (EOFException | ZipException brokenOff) {
      // A compressed file that breaks off: the table of contents is lost.
      input.tally().add(IntakeMeasure.UNREADABLE, 1);
    }
  }

  private void readContents(byte[] workbook) {
    try {
      WorkbookParts opening =
          WorkbookParts.open(workbook, new NamePattern(options.sheet()), input.maxRecordBytes());
      parts = Optional.of(opening);
      shared = sharedTexts(opening);
      formats = formats(opening);
      sheets = opening.sheets().iterator();
    } catch (IOException unreadable) {
      input.tally().add(IntakeMeasure.UNREADABLE, 1);
    }
  }

  private SharedTexts sharedTexts(WorkbookParts opening) throws IOException {
    if (opening.sharedTexts().isEmpty()) {
      return SharedTexts.none();
    }
    try (XmlEvents events = opening.events(opening.sharedTexts())) {
      return SharedTexts.read(events, options.maxSharedBytes());
    }
  }

  private static CellFormats formats(WorkbookParts opening) throws IOException {
    if (opening.styles().isEmpty()) {
      return CellFormats.none();
    }
    try (XmlEvents events = opening.events(opening.styles())) {
      return CellFormats.read(events);
    }
  }

  private boolean openSheet() {
    while (sheets.hasNext()) {
      String path = sheets.next();
      sheetsOpened++;
      WorkbookParts opening = parts.orElseThrow();
      try (XmlEvents events = opening.events(path)) {
        header = new SheetHeader(wanted, MergedCells.read(events));
        sheet =
            Optional.of(
                new SheetRows(
                    opening.events(path),
                    shared,
                    formats,
                    new CellNumbers(opening.isFrom1904()),
                    input.maxRecordBytes()));
        searching = true;
        return true;
      } catch (IOException missing) {
        // The workbook names a sheet that it does not hold.
        breakOff();
      }
    }
    return false;
  }

  /** Reads the next row of a sheet; whether it is a record. */
  private boolean readRow(SheetRows rows) throws IOException {
    Optional<SheetRow> row;
    try {
      row = rows.next();
    } catch (IOException broken) {
      closeSheet();
      breakOff();
      brokenAt = OptionalLong.of(firstRow++);
      return false;
    }
    if (row.isEmpty()) {
      closeSheet();
      return false;
    }
    return !row.get().isBlank() && takeRow(row.get());
  }

  private boolean takeRow(SheetRow row) {
    long at = firstRow + row.number();
    if (!searching && !header.isFound()) {
      return meet(at, RecordFault.WRONG_FIELD_COUNT);
    }
    return switch (header.take(row)) {
      case BEFORE -> {
        unnamed.enqueue(at);
        searching = unnamed.size() < MAX_ROWS_BEFORE_HEADER;
        yield false;
      }
      case HEADER -> {
        unnamed.clear();
        searching = false;
        yield false;
      }
      case RECORD -> meet(at, row.tooLong() ? RecordFault.TOO_LONG : take(row));
    };
  }

  private RecordFault take(SheetRow row) {
    Arrays.fill(values, "");
    for (int cell = 0; cell < row.cells().size(); cell++) {
      int column = header.column(cell);
      if (column >= 0) {
        values[column] = row.cells().get(cell);
      }
    }
    return RecordFault.NONE;
  }

  private void closeSheet() throws IOException {
    if (sheet.isPresent()) {
      firstRow += sheet.get().rows();
      sheet.get().close();
      sheet = Optional.empty();
    }
    // Rows in which no header was found are records that nobody can read.
    searching = false;
  }

  private boolean meet(long at, RecordFault why) {
    position = at;
    fault = why;
    input.tally().read(0);
    if (why == RecordFault.NONE) {
      input.tally().keep();
    } else {
      input.tally().quarantine(why, at);
    }
    return true;
  }

  private void breakOff() {
    if (!partial) {
      partial = true;
      input.tally().add(IntakeMeasure.PARTIAL, 1);
    }
  }
}
