package leakcensus.format;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import leakcensus.source.FixedColumn;
import leakcensus.source.FixedLayout;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFault;
import leakcensus.source.SplitTally;

/**
 * Goes through lines whose columns stand at fixed places, counted in characters (Unicode code
 * points). Blanks around a value are not part of it; what stands behind the last column is not
 * read, and so may hold bytes that the charset does not have.
 */
public final class FixedWidth implements RecordCursor {

  private final ScannedBytes bytes;
  private final CurrentRecord record;
  private final Lines lines;
  private final List<FixedColumn> wanted;
  private final int wantedCharacters;
  private final int leastCharacters;
  private final String[] values;

  /**
   * A cursor over a stream.
   *
   * @throws IllegalArgumentException if a wanted column has no place in the layout
   */
  public FixedWidth(FormatInput input, FixedLayout layout) {
    wanted = input.columns().stream().map(layout::column).toList();
    wantedCharacters = wanted.stream().mapToInt(FixedColumn::end).max().orElse(0);
    values = new String[wanted.size()];
    leastCharacters = layout.shortLines() == FixedLayout.ShortLines.ALLOWED ? 0 : layout.width();
    bytes = new ScannedBytes(input);
    record = new CurrentRecord(bytes, input.tally());
    lines = new Lines(bytes, record, input.charset());
  }

  @Override
  public boolean next() throws IOException {
    if (!lines.next()) {
      return false;
    }
    RecordFault fault = lines.fault();
    record.meet(
        lines.position(), fault == RecordFault.NONE ? cut(lines.text()) : fault, lines.text());
    return true;
  }

  @Override
  public long position() {
    return record.position();
  }

  @Override
  public RecordFault fault() {
    return record.fault();
  }

  @Override
  public String value(int column) {
    return values[column];
  }

  @Override
  public SplitTally tally() {
    return record.tally();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  private RecordFault cut(StrictText text) {
    Arrays.fill(values, "");
    String line = text.copy();
    if (isReplaced(line, text)) {
      return RecordFault.BAD_CHARSET;
    }
    int characters = line.codePointCount(0, line.length());
    if (characters < leastCharacters) {
      return RecordFault.WRONG_FIELD_COUNT;
    }
    boolean plain = characters == line.length();
    for (int column = 0; column < values.length; column++) {
      FixedColumn place = wanted.get(column);
      int from = Math.min(place.start() - 1, characters);
      int to = Math.min(place.end(), characters);
      values[column] =
          line.substring(plain ? from : unit(line, from), plain ? to : unit(line, to)).strip();
    }
    return RecordFault.NONE;
  }

  /** How many characters a bad byte was meant to be is not known, so nothing behind it counts. */
  private boolean isReplaced(String line, StrictText text) {
    return text.isReplaced() && line.codePointCount(0, text.firstReplaced()) < wantedCharacters;
  }

  private static int unit(String line, int character) {
    return line.offsetByCodePoints(0, character);
  }
}
