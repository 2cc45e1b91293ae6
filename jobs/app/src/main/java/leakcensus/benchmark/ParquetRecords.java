package leakcensus.benchmark;

import java.io.IOException;
import java.nio.file.Path;
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

/** Writes records as Parquet of optional texts, packed by Snappy as Spark does. */
final class ParquetRecords implements RecordOutput {

  private static final MessageType SCHEMA =
      new MessageType("people", MadeUpRecords.COLUMNS.stream().map(ParquetRecords::text).toList());

  private final ParquetWriter<Group> writer;

  ParquetRecords(Path path) throws IOException {
    writer =
        ExampleParquetWriter.builder(new LocalOutputFile(path))
            .withType(SCHEMA)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .build();
  }

  @Override
  public void write(String[] values) throws IOException {
    Group row = new SimpleGroup(SCHEMA);
    for (int column = 0; column < values.length; column++) {
      row.add(column, values[column]);
    }
    writer.write(row);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static Type text(String column) {
    return Types.optional(PrimitiveTypeName.BINARY)
        .as(LogicalTypeAnnotation.stringType())
        .named(column);
  }
}
