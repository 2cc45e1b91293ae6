package leakcensus.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordCursor;
import leakcensus.source.RecordFault;
import leakcensus.source.SplitTally;

/**
 * Goes through the sources of an Elasticsearch bulk file, where a line that says what to do stands
 * before each of them.
 *
 * <p>Columns are paths of keys inside the source; of an update, inside its {@code doc}, else its
 * {@code upsert}. Action lines are header. Where an action has lost its source, or a source its
 * action, the next line is taken for what it looks like.
 */
public final class BulkLines implements RecordCursor {

  private final ScannedBytes bytes;
  private final CurrentRecord record;
  private final Lines lines;
  private final JsonColumns whole;
  private final JsonColumns partial;
  private final int columnCount;

  private boolean sourceFollows;
  private boolean update;

  /** A cursor over a stream; columns are paths of keys inside a source. */
  public BulkLines(FormatInput input) {
    bytes = new ScannedBytes(input);
    record = new CurrentRecord(bytes, input.tally());
    lines = new Lines(bytes, record, input.charset());
    whole = new JsonColumns(input.columns());
    columnCount = input.columns().size();
    List<String> nested = new ArrayList<>();
    input.columns().forEach(column -> nested.add("doc." + column));
    input.columns().forEach(column -> nested.add("upsert." + column));
    partial = new JsonColumns(nested);
  }

  @Override
  public boolean next() throws IOException {
    while (lines.next()) {
      Optional<BulkAction> action =
          lines.fault() == RecordFault.NONE ? BulkAction.of(lines.text()) : Optional.empty();
      if (action.isPresent() && (!sourceFollows || action.get().named())) {
        begin(action.get());
        record.charge(IntakeMeasure.HEADER_BYTES);
      } else {
        readSource();
        return true;
      }
    }
    if (sourceFollows) {
      sourceFollows = false;
      record.breakOff();
    }
    return false;
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
    return told().value(place(column));
  }

  @Override
  public boolean hasSeveral(int column) {
    return told().hasSeveral(place(column));
  }

  @Override
  public List<String> values(int column) {
    return told().values(place(column));
  }

  @Override
  public SplitTally tally() {
    return record.tally();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  private JsonColumns told() {
    return update ? partial : whole;
  }

  /** Of an update what is changed counts, else what would be inserted. */
  private int place(int column) {
    return update && partial.value(column).isEmpty() ? columnCount + column : column;
  }

  private void begin(BulkAction action) {
    sourceFollows = action.verb() != BulkAction.Verb.DELETE;
    update = action.verb() == BulkAction.Verb.UPDATE;
  }

  private void readSource() {
    update = update && sourceFollows;
    sourceFollows = false;
    RecordFault fault = lines.fault();
    if (fault == RecordFault.NONE) {
      fault = (update ? partial : whole).parse(lines.text());
      if (lines.text().isReplaced()) {
        fault = lines.text().judge(fault, columnCount, this::value);
      }
    }
    record.meet(lines.position(), fault, lines.text());
  }
}
