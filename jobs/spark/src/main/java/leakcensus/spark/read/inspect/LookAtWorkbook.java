package leakcensus.spark.read.inspect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import leakcensus.format.SheetTable;
import leakcensus.format.SheetTables;
import leakcensus.inspect.Layout;
import leakcensus.inspect.LeftOut;
import leakcensus.inspect.TableLook;
import leakcensus.semantic.SemanticType;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFormat;
import leakcensus.source.SplitTally;
import leakcensus.spark.read.OpenRecords;

/** Looks at the sheets of one XLSX workbook, which is held in memory as stored. */
final class LookAtWorkbook {

  private static final String ALL_SHEETS = "*";
  private static final int MOST_BYTES = 1 << 28;

  private final ProbeSettings settings;

  LookAtWorkbook(ProbeSettings settings) {
    this.settings = settings;
  }

  void look(String part, InputStream bytes, Findings findings) throws IOException {
    byte[] workbook = bytes.readNBytes(MOST_BYTES);
    SplitTally seen = new SplitTally(0);
    List<SheetTable> sheets = SheetTables.list(new ByteArrayInputStream(workbook), seen);
    List<SheetTable> named = sheets.stream().filter(sheet -> !sheet.columns().isEmpty()).toList();
    if (named.size() < sheets.size()) {
      findings.leaveOut(part, LeftOut.NO_COLUMNS, sheets.size() - named.size());
    }
    boolean alike = named.stream().map(SheetTable::columns).distinct().count() == 1;
    if (alike && named.size() == sheets.size()) {
      read(part, workbook, ALL_SHEETS, named.get(0).columns(), findings);
      return;
    }
    for (SheetTable sheet : named) {
      read(part, workbook, sheet.name(), sheet.columns(), findings);
    }
    if (sheets.isEmpty()) {
      boolean broken = seen.count(IntakeMeasure.UNREADABLE) + seen.count(IntakeMeasure.PARTIAL) > 0;
      findings.leaveOut(part, broken ? LeftOut.BROKEN : LeftOut.EMPTY);
    }
  }

  private void read(
      String part, byte[] workbook, String sheet, List<String> cells, Findings findings)
      throws IOException {
    List<String> columns = cells.stream().filter(name -> !name.isBlank()).distinct().toList();
    RecordFormat format = new RecordFormat.Xlsx(sheet);
    ReadTable table =
        new ReadTable(
            IntStream.range(0, columns.size()).boxed().toList(), settings.sample(columns));
    SplitTally tally = new SplitTally(0);
    OpenRecords records =
        new OpenRecords(ProbeSettings.source(format, "UTF-8", columns), settings.reading());
    try (RecordCursor cursor = records.open(new ByteArrayInputStream(workbook), tally, 0)) {
      table.readAll(cursor);
    }
    if (tally.count(IntakeMeasure.UNREADABLE) > 0) {
      findings.leaveOut(part, LeftOut.UNREADABLE);
      return;
    }
    findings.add(
        new TableLook(
            part,
            new Layout(
                format, columns, true, Collections.nCopies(columns.size(), SemanticType.OTHER)),
            Optional.empty(),
            table.seen(() -> false, 0, 0),
            table.sample()));
  }
}
