package leakcensus.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** People as Parquet, all columns optional texts. */
final class ParquetRows implements RecordWriter {

  private static final long ROW_GROUP_BYTES = 1 << 19;

  @Override
  public String name() {
    return "parquet";
  }

  @Override
  public List<String> settings(People people) {
    return List.of("format = parquet");
  }

  @Override
  public boolean isText() {
    return false;
  }

  @Override
  public byte[] write(People people, TextEncoding encoding) throws IOException {
    MessageType schema =
        new MessageType("people", people.columns().stream().map(ParquetRows::text).toList());
    Path file = Files.createTempFile("people", ".parquet");
    Files.delete(file);
    try {
      try (ParquetWriter<Group> writer =
          ExampleParquetWriter.builder(new LocalOutputFile(file))
              .withConf(new Configuration(false))
              .withType(schema)
              .withRowGroupSize(ROW_GROUP_BYTES)
              .withCompressionCodec(CompressionCodecName.ZSTD)
              .build()) {
        for (List<String> row : people.rows()) {
          Group group = new SimpleGroup(schema);
          for (int column = 0; column < row.size(); column++) {
            if (!row.get(column).isEmpty()) {
              group.add(column, row.get(column));
            }
          }
          writer.write(group);
        }
      }
      return Files.readAllBytes(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static Type text(String column) {
    return Types.optional(PrimitiveTypeName.BINARY)
        .as(LogicalTypeAnnotation.stringType())
        .named(column);
  }
}
