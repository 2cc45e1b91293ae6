package leakcensus.spark.read;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import leakcensus.format.StrictText;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFault;
import leakcensus.source.Split;
import leakcensus.source.SplitTally;
import leakcensus.source.TextCharset;

/**
 * Goes through the records of a split of a text file: frames, decodes, parses.
 *
 * <p>A record is a line, and belongs to the split in which it starts. Where the parser says that a
 * line ends inside a field, the next ones are joined to it; if it cannot be closed by them, it is
 * broken alone, and reading goes on behind it. Blank lines are separators, not records. A line
 * equal to the header is a header: files are put together from others. So are byte order marks,
 * wherever a line begins with one.
 */
final class TextCursor implements RecordCursor {

  /** Before the header of a stream is read. */
  private static final LineParser NO_PARSER = new NoParser();

  private static final byte[] NO_HEADER = {};

  private final LineFramer lines;
  private final Optional<DelimitedHeader> awaited;
  private final long end;
  private final long base;
  private final TextCharset charset;
  private final StrictText text;
  private final SplitTally tally;
  private final long headerBytesBefore;
  private final long separatorBytesBefore;

  private LineParser parser;
  private byte[] header;
  private RecordFault fault = RecordFault.NONE;
  private long position;
  private boolean headerSeen;
  private boolean breakSeen;

  private TextCursor(
      LineFramer lines, LineParser parser, TextCharset charset, Split split, byte[] header) {
    this.charset = charset;
    this.lines = lines;
    this.parser = parser;
    this.header = header;
    this.end = split.end();
    text = new StrictText(charset.charset());
    tally = new SplitTally(split.fileId());
    base = 0;
    awaited = Optional.empty();
    headerSeen = true;
    headerBytesBefore = 0;
    separatorBytesBefore = 0;
  }

  private TextCursor(
      LineFramer lines,
      LineParser parser,
      Optional<DelimitedHeader> awaited,
      TextCharset charset,
      SplitTally tally,
      long base) {
    this.lines = lines;
    this.charset = charset;
    this.tally = tally;
    this.base = base;
    this.parser = parser;
    this.awaited = awaited;
    header = NO_HEADER;
    headerSeen = awaited.isEmpty();
    headerBytesBefore = tally.count(IntakeMeasure.HEADER_BYTES);
    separatorBytesBefore = tally.count(IntakeMeasure.SEPARATOR_BYTES);
    end = Long.MAX_VALUE;
    text = new StrictText(charset.charset());
  }

  /**
   * A cursor over a whole stream without a header.
   *
   * @param lines lines from the stream's first byte
   * @param parser parser of the records
   * @param charset charset of the stream
   * @param tally where records are counted
   * @param base offset of the stream's first byte in all that is read of the file
   */
  static TextCursor whole(
      LineFramer lines, LineParser parser, TextCharset charset, SplitTally tally, long base) {
    return new TextCursor(lines, parser, Optional.empty(), charset, tally, base);
  }

  /**
   * A cursor over a whole stream whose header names the columns. One whose header cannot be parsed
   * throws {@link UnreadablePartException} when it is gone to its first record.
   *
   * @param lines lines from the stream's first byte
   * @param header how the header is read
   * @param charset charset of the stream
   * @param tally where records are counted
   * @param base offset of the stream's first byte in all that is read of the file
   */
  static TextCursor whole(
      LineFramer lines, DelimitedHeader header, TextCharset charset, SplitTally tally, long base) {
    return new TextCursor(lines, NO_PARSER, Optional.of(header), charset, tally, base);
  }

  /**
   * A cursor over a stream.
   *
   * @param lines lines from the split's start, or for a later split from the unit before it
   * @param parser parser of the lines
   * @param charset charset of the file
   * @param split the split
   * @param header the bytes of the file's header line; none where it has none
   * @throws IOException if the stream cannot be read
   */
  static TextCursor open(
      LineFramer lines, LineParser parser, TextCharset charset, Split split, byte[] header)
      throws IOException {
    TextCursor cursor = new TextCursor(lines, parser, charset, split, header);
    if (split.start() > 0) {
      // The line that runs into the split belongs to the split before.
      lines.skipFirst(split.end());
    }
    return cursor;
  }

  @Override
  public boolean next() throws IOException {
    while (lines.endOffset() < end && lines.next()) {
      int mark = markLength();
      tally.add(IntakeMeasure.HEADER_BYTES, mark);
      boolean met = lines.wholeLength() > mark && !isHeader(mark);
      if (met) {
        readRecord(mark);
      } else {
        tally.add(IntakeMeasure.HEADER_BYTES, lines.wholeLength() - mark);
      }
      tally.add(IntakeMeasure.SEPARATOR_BYTES, lines.separatorLength());
      if (met) {
        return true;
      }
    }
    if (lines.isBroken() && !breakSeen) {
      breakSeen = true;
      tally.add(IntakeMeasure.PARTIAL, 1);
    }
    return false;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public RecordFault fault() {
    return fault;
  }

  @Override
  public String value(int column) {
    return parser.value(column);
  }

  @Override
  public boolean hasSeveral(int column) {
    return parser.hasSeveral(column);
  }

  @Override
  public List<String> values(int column) {
    return parser.values(column);
  }

  @Override
  public SplitTally tally() {
    return tally;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  /**
   * The bytes of the first line that is not blank; none where there is none.
   *
   * @throws IOException if it is too long, or the stream cannot be read
   */
  static byte[] firstLine(LineFramer lines, TextCharset charset) throws IOException {
    while (lines.next()) {
      int mark = markLength(lines, charset);
      if (lines.isTooLong()) {
        throw new IOException(DelimitedHeader.UNREADABLE);
      }
      if (lines.wholeLength() > mark) {
        return bytes(lines, mark);
      }
    }
    return NO_HEADER;
  }

  private boolean isHeader(int mark) throws IOException {
    if (headerSeen) {
      return header.length > 0 && isHeaderAgain(mark);
    }
    headerSeen = true;
    readHeader(awaited.orElseThrow(), mark);
    return true;
  }

  private void readHeader(DelimitedHeader expected, int mark) throws IOException {
    RecordFault found = lines.isTooLong() ? RecordFault.TOO_LONG : parse(expected, mark);
    if (found != RecordFault.NONE) {
      forgetBytes();
      throw new UnreadablePartException(DelimitedHeader.UNREADABLE);
    }
    header = bytes(lines, mark);
    parser = expected.parserOfRecords();
  }

  /** A file of which nothing can be read has no account of its bytes, not one of some of them. */
  private void forgetBytes() {
    long headers = tally.count(IntakeMeasure.HEADER_BYTES) - headerBytesBefore;
    long separators = tally.count(IntakeMeasure.SEPARATOR_BYTES) - separatorBytesBefore;
    tally.add(IntakeMeasure.HEADER_BYTES, -headers);
    tally.add(IntakeMeasure.SEPARATOR_BYTES, -separators);
  }

  /** A header of several lines is one again only where all of them follow. */
  private boolean isHeaderAgain(int mark) throws IOException {
    while (!lines.isTooLong()
        && lines.length() - mark <= header.length
        && beginsHeader(lines.bytes(), lines.start() + mark, lines.length() - mark)) {
      if (lines.length() - mark == header.length) {
        return true;
      }
      if (!lines.join()) {
        break;
      }
    }
    lines.cutBack();
    return false;
  }

  private boolean beginsHeader(byte[] line, int start, int length) {
    // Most lines are told apart by their first byte.
    return line[start] == header[0]
        && Arrays.equals(line, start, start + length, header, 0, length);
  }

  private void readRecord(int mark) throws IOException {
    position = base + lines.offset() + mark;
    fault = readText(mark);
    tally.read(lines.wholeLength() - mark);
    if (fault == RecordFault.NONE) {
      tally.keep();
      tally.add(IntakeMeasure.RECORDS_WITH_BAD_BYTES, text.isReplaced() ? 1 : 0);
    } else {
      tally.quarantine(fault, position);
    }
  }

  private RecordFault readText(int mark) throws IOException {
    if (lines.isTooLong()) {
      return RecordFault.TOO_LONG;
    }
    if (isCutOff()) {
      return RecordFault.TRUNCATED;
    }
    RecordFault found = parse(parser, mark);
    if (isCutOff()) {
      return RecordFault.TRUNCATED;
    }
    if (parser.isRagged() && found != RecordFault.BAD_SYNTAX) {
      tally.add(IntakeMeasure.RECORDS_RAGGED, 1);
    }
    return text.isReplaced() ? text.judge(found, parser.columns(), parser::value) : found;
  }

  private boolean isCutOff() {
    return lines.isBroken() && lines.separatorLength() == 0;
  }

  private RecordFault parse(LineParser from, int mark) throws IOException {
    text.decode(lines.bytes(), lines.start() + mark, lines.length() - mark);
    RecordFault found = from.parse(text.characters(), text.length());
    return from.isOpen() ? parseJoined(from, mark) : found;
  }

  private RecordFault parseJoined(LineParser from, int mark) throws IOException {
    RecordFault found = RecordFault.BAD_SYNTAX;
    int decoded = lines.length();
    while (from.isOpen() && lines.join()) {
      text.append(lines.bytes(), lines.start() + decoded, lines.length() - decoded);
      decoded = lines.length();
      found = from.resume(text.characters(), text.length());
    }
    if (found != RecordFault.NONE) {
      // A quote that nothing closes, or that the quote of another record does.
      lines.cutBack();
      text.decode(lines.bytes(), lines.start() + mark, lines.length() - mark);
      return RecordFault.BAD_SYNTAX;
    }
    return found;
  }

  private int markLength() {
    return markLength(lines, charset);
  }

  private static byte[] bytes(LineFramer lines, int mark) {
    return Arrays.copyOfRange(lines.bytes(), lines.start() + mark, lines.start() + lines.length());
  }

  private static int markLength(LineFramer lines, TextCharset charset) {
    boolean marked =
        !lines.isTooLong() && charset.startsWithMark(lines.bytes(), lines.start(), lines.length());
    return marked ? charset.markBytes() : 0;
  }

  private static final class NoParser implements LineParser {

    @Override
    public RecordFault parse(char[] text, int length) {
      throw new IllegalStateException("No line is parsed before the header");
    }

    @Override
    public int columns() {
      throw new IllegalStateException("No columns are known before the header");
    }

    @Override
    public String value(int column) {
      throw new IllegalStateException("No value is told before the header");
    }
  }
}
