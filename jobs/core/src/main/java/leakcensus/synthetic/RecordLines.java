package leakcensus.synthetic;

import java.nio.charset.StandardCharsets;
import leakcensus.synthetic.SyntheticRecord.Fault;

/** Records as lines of a text file in UTF-8, each with its line feed. */
public sealed interface RecordLines permits JsonLines, CsvLines {

  /** The lines of a source with a text format. */
  static RecordLines of(SyntheticSource source) {
    return switch (source.format()) {
      case JSON_LINES -> new JsonLines(source, JsonLines.Wrapping.NONE);
      case ELASTIC_JSON_LINES -> new JsonLines(source, JsonLines.Wrapping.ELASTIC);
      case CSV -> new CsvLines(source);
      case PARQUET ->
          throw new IllegalArgumentException(
              "Invalid format of source %s: %s has no lines"
                  .formatted(source.name(), source.format().key()));
    };
  }

  /** What a file starts with; may be empty. */
  String header();

  /** A record as if it were whole. */
  String wholeLine(SyntheticRecord record);

  /** A record whose shape is wrong. */
  String misshapenLine(SyntheticRecord record);

  /** The bytes of a record, broken where it is broken on purpose. */
  default byte[] line(SyntheticRecord record) {
    String line = record.fault() == Fault.SHAPE ? misshapenLine(record) : wholeLine(record);
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    if (record.fault() == Fault.BAD_BYTE) {
      BadByte.spoil(bytes);
    }
    return bytes;
  }
}
