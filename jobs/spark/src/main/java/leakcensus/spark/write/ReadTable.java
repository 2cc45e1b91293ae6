package leakcensus.spark.write;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakcensus.spark.table.SummaryColumn;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.table.SummaryTable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.crypto.FileDecryptionProperties;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Reads a summary table back from its Parquet file. */
public final class ReadTable {

  private final Configuration hadoop;
  private final Optional<byte[]> key;

  /** Reads through file systems of this configuration. */
  public ReadTable(Configuration hadoop) {
    this(hadoop, Optional.empty());
  }

  /** The same of a file that is encrypted under this key, if there is one. */
  ReadTable(Configuration hadoop, Optional<byte[]> key) {
    this.hadoop = hadoop;
    this.key = key;
  }

  /**
   * The rows of a table.
   *
   * @throws IOException if the file cannot be read
   */
  public SummaryRows read(SummaryTable table, Path file) throws IOException {
    SummaryRows rows = new SummaryRows(table, "");
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), file)
            .withConf(hadoop)
            .withDecryption(decryption())
            .build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        List<Optional<Object>> cells = new ArrayList<>();
        for (SummaryColumn column : table.columns()) {
          cells.add(cell(group, column));
        }
        rows.addRow(cells);
      }
    }
    return rows;
  }

  /** The columns of a table that its file has with the same type, as name and type. */
  List<String> columns(SummaryTable table, Path file) throws IOException {
    List<String> columns = new ArrayList<>();
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(file, hadoop),
            HadoopReadOptions.builder(hadoop).withDecryption(decryption()).build())) {
      MessageType found = reader.getFooter().getFileMetaData().getSchema();
      List<Type> known = ParquetTypes.schema(table).getFields();
      List<String> texts = Manifest.columns(table);
      for (int i = 0; i < known.size(); i++) {
        if (found.getFields().contains(known.get(i))) {
          columns.add(texts.get(i));
        }
      }
    }
    return columns;
  }

  private FileDecryptionProperties decryption() {
    return key.map(TableCipher::decryption).orElse(null);
  }

  private static Optional<Object> cell(Group group, SummaryColumn column) {
    // A run of an earlier version lacks the columns that came later.
    if (!group.getType().containsField(column.name())
        || group.getFieldRepetitionCount(column.name()) == 0) {
      return Optional.empty();
    }
    return Optional.of(
        switch (column.type()) {
          case WHOLE -> group.getLong(column.name(), 0);
          case REAL -> group.getDouble(column.name(), 0);
          case FLAG -> group.getBoolean(column.name(), 0);
          case TEXT -> group.getString(column.name(), 0);
          case WHOLES -> wholes(group.getGroup(column.name(), 0));
        });
  }

  private static List<Long> wholes(Group list) {
    List<Long> wholes = new ArrayList<>();
    for (int i = 0; i < list.getFieldRepetitionCount("list"); i++) {
      wholes.add(list.getGroup("list", i).getLong("element", 0));
    }
    return wholes;
  }
}
