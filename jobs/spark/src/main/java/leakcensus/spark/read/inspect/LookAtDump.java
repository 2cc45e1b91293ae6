package leakcensus.spark.read.inspect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import leakcensus.format.FormatInput;
import leakcensus.format.SqlDump;
import leakcensus.format.SqlTable;
import leakcensus.format.SqlTables;
import leakcensus.inspect.Layout;
import leakcensus.inspect.LeftOut;
import leakcensus.inspect.TableLook;
import leakcensus.semantic.SemanticType;
import leakcensus.source.DetectedCharset;
import leakcensus.source.RecordFormat;
import leakcensus.source.SplitTally;
import leakcensus.source.SqlOptions;
import leakcensus.spark.read.HeadInput;

/** Looks at the tables of one text dump of a database. */
final class LookAtDump {

  private final ProbeSettings settings;

  LookAtDump(ProbeSettings settings) {
    this.settings = settings;
  }

  /** A dump is held as far as it is looked at, since its tables are told all over it. */
  void look(
      String part, InputStream input, FirstBytes first, DetectedCharset charset, Findings findings)
      throws IOException {
    byte[] dump = HeadInput.of(input, (int) settings.mostDumpBytes()).head();
    // Whether the stream goes on is known once it is read to the end of what is looked at.
    boolean more = input.read() >= 0;
    boolean cut = more || first.isCut();
    List<SqlTable> tables =
        SqlTables.list(new ByteArrayInputStream(dump), charset.charset().charset()).stream()
            .filter(table -> table.tuples() > 0)
            .toList();
    if (tables.isEmpty()) {
      findings.leaveOut(part, LeftOut.EMPTY);
    }
    Set<String> columns = new LinkedHashSet<>();
    tables.forEach(table -> columns.addAll(table.columns()));
    List<String> wanted = List.copyOf(columns);
    Map<String, ReadTable> reading = new LinkedHashMap<>();
    for (SqlTable table : tables) {
      if (table.columns().isEmpty()) {
        findings.leaveOut(part, LeftOut.NO_COLUMNS);
      } else {
        reading.put(
            key(table.name()),
            new ReadTable(
                table.columns().stream().map(wanted::indexOf).toList(),
                settings.sample(table.columns())));
      }
    }
    FormatInput of =
        new FormatInput(
            new ByteArrayInputStream(dump),
            charset.charset().charset(),
            wanted,
            settings.reading().maxRecordBytes(),
            new SplitTally(0),
            0);
    try (SqlDump records = new SqlDump(of, SqlOptions.allTables())) {
      while (records.next()) {
        ReadTable table = reading.get(key(records.table()));
        if (table != null) {
          table.take(records);
        }
      }
    }
    for (SqlTable table : tables) {
      if (!table.columns().isEmpty()) {
        RecordFormat format =
            new RecordFormat.Sql(
                new SqlOptions(table.name(), SqlOptions.Backslashes.AS_THE_DUMP_SAYS, List.of()));
        ReadTable read = reading.get(key(table.name()));
        findings.add(
            new TableLook(
                part,
                new Layout(
                    format,
                    table.columns(),
                    true,
                    Collections.nCopies(table.columns().size(), SemanticType.OTHER)),
                Optional.of(charset),
                read.seen(() -> cut, 0, 0),
                read.sample()));
      }
    }
    if (cut) {
      findings.leaveOut(part, LeftOut.MORE_TABLES);
    }
  }

  private static String key(String table) {
    return table.toLowerCase(Locale.ROOT);
  }
}
