package leakcensus.format;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import leakcensus.source.RecordFault;

/** Takes the wanted values out of a row, be it a tuple in brackets or a line of {@code COPY}. */
final class SqlTuple {

  private static final int NOT_WANTED = -1;

  private final Map<String, Integer> wanted = new HashMap<>();
  private final String[] values;
  private final LeadBytes leads;
  private final SqlValue value;
  private final CopyValue copied;
  private int[] columnOfField = new int[0];

  SqlTuple(List<String> columns, Charset charset) {
    values = new String[columns.size()];
    for (int column = 0; column < values.length; column++) {
      wanted.putIfAbsent(key(columns.get(column)), column);
    }
    leads = LeadBytes.of(charset);
    value = new SqlValue(charset);
    copied = new CopyValue(charset);
  }

  /** Says which columns the rows to come have; SQL does not tell capitals. */
  void arrange(List<String> columns) {
    columnOfField = new int[columns.size()];
    Map<String, Integer> left = new HashMap<>(wanted);
    for (int field = 0; field < columnOfField.length; field++) {
      Integer column = left.remove(key(columns.get(field)));
      columnOfField[field] = column == null ? NOT_WANTED : column;
    }
  }

  String value(int column) {
    return values[column];
  }

  /** Reads a tuple with its brackets. */
  RecordFault readTuple(byte[] bytes, int length, boolean backslashEscapes) {
    Arrays.fill(values, "");
    byte[] masked = leads.any() ? leads.mask(bytes, length) : bytes;
    value.in(bytes, masked);
    boolean valid = true;
    int field = 0;
    int start = 1;
    while (start < length) {
      int end = fieldEnd(masked, start, length, backslashEscapes);
      if (isWanted(field)) {
        int from = firstInk(masked, start, end);
        Optional<String> read = value.read(from, lastInk(masked, from, end), backslashEscapes);
        valid &= read.isPresent();
        values[columnOfField[field]] = read.orElse("");
      }
      field++;
      start = end + 1;
    }
    return judge(valid, field);
  }

  /** Reads a line of {@code COPY} without its end. */
  RecordFault readCopied(byte[] bytes, int length) {
    Arrays.fill(values, "");
    byte[] masked = leads.any() ? leads.mask(bytes, length) : bytes;
    boolean valid = true;
    int field = 0;
    int start = 0;
    for (int end = 0; end <= length; end++) {
      if (end < length && masked[end] == '\\') {
        end++;
        continue;
      }
      if (end == length || masked[end] == '\t') {
        if (isWanted(field)) {
          Optional<String> read = copied.read(bytes, masked, start, end);
          valid &= read.isPresent();
          values[columnOfField[field]] = read.orElse("");
        }
        field++;
        start = end + 1;
      }
    }
    return judge(valid, field);
  }

  private RecordFault judge(boolean valid, int fields) {
    if (fields != columnOfField.length) {
      return RecordFault.WRONG_FIELD_COUNT;
    }
    return valid ? RecordFault.NONE : RecordFault.BAD_CHARSET;
  }

  private boolean isWanted(int field) {
    return field < columnOfField.length && columnOfField[field] != NOT_WANTED;
  }

  /** Where the comma or the last bracket stands that ends a field. */
  private static int fieldEnd(byte[] masked, int start, int length, boolean backslashEscapes) {
    int depth = 0;
    int end = start;
    while (end < length) {
      byte seen = masked[end];
      if (depth == 0 && (seen == ',' || seen == ')')) {
        return end;
      }
      switch (seen) {
        case '(', '[' -> depth++;
        case ')', ']' -> depth--;
        case '\'', '"', '`' -> {
          boolean escapes = seen != '`' && (backslashEscapes || isEscaped(masked, end));
          end = quoteEnd(masked, end, length, escapes);
        }
        case '/' -> end = commentEnd(masked, end, length);
        default -> {}
      }
      end++;
    }
    return length;
  }

  private static boolean isEscaped(byte[] masked, int quote) {
    return (masked[quote - 1] == 'E' || masked[quote - 1] == 'e')
        && (quote < 2 || !Character.isLetterOrDigit((char) masked[quote - 2]));
  }

  private static int quoteEnd(byte[] masked, int quote, int length, boolean escapes) {
    int i = quote + 1;
    while (i < length && masked[i] != masked[quote]) {
      i += masked[i] == '\\' && escapes ? 2 : 1;
    }
    return Math.min(i, length);
  }

  /** The last byte of a comment, or the byte itself if none begins there. */
  private static int commentEnd(byte[] masked, int slash, int length) {
    if (masked[slash] != '/' || slash + 1 >= length || masked[slash + 1] != '*') {
      return slash;
    }
    int i = slash + 3;
    while (i < length && !(masked[i - 1] == '*' && masked[i] == '/')) {
      i++;
    }
    return Math.min(i, length - 1);
  }

  private static int firstInk(byte[] masked, int start, int end) {
    int i = start;
    while (i < end) {
      int comment = commentEnd(masked, i, end);
      if (comment == i && !(masked[i] >= 0 && masked[i] <= ' ')) {
        return i;
      }
      i = comment + 1;
    }
    return end;
  }

  private static int lastInk(byte[] masked, int start, int end) {
    int i = end;
    while (i > start && masked[i - 1] >= 0 && masked[i - 1] <= ' ') {
      i--;
    }
    return i;
  }

  private static String key(String column) {
    return column.toLowerCase(Locale.ROOT);
  }
}
