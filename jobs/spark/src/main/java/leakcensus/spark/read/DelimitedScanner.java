package leakcensus.spark.read;

import java.util.Arrays;
import leakcensus.source.DelimitedOptions;
import leakcensus.source.RecordFormat;

/**
 * Finds the fields of one record of delimited text, as RFC 4180 has them, or with an escape as
 * MySQL writes them. A record may come in parts: where it ends inside a field, it can be gone on
 * with.
 *
 * <p>Nothing is copied until a field is asked for. A quote inside a field that does not begin with
 * one is a character like any other; text behind a closing quote breaks the record.
 */
final class DelimitedScanner {

  /** Most fields of a record. */
  static final int MAX_FIELDS = 20_000;

  private static final int NO_CHARACTER = -1;

  /** What a record turns out to be. */
  enum Outcome {
    WHOLE,
    /** It ends inside quotes, or behind an escape. */
    OPEN,
    BROKEN
  }

  private final int delimiter;
  private final int quote;
  private final int escape;

  private int[] starts = new int[16];

  /** Ends of the fields; of one that is not as it is written, the complement. */
  private int[] ends = new int[16];

  private int count;
  private int at;
  private int start;
  private boolean quoted;
  private boolean written;

  DelimitedScanner(RecordFormat.Delimited format) {
    delimiter = format.delimiter();
    quote = characterOf(format.quote());
    escape = characterOf(format.options().escape());
  }

  /** Finds the fields of the first characters of an array. */
  Outcome scan(char[] text, int length) {
    count = 0;
    begin(text, 0, length);
    return run(text, length);
  }

  /** Goes on with a record that was open, of whose text there is more now. */
  Outcome resume(char[] text, int length) {
    return run(text, length);
  }

  /** Number of the fields. */
  int count() {
    return count;
  }

  /** A field without quotes and escapes; empty where it stands for no value. */
  String field(int field, char[] text) {
    int from = starts[field];
    int to = ends[field];
    if (to < 0) {
      return unescaped(text, from, ~to);
    }
    return from == to ? "" : new String(text, from, to - from);
  }

  private static int characterOf(char character) {
    return character == DelimitedOptions.NO_CHARACTER ? NO_CHARACTER : character;
  }

  private void begin(char[] text, int from, int length) {
    quoted = from < length && text[from] == quote;
    start = quoted ? from + 1 : from;
    at = start;
    written = true;
  }

  private Outcome run(char[] text, int length) {
    while (true) {
      if (!(quoted ? findClosingQuote(text, length) : findEnd(text, length))) {
        return Outcome.OPEN;
      }
      if (count == MAX_FIELDS) {
        return Outcome.BROKEN;
      }
      add();
      int next = quoted ? at + 1 : at;
      if (next == length || (text[next] == '\r' && next + 1 == length)) {
        return Outcome.WHOLE;
      }
      if (text[next] != delimiter) {
        return Outcome.BROKEN;
      }
      begin(text, next + 1, length);
    }
  }

  /** A lone CR ends a record too, and what stands behind it would be lost. */
  private boolean findEnd(char[] text, int length) {
    int i = at;
    while (i < length && text[i] != delimiter && text[i] != '\r') {
      if (text[i] == escape) {
        written = false;
        i++;
        if (i == length) {
          at = i - 1;
          return false;
        }
      }
      i++;
    }
    at = i;
    return true;
  }

  private boolean findClosingQuote(char[] text, int length) {
    int i = at;
    while (i < length) {
      if (text[i] == escape) {
        written = false;
        if (i + 1 == length) {
          break;
        }
        i++;
      } else if (text[i] == quote) {
        if (i + 1 == length || text[i + 1] != quote) {
          at = i;
          return true;
        }
        written = false;
        i++;
      }
      i++;
    }
    at = i;
    return false;
  }

  private void add() {
    if (count == ends.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    starts[count] = start;
    ends[count] = written ? at : ~at;
    count++;
  }

  private String unescaped(char[] text, int from, int to) {
    if (to - from == 2 && text[from] == escape && text[from + 1] == 'N') {
      return "";
    }
    boolean inQuotes = from > 0 && text[from - 1] == quote;
    StringBuilder field = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      if (text[i] == escape) {
        i++;
        field.append(meant(text[i]));
      } else {
        field.append(text[i]);
        i += inQuotes && text[i] == quote ? 1 : 0;
      }
    }
    return field.toString();
  }

  /** What stands for another character behind an escape: MySQL's list, of LOAD DATA. */
  private static char meant(char escaped) {
    return switch (escaped) {
      case '0' -> '\0';
      case 'b' -> '\b';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'Z' -> '\u001A';
      default -> escaped;
    };
  }
}
