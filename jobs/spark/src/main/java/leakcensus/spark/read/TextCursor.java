package leakcensus.spark.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Optional;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFault;
import leakcensus.source.Split;
import leakcensus.source.SplitTally;
import leakcensus.source.TextCharset;

/**
 * Goes through the lines of a split of a text file: frames, decodes strictly, parses.
 *
 * <p>A line belongs to the split in which it starts. Blank lines are separators, not records.
 */
final class TextCursor implements RecordCursor {

  /** Before the header of a stream is read. */
  private static final LineParser NO_PARSER = new NoParser();

  private final LineFramer lines;
  private final Optional<HeaderParser> ofHeader;
  private final long end;
  private final long base;
  private final boolean skipsHeader;
  private final TextCharset charset;
  private final CharsetDecoder decoder;
  private final SplitTally tally;

  private LineParser parser;
  private CharBuffer text = CharBuffer.allocate(1 << 12);
  private RecordFault fault = RecordFault.NONE;
  private long position;
  private boolean headerSeen;
  private boolean breakSeen;

  private TextCursor(
      LineFramer lines, LineParser parser, TextCharset charset, Split split, boolean skipsHeader) {
    this.charset = charset;
    this.lines = lines;
    this.parser = parser;
    this.end = split.end();
    this.skipsHeader = skipsHeader && split.start() == 0;
    decoder = decoder(charset);
    tally = new SplitTally(split.fileId());
    base = 0;
    ofHeader = Optional.empty();
  }

  private TextCursor(
      LineFramer lines,
      HeaderParser ofHeader,
      TextCharset charset,
      SplitTally tally,
      long base,
      boolean skipsHeader)
      throws IOException {
    this.lines = lines;
    this.charset = charset;
    this.tally = tally;
    this.base = base;
    this.skipsHeader = skipsHeader;
    end = Long.MAX_VALUE;
    decoder = decoder(charset);
    parser = skipsHeader ? NO_PARSER : ofHeader.of("");
    this.ofHeader = skipsHeader ? Optional.of(ofHeader) : Optional.empty();
  }

  private static CharsetDecoder decoder(TextCharset charset) {
    return charset
        .charset()
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /**
   * A cursor over a whole stream, whose header, if there is one, names the columns.
   *
   * @param lines lines from the stream's first byte
   * @param parser makes the parser of the lines
   * @param charset charset of the stream
   * @param tally where records are counted
   * @param base offset of the stream's first byte in all that is read of the file
   * @param hasHeader whether the first line is a header
   * @throws IOException if the header cannot be parsed
   */
  static TextCursor whole(
      LineFramer lines,
      HeaderParser parser,
      TextCharset charset,
      SplitTally tally,
      long base,
      boolean hasHeader)
      throws IOException {
    return new TextCursor(lines, parser, charset, tally, base, hasHeader);
  }

  /**
   * A cursor over a stream.
   *
   * @param lines lines from the split's start, or for a later split from the unit before it
   * @param parser parser of the lines
   * @param charset charset of the file
   * @param split the split
   * @param skipsHeader whether the file's first line is a header
   * @throws IOException if the stream cannot be read
   */
  static TextCursor open(
      LineFramer lines, LineParser parser, TextCharset charset, Split split, boolean skipsHeader)
      throws IOException {
    TextCursor cursor = new TextCursor(lines, parser, charset, split, skipsHeader);
    if (split.start() > 0) {
      // The line that runs into the split belongs to the split before.
      lines.next();
    }
    return cursor;
  }

  @Override
  public boolean next() throws IOException {
    while (lines.endOffset() < end && lines.next()) {
      tally.add(IntakeMeasure.SEPARATOR_BYTES, lines.separatorLength());
      int mark = markLength();
      tally.add(IntakeMeasure.HEADER_BYTES, mark);
      if (lines.wholeLength() == mark) {
        continue;
      }
      if (skipsHeader && !headerSeen) {
        headerSeen = true;
        tally.add(IntakeMeasure.HEADER_BYTES, lines.wholeLength() - mark);
        readHeader(mark);
        continue;
      }
      readRecord(mark);
      return true;
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

  /** The text of the first line that is not blank, decoded; for header lines. */
  static Optional<String> firstLine(LineFramer lines, TextCharset charset) throws IOException {
    while (lines.next()) {
      int mark = markLength(lines, charset);
      if (lines.wholeLength() > mark && !lines.isTooLong()) {
        return Optional.of(
            new String(
                lines.bytes(), lines.start() + mark, lines.length() - mark, charset.charset()));
      }
      if (lines.isTooLong()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private void readHeader(int mark) throws IOException {
    if (ofHeader.isPresent()) {
      String header =
          lines.isTooLong()
              ? ""
              : new String(
                  lines.bytes(), lines.start() + mark, lines.length() - mark, charset.charset());
      parser = ofHeader.get().of(header);
    }
  }

  private void readRecord(int mark) {
    position = base + lines.offset() + mark;
    tally.read(lines.wholeLength() - mark);
    fault = parseLine(mark);
    if (fault == RecordFault.NONE) {
      tally.keep();
    } else {
      tally.quarantine(fault, position);
    }
  }

  private RecordFault parseLine(int mark) {
    if (lines.isTooLong()) {
      return RecordFault.TOO_LONG;
    }
    if (lines.isBroken() && lines.separatorLength() == 0) {
      return RecordFault.TRUNCATED;
    }
    return decode(lines.start() + mark, lines.length() - mark)
        ? parser.parse(text.array(), text.limit())
        : RecordFault.BAD_CHARSET;
  }

  private boolean decode(int start, int length) {
    int room = (int) Math.ceil(length * (double) decoder.maxCharsPerByte()) + 1;
    if (text.capacity() < room) {
      text = CharBuffer.allocate(room);
    }
    text.clear();
    decoder.reset();
    CoderResult result = decoder.decode(ByteBuffer.wrap(lines.bytes(), start, length), text, true);
    if (result.isError() || decoder.flush(text).isError()) {
      return false;
    }
    text.flip();
    return true;
  }

  private int markLength() {
    return markLength(lines, charset);
  }

  private static int markLength(LineFramer lines, TextCharset charset) {
    boolean marked =
        lines.offset() == 0
            && !lines.isTooLong()
            && charset.startsWithMark(lines.bytes(), lines.start(), lines.length());
    return marked ? charset.markBytes() : 0;
  }

  private static final class NoParser implements LineParser {

    @Override
    public RecordFault parse(char[] text, int length) {
      throw new IllegalStateException("No line is parsed before the header");
    }

    @Override
    public String value(int column) {
      throw new IllegalStateException("No value is told before the header");
    }
  }
}
