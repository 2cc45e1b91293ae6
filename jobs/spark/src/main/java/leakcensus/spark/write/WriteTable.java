package leakcensus.spark.write;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import leakcensus.spark.table.SummaryColumn;
import leakcensus.spark.table.SummaryRows;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;

/** Writes a summary table as one Parquet file. */
public final class WriteTable {

  private final Configuration hadoop;
  private final Optional<byte[]> key;

  WriteTable(Configuration hadoop) {
    this(hadoop, Optional.empty());
  }

  /** Writes encrypted under this key, if there is one. */
  WriteTable(Configuration hadoop, Optional<byte[]> key) {
    this.hadoop = hadoop;
    this.key = key;
  }

  /**
   * Writes a table that belongs to no run; no checksum file is left beside it.
   *
   * @throws IOException if the file is there already, or cannot be written
   */
  public static void toNewFile(Configuration hadoop, SummaryRows rows, URI file)
      throws IOException {
    Path path = new Path(file);
    path.getFileSystem(hadoop).setWriteChecksum(false);
    new WriteTable(hadoop).write(rows, path);
  }

  void write(SummaryRows rows, Path file) throws IOException {
    MessageType schema = ParquetTypes.schema(rows.table());
    SimpleGroupFactory groups = new SimpleGroupFactory(schema);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(HadoopOutputFile.fromPath(file, hadoop))
            .withType(schema)
            .withConf(hadoop)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withWriteMode(ParquetFileWriter.Mode.CREATE)
            .withEncryption(key.map(TableCipher::encryption).orElse(null))
            .build()) {
      for (List<Optional<Object>> row : rows.rows()) {
        Group group = groups.newGroup();
        for (int column = 0; column < row.size(); column++) {
          if (row.get(column).isPresent()) {
            put(group, rows.table().columns().get(column), row.get(column).get());
          }
        }
        writer.write(group);
      }
    }
  }

  private static void put(Group group, SummaryColumn column, Object value) {
    switch (column.type()) {
      case WHOLE -> group.add(column.name(), (Long) value);
      case REAL -> group.add(column.name(), (Double) value);
      case FLAG -> group.add(column.name(), (Boolean) value);
      case TEXT -> group.add(column.name(), (String) value);
      case WHOLES -> {
        Group list = group.addGroup(column.name());
        for (Object element : (List<?>) value) {
          list.addGroup("list").add("element", (Long) element);
        }
      }
    }
  }
}
