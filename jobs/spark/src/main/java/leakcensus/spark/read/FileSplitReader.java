package leakcensus.spark.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import leakcensus.config.ReadSettings;
import leakcensus.container.BzipIndex;
import leakcensus.container.BzipText;
import leakcensus.container.EntryPattern;
import leakcensus.container.OpenContainer;
import leakcensus.source.DetectCharset;
import leakcensus.source.DetectedCharset;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFault;
import leakcensus.source.RecordFormat;
import leakcensus.source.Source;
import leakcensus.source.Split;
import leakcensus.source.SplitReader;
import leakcensus.source.SplitTally;
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
  private static final int CERTAIN = 100;

  private final List<FilePacking> compressions;
  private final BlockIndexes indexes;
  private final List<Source> sources;
  private final ReadSettings settings;
  private final SerializableConfiguration hadoop;

  /** A reader of these files, of which packed ones are read whole. */
  public FileSplitReader(
      InputFiles files,
      List<Source> sources,
      ReadSettings settings,
      SerializableConfiguration hadoop) {
    this(files, BlockIndexes.none(), sources, settings, hadoop);
  }

  /** A reader of these files, of which packed ones with an index are read as if they were not. */
  public FileSplitReader(
      InputFiles files,
      BlockIndexes indexes,
      List<Source> sources,
      ReadSettings settings,
      SerializableConfiguration hadoop) {
    this.indexes = indexes;
    compressions = files.files().stream().map(InputFile::compression).toList();
    this.sources = sources.stream().map(Source::withoutFiles).toList();
    this.settings = settings;
    this.hadoop = hadoop;
  }

  @Override
  public RecordCursor open(Split split, String path) throws IOException {
    Source source = sources.get(split.source());
    RecordFormat format = source.format();
    boolean indexed = indexes.of(split.fileId()).isPresent();
    boolean packed = compressions.get(split.fileId()) != FilePacking.NONE;
    if (packed && !indexed || !format.isSplittable()) {
      return openParts(split.fileId(), path, source);
    }
    if (format instanceof RecordFormat.JsonLines || format instanceof RecordFormat.Delimited) {
      return openText(split, path, source);
    }
    Path file = new Path(path);
    // Prepares the file system that the next line finds in Hadoop's cache.
    SampleFileSystem.of(file, hadoop.value());
    return ParquetCursor.open(
        HadoopInputFile.fromPath(file, hadoop.value()),
        source.columns(),
        settings.containers(),
        split);
  }

  /** What the first bytes of a file tell of all of it is looked at again for each split. */
  private RecordCursor openText(Split split, String path, Source source) throws IOException {
    try (HeadInput first = HeadInput.of(open(split.fileId(), path, 0), DetectCharset.HEAD_BYTES)) {
      DetectedCharset found = charset(first, source);
      TextCharset charset = found.charset();
      LineEnd lineEnd = LineEnd.of(first.head(), charset);
      LineParser parser = new JsonLineParser(source.columns());
      byte[] header = {};
      if (source.format() instanceof RecordFormat.Delimited format) {
        List<String> names = format.columns();
        if (format.hasHeader()) {
          header = TextCursor.firstLine(frame(first, 0, charset, lineEnd), charset);
          names = names(header, charset, format);
          if (names.isEmpty() && header.length > 0) {
            return withoutHeader(split, path, source);
          }
        }
        parser = new DelimitedLineParser(format, names, source.columns());
      }
      long from = Math.max(0, split.start() - charset.unitBytes());
      LineFramer lines = frame(open(split.fileId(), path, from), from, charset, lineEnd);
      TextCursor cursor = TextCursor.open(lines, parser, charset, split, header);
      if (split.start() == 0 && source.charset().isEmpty()) {
        cursor.tally().found(found);
      }
      return cursor;
    }
  }

  /** The declared charset, or what the first bytes of the file tell. */
  private static DetectedCharset charset(HeadInput first, Source source) {
    return source
        .charset()
        .map(declared -> new DetectedCharset(declared, CERTAIN))
        .orElseGet(() -> DetectCharset.of(first.head()));
  }

  /** The names of the columns; none where the file has no line, or they cannot be parsed. */
  private static List<String> names(
      byte[] header, TextCharset charset, RecordFormat.Delimited format) {
    String line = new String(header, charset.charset());
    DelimitedHeader parsed = new DelimitedHeader(format, List.of());
    boolean fine = parsed.parse(line.toCharArray(), line.length()) == RecordFault.NONE;
    return fine ? parsed.names() : List.of();
  }

  private LineFramer frame(InputStream bytes, long from, TextCharset charset, LineEnd lineEnd) {
    return LineFramer.of(bytes, from, settings.maxRecordBytes(), charset, lineEnd);
  }

  /** What a file is whose header cannot be parsed; of a packed one told once for all its splits. */
  private RecordCursor withoutHeader(Split split, String path, Source source) throws IOException {
    if (indexes.of(split.fileId()).isEmpty()) {
      throw new IOException(DelimitedHeader.UNREADABLE);
    }
    return split.start() == 0
        ? openParts(split.fileId(), path, source)
        : new NoRecords(new SplitTally(split.fileId()));
  }

  /** The records of a file that is packed, or whose format needs all of it. */
  private RecordCursor openParts(int fileId, String location, Source source) throws IOException {
    int border = location.indexOf(InputFile.BORDER);
    Optional<EntryPattern> wanted =
        border < 0
            ? Optional.empty()
            : Optional.of(EntryPattern.parse(location.substring(border + 1)));
    Path path = new Path(border < 0 ? location : location.substring(0, border));
    HadoopBytes file = HadoopBytes.open(path, hadoop.value());
    return new PartsCursor(
        OpenContainer.open(file, settings.containers()),
        wanted,
        new OpenRecords(source, settings),
        file,
        fileId);
  }

  /** The text of a file from an offset on; of one with an index what is packed in it. */
  private InputStream open(int fileId, String path, long from) throws IOException {
    Path file = new Path(path);
    Optional<BzipIndex> index = indexes.of(fileId);
    if (index.isPresent()) {
      HadoopBytes bytes = HadoopBytes.open(file, hadoop.value());
      InputStream text = new BzipText(bytes, index.get().blockBit(from), bytes);
      try {
        text.skipNBytes(from - index.get().blockOffset(from));
      } catch (IOException fault) {
        text.close();
        throw fault;
      }
      return text;
    }
    FSDataInputStream input = SampleFileSystem.of(file, hadoop.value()).open(file);
    input.seek(from);
    return input;
  }
}
