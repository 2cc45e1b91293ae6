package leakcensus.spark.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import leakcensus.source.RecordFault;
import leakcensus.spark.read.ReadRecords.Read;

/** Cuts a whole UTF-8 file into records, byte by byte, with {@link TextParser}'s idea of syntax. */
final class PlainSplitter {

  private static final String MARK = "\uFEFF";

  private final List<Read> records = new ArrayList<>();
  private final int maxLineBytes;
  private boolean headerAwaited;
  private long recordBytes;
  private byte[] header = {};

  PlainSplitter(byte[] file, int maxLineBytes, boolean hasHeader) {
    this.maxLineBytes = maxLineBytes;
    headerAwaited = hasHeader;
    int start = 0;
    for (int at = 0; at < file.length; at++) {
      if (file[at] == '\n') {
        add(start, at > start && file[at - 1] == '\r' ? at - 1 : at, file);
        start = at + 1;
      }
    }
    add(start, file.length, file);
  }

  List<Read> records() {
    return records;
  }

  /** The first line that is not blank, where it is a header. */
  byte[] header() {
    return header;
  }

  /** Bytes inside records. */
  long recordBytes() {
    return recordBytes;
  }

  private void add(int start, int end, byte[] file) {
    boolean tooLong = end - start > maxLineBytes;
    byte[] line = Arrays.copyOfRange(file, start, end);
    String text = new String(line, StandardCharsets.UTF_8);
    boolean marked = text.startsWith(MARK) && !tooLong;
    int mark = marked ? 3 : 0;
    if (line.length == mark) {
      return;
    }
    byte[] unmarkedLine = Arrays.copyOfRange(line, mark, line.length);
    if (headerAwaited) {
      headerAwaited = false;
      header = unmarkedLine;
      return;
    }
    if (!tooLong && header.length > 0 && Arrays.equals(unmarkedLine, header)) {
      return;
    }
    recordBytes += line.length - mark;
    String unmarked = marked ? text.substring(1) : text;
    RecordFault fault = RecordFault.NONE;
    if (tooLong) {
      fault = RecordFault.TOO_LONG;
    } else if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), line)) {
      fault = RecordFault.BAD_CHARSET;
    } else if (unmarked.startsWith("!")) {
      fault = RecordFault.BAD_SYNTAX;
    }
    records.add(
        new Read(start + mark, fault, fault == RecordFault.NONE ? List.of(unmarked) : List.of()));
  }
}
