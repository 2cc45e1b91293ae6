package leakcensus.spark.read;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import leakcensus.config.ReadSettings;
import leakcensus.source.DetectCharset;
import leakcensus.source.DetectedCharset;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFormat;
import leakcensus.source.Source;
import leakcensus.source.Split;
import leakcensus.source.SplitReader;
import leakcensus.source.TextCharset;
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
  private static final int HEAD_PART_BYTES = 1 << 12;
  private static final int CERTAIN = 100;

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
      LineParser parser = new JsonLineParser(source.columns());
      return openText(split, path, charset(split.fileId(), path, source), parser, false);
    }
    if (source.format() instanceof RecordFormat.Delimited delimited) {
      DetectedCharset charset = charset(split.fileId(), path, source);
      List<String> header = header(split.fileId(), path, charset.charset(), delimited);
      LineParser parser = new DelimitedLineParser(delimited, header, source.columns());
      return openText(split, path, charset, parser, delimited.hasHeader());
    }
    Path file = new Path(path);
    // Prepares the file system that the next line finds in Hadoop's cache.
    SampleFileSystem.of(file, hadoop.value());
    return ParquetCursor.open(
        HadoopInputFile.fromPath(file, hadoop.value()), source.columns(), split);
  }

  private RecordCursor openText(
      Split split, String path, DetectedCharset found, LineParser parser, boolean skipsHeader)
      throws IOException {
    TextCharset charset = found.charset();
    long from = Math.max(0, split.start() - charset.unitBytes());
    LineFramer lines = frame(split.fileId(), path, from, charset);
    TextCursor cursor = TextCursor.open(lines, parser, charset, split, skipsHeader);
    if (split.start() == 0 && sources.get(split.source()).charset().isEmpty()) {
      cursor.tally().found(found);
    }
    return cursor;
  }

  /** The declared charset, or what the first bytes of the file tell. */
  private DetectedCharset charset(int fileId, String path, Source source) throws IOException {
    Optional<TextCharset> declared = source.charset();
    if (declared.isPresent()) {
      return new DetectedCharset(declared.get(), CERTAIN);
    }
    try (InputStream bytes = open(fileId, path, 0)) {
      return DetectCharset.of(head(bytes));
    }
  }

  private static byte[] head(InputStream bytes) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    try {
      while (head.size() < DetectCharset.HEAD_BYTES) {
        byte[] part = bytes.readNBytes(HEAD_PART_BYTES);
        if (part.length == 0) {
          break;
        }
        head.writeBytes(part);
      }
    } catch (EOFException | ZipException broken) {
      // What came before tells the charset; the reader of the records meets the break again.
      return head.toByteArray();
    }
    return head.toByteArray();
  }

  private List<String> header(
      int fileId, String path, TextCharset charset, RecordFormat.Delimited delimited)
      throws IOException {
    if (!delimited.hasHeader()) {
      return delimited.columns();
    }
    try (LineFramer lines = frame(fileId, path, 0, charset)) {
      Optional<String> line = TextCursor.firstLine(lines, charset);
      List<String> header =
          line.map(text -> DelimitedLineParser.header(delimited, text)).orElse(List.of());
      if (line.isPresent() && header.isEmpty()) {
        throw new IOException("Cannot parse the header line of file " + fileId);
      }
      return header;
    }
  }

  private LineFramer frame(int fileId, String path, long from, TextCharset charset)
      throws IOException {
    return new LineFramer(
        open(fileId, path, from),
        from,
        settings.maxRecordBytes(),
        charset.unitBytes(),
        charset.isBigEndian());
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
