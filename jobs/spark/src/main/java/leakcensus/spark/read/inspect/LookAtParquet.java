package leakcensus.spark.read.inspect;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import leakcensus.inspect.Layout;
import leakcensus.inspect.LeftOut;
import leakcensus.inspect.TableLook;
import leakcensus.semantic.SemanticType;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFormat;
import leakcensus.source.Split;
import leakcensus.spark.read.ParquetCursor;
import org.apache.parquet.io.InputFile;

/** Looks at one Parquet file, as far as its first row groups go. */
final class LookAtParquet {

  private final ProbeSettings settings;

  LookAtParquet(ProbeSettings settings) {
    this.settings = settings;
  }

  void look(String part, InputFile file, Findings findings) throws IOException {
    List<String> columns = ParquetCursor.leaves(file).stream().distinct().toList();
    if (columns.isEmpty()) {
      findings.leaveOut(part, LeftOut.NO_COLUMNS);
      return;
    }
    ReadTable table =
        new ReadTable(
            IntStream.range(0, columns.size()).boxed().toList(), settings.sample(columns));
    long bytes = file.getLength();
    long most = Math.min(bytes, settings.mostBytes());
    try (RecordCursor cursor =
        ParquetCursor.open(
            file, columns, settings.reading().containers(), new Split(0, 0, 0, most))) {
      table.readAll(cursor);
    }
    findings.add(
        new TableLook(
            part,
            new Layout(
                new RecordFormat.ParquetRows(),
                columns,
                true,
                Collections.nCopies(columns.size(), SemanticType.OTHER)),
            Optional.empty(),
            table.seen(() -> most < bytes, bytes, most),
            table.sample()));
  }
}
