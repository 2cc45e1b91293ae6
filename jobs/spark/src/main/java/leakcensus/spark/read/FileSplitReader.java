package leakcensus.spark.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import leakcensus.config.ReadSettings;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFormat;
import leakcensus.source.Source;
import leakcensus.source.Split;
import leakcensus.source.SplitReader;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.util.SerializableConfiguration;

/** Opens splits of files through Hadoop's client, by the format of their source. */
public final class FileSplitReader implements SplitReader {

  private static final long serialVersionUID = 1;
  private static final int INFLATER_BYTES = 1 << 16;

  private final InputFiles files;
  private final List<Source> sources;
  private final ReadSettings settings;
  private final SerializableConfiguration hadoop;

  /** A reader of these files. */
  public FileSplitReader(
      InputFiles files,
      List<Source> sources,
      ReadSettings settings,
      SerializableConfiguration hadoop) {
    this.files = files;
    this.sources = List.copyOf(sources);
    this.settings = settings;
    this.hadoop = hadoop;
  }

  @Override
  public RecordCursor open(Split split) throws IOException {
    Source source = sources.get(split.source());
    if (source.format() instanceof RecordFormat.JsonLines) {
      return openText(split, source, new JsonLineParser(source.columns()), false);
    }
    if (source.format() instanceof RecordFormat.Delimited delimited) {
      List<String> header = header(split.fileId(), source, delimited);
      LineParser parser = new DelimitedLineParser(delimited, header, source.columns());
      return openText(split, source, parser, delimited.hasHeader());
    }
    Path path = new Path(files.file(split.fileId()).path());
    // Prepares the file system that the next line finds in Hadoop's cache.
    SampleFileSystem.of(path, hadoop.value());
    return ParquetCursor.open(
        HadoopInputFile.fromPath(path, hadoop.value()), source.columns(), split);
  }

  private RecordCursor openText(Split split, Source source, LineParser parser, boolean skipsHeader)
      throws IOException {
    long from = Math.max(0, split.start() - 1);
    LineFramer lines = new LineFramer(open(split.fileId(), from), from, settings.maxRecordBytes());
    return TextCursor.open(
        lines, parser, Charset.forName(source.charsetName()), split, skipsHeader);
  }

  private List<String> header(int fileId, Source source, RecordFormat.Delimited delimited)
      throws IOException {
    if (!delimited.hasHeader()) {
      return delimited.columns();
    }
    try (LineFramer lines = new LineFramer(open(fileId, 0), 0, settings.maxRecordBytes())) {
      Optional<String> line = TextCursor.firstLine(lines, Charset.forName(source.charsetName()));
      List<String> header =
          line.map(text -> DelimitedLineParser.header(delimited, text)).orElse(List.of());
      if (line.isPresent() && header.isEmpty()) {
        throw new IOException("Cannot parse the header line of file " + fileId);
      }
      return header;
    }
  }

  private InputStream open(int fileId, long from) throws IOException {
    InputFile file = files.file(fileId);
    Path path = new Path(file.path());
    Configuration configuration = hadoop.value();
    FSDataInputStream input = SampleFileSystem.of(path, configuration).open(path);
    if (file.compression() == Compression.NONE) {
      input.seek(from);
      return input;
    }
    try {
      return new GZIPInputStream(new BufferedInputStream(input, INFLATER_BYTES), INFLATER_BYTES);
    } catch (IOException fault) {
      input.close();
      throw new IOException("Cannot read the gzip header of file " + fileId, fault);
    }
  }
}
