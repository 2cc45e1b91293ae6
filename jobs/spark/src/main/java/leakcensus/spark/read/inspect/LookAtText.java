package leakcensus.spark.read.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import leakcensus.inspect.Layout;
import leakcensus.inspect.LeftOut;
import leakcensus.inspect.ListColumns;
import leakcensus.inspect.SampleRecords;
import leakcensus.inspect.SniffFormat;
import leakcensus.inspect.SniffedFormat;
import leakcensus.inspect.TableLook;
import leakcensus.semantic.ProposeType;
import leakcensus.semantic.SemanticType;
import leakcensus.semantic.TypeProposal;
import leakcensus.source.DetectCharset;
import leakcensus.source.DetectedCharset;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFormat;
import leakcensus.source.SplitTally;
import leakcensus.spark.read.HeadInput;
import leakcensus.spark.read.OpenRecords;

/** Looks at one text: its charset, its layout, its columns, and some of its records. */
final class LookAtText {

  /** First bytes that the layout is told by. */
  private static final int HEAD_BYTES = 1 << 20;

  /** Of the characters, above which a file is no text. */
  private static final double MOST_NO_TEXT = 0.02;

  private final ProbeSettings settings;

  LookAtText(ProbeSettings settings) {
    this.settings = settings;
  }

  /**
   * Looks at a text.
   *
   * @param part its name, as in {@link TableLook}
   * @param bytes the text, read as far as the settings allow
   * @param wholeBytes bytes of the file, where the text is all there is in it, else 0
   * @param readBytes bytes of the file that have been read
   */
  void look(
      String part, InputStream bytes, long wholeBytes, LongSupplier readBytes, Findings findings)
      throws IOException {
    FirstBytes first = new FirstBytes(bytes, settings.mostBytes());
    HeadInput input = HeadInput.of(first, (int) Math.min(HEAD_BYTES, settings.mostBytes()));
    byte[] head = input.head();
    DetectedCharset charset =
        DetectCharset.of(Arrays.copyOf(head, Math.min(head.length, DetectCharset.HEAD_BYTES)));
    String text = decode(head, charset);
    if (text.isBlank()) {
      findings.leaveOut(part, head.length == 0 || isText(text) ? LeftOut.EMPTY : LeftOut.NO_TEXT);
      return;
    }
    if (!isText(text)) {
      findings.leaveOut(part, LeftOut.NO_TEXT);
      return;
    }
    Optional<SniffedFormat> sniffed = SniffFormat.of(text);
    if (sniffed.isEmpty()) {
      findings.leaveOut(part, LeftOut.NO_TABLE);
      return;
    }
    RecordFormat format = sniffed.get().format();
    if (charset.charset().unitBytes() > 1 && !format.isSplittable()) {
      findings.leaveOut(part, LeftOut.WIDE_CHARSET);
    } else if (format instanceof RecordFormat.Sql) {
      new LookAtDump(settings).look(part, input, first, charset, findings);
    } else {
      List<String> columns = ListColumns.of(format, text);
      if (columns.isEmpty()) {
        // A bracket alone makes no JSON: sections of settings begin with one.
        boolean none = format instanceof RecordFormat.Json;
        findings.leaveOut(part, none ? LeftOut.NO_TABLE : LeftOut.NO_COLUMNS);
        return;
      }
      boolean named = !(format instanceof RecordFormat.Delimited table) || table.hasHeader();
      ReadTable table = read(format, columns, named, charset, input);
      findings.add(
          look(
              part,
              new Layout(format, columns, named, surely(named, table.sample())),
              charset,
              table,
              first,
              wholeBytes,
              readBytes));
    }
  }

  private ReadTable read(
      RecordFormat format,
      List<String> columns,
      boolean named,
      DetectedCharset charset,
      InputStream input)
      throws IOException {
    SampleRecords sample =
        settings.sample(named ? columns : Collections.nCopies(columns.size(), ""));
    ReadTable table = new ReadTable(all(columns), sample);
    OpenRecords records =
        new OpenRecords(
            ProbeSettings.source(format, charset.charset().toString(), columns),
            settings.reading());
    try (RecordCursor cursor = records.open(input, new SplitTally(0), 0)) {
      table.readAll(cursor);
    }
    return table;
  }

  private static TableLook look(
      String part,
      Layout layout,
      DetectedCharset charset,
      ReadTable table,
      FirstBytes first,
      long wholeBytes,
      LongSupplier readBytes) {
    return new TableLook(
        part,
        layout,
        Optional.of(charset),
        table.seen(first::isCut, wholeBytes, readBytes.getAsLong()),
        table.sample());
  }

  private static List<Integer> all(List<String> columns) {
    return IntStream.range(0, columns.size()).boxed().toList();
  }

  /** Types that values tell, of columns without names. */
  private static List<SemanticType> surely(boolean named, SampleRecords sample) {
    if (named) {
      return Collections.nCopies(sample.columns(), SemanticType.OTHER);
    }
    List<SemanticType> types = new ArrayList<>();
    for (TypeProposal proposal : ProposeType.of(sample.profile())) {
      boolean sure = proposal.ranked().get(0).confidence() >= ProbeSettings.SURE;
      types.add(sure ? proposal.type() : SemanticType.OTHER);
    }
    return types;
  }

  private static boolean isText(String text) {
    long strange =
        text.chars()
            .filter(
                character ->
                    character == '\uFFFD'
                        || character < ' '
                            && character != '\n'
                            && character != '\r'
                            && character != '\t'
                            && character != '\f'
                            && character != '\u0001')
            .count();
    return strange <= MOST_NO_TEXT * text.length();
  }

  private static String decode(byte[] head, DetectedCharset charset) throws IOException {
    CharsetDecoder decoder =
        charset
            .charset()
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    CharBuffer text = decoder.decode(ByteBuffer.wrap(head));
    return text.toString().startsWith("\uFEFF") ? text.toString().substring(1) : text.toString();
  }
}
