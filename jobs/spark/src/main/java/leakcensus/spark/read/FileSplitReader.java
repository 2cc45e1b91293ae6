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
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Opens splits of files through Hadoop's client, by the format of their source. It holds no path.
 */
public final class FileSplitReader implements SplitReader {

  private static final long serialVersionUID = 1;
  private static final int INFLATER_BYTES = 1 << 16;

  private final List<Compression> compressions;
  private final List<Source> sources;
  private final ReadSettings settings;
  private final SerializableConfiguration hadoop;

  /** A reader of these files. */
  public FileSplitReader(
      InputFiles files,
      List<Source> sources,
      ReadSettings settings,
      SerializableConfiguration hadoop) {
    compressions = files.files().stream().map(InputFile::compression).toList();
    this.sources = sources.stream().map(Source::withoutFiles).toList();
    this.settings = settings;
    this.hadoop = hadoop;
  }

  @Override
  public RecordCursor open(Split split, String path) throws IOException {
    Source source = sources.get(split.source());
    if (source.format() instanceof RecordFormat.JsonLines) {
      return openText(split, path, source, new JsonLineParser(source.columns()), false);
    }
    if (source.format() instanceof RecordFormat.Delimited delimited) {
      List<String> header = header(split.fileId(), path, source, delimited);
      LineParser parser = new DelimitedLineParser(delimited, header, source.columns());
      return openText(split, path, source, parser, delimited.hasHeader());
    }
    Path file = new Path(path);
    // Prepares the file system that the next line finds in Hadoop's cache.
    SampleFileSystem.of(file, hadoop.value());
    return ParquetCursor.open(
        HadoopInputFile.fromPath(file, hadoop.value()), source.columns(), split);
  }

  private RecordCursor openText(
      Split split, String path, Source source, LineParser parser, boolean skipsHeader)
      throws IOException {
    long from = Math.max(0, split.start() - 1);
    LineFramer lines =
        new LineFramer(open(split.fileId(), path, from), from, settings.maxRecordBytes());
    return TextCursor.open(
        lines, parser, Charset.forName(source.charsetName()), split, skipsHeader);
  }

  private List<String> header(
      int fileId, String path, Source source, RecordFormat.Delimited delimited) throws IOException {
    if (!delimited.hasHeader()) {
      return delimited.columns();
    }
    try (LineFramer lines = new LineFramer(open(fileId, path, 0), 0, settings.maxRecordBytes())) {
      Optional<String> line = TextCursor.firstLine(lines, Charset.forName(source.charsetName()));
      List<String> header =
          line.map(text -> DelimitedLineParser.header(delimited, text)).orElse(List.of());
      if (line.isPresent() && header.isEmpty()) {
        throw new IOException("Cannot parse the header line of file " + fileId);
      }
      return header;
    }
  }

  private InputStream open(int fileId, String path, long from) throws IOException {
    Path file = new Path(path);
    FSDataInputStream input = SampleFileSystem.of(file, hadoop.value()).open(file);
    if (compressions.get(fileId) == Compression.NONE) {
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
