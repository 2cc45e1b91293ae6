package leakcensus.spark.synthesise;

import java.io.IOException;
import leakcensus.synthetic.SyntheticColumn;
import leakcensus.synthetic.SyntheticRecord;
import leakcensus.synthetic.SyntheticSource;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** A Parquet file with one optional column per column of the source. */
final class ParquetLeakFile implements LeakFile {

  private final SyntheticSource source;
  private final MessageType schema;
  private final ParquetWriter<Group> writer;

  ParquetLeakFile(SyntheticSource source, FSDataOutputStream bytes, Configuration configuration)
      throws IOException {
    this.source = source;
    this.schema = schema(source);
    this.writer =
        ExampleParquetWriter.builder(new OpenedOutput(bytes))
            .withConf(configuration)
            .withType(schema)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .build();
  }

  @Override
  public void write(SyntheticRecord record) throws IOException {
    Group row = new SimpleGroup(schema);
    for (SyntheticColumn column : source.kind().columns()) {
      String text = record.values().getOrDefault(column.name(), "");
      if (!text.isEmpty()) {
        add(column, text, row);
      }
    }
    writer.write(row);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static void add(SyntheticColumn column, String text, Group row) {
    switch (column.type()) {
      case TEXT -> row.add(column.name(), text);
      case WHOLE_NUMBER -> row.add(column.name(), Long.parseLong(text));
    }
  }

  private static MessageType schema(SyntheticSource source) {
    return new MessageType(
        "record", source.kind().columns().stream().map(ParquetLeakFile::type).toList());
  }

  private static Type type(SyntheticColumn column) {
    return switch (column.type()) {
      case TEXT ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
      case WHOLE_NUMBER -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
    };
  }
}
