package leakcensus.source;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A charset whose text can be cut into lines without being decoded: a line feed is one unit of a
 * fixed number of bytes, and these bytes are part of no other character at such a place.
 */
public final class TextCharset {

  /** Charsets that hold ASCII as it is, and no character with the byte of a line feed in it. */
  private static final List<String> OF_BYTES =
      List.of(
          "UTF-8",
          "US-ASCII",
          "GB18030",
          "GBK",
          "GB2312",
          "Big5",
          "Big5-HKSCS",
          "Shift_JIS",
          "windows-31j",
          "EUC-JP",
          "EUC-KR",
          "x-windows-949",
          "windows-1250",
          "windows-1251",
          "windows-1252",
          "windows-1253",
          "windows-1254",
          "windows-1255",
          "windows-1256",
          "windows-1257",
          "windows-1258",
          "KOI8-R",
          "KOI8-U",
          "IBM866",
          "TIS-620",
          "ISO-8859-1",
          "ISO-8859-2",
          "ISO-8859-3",
          "ISO-8859-4",
          "ISO-8859-5",
          "ISO-8859-6",
          "ISO-8859-7",
          "ISO-8859-8",
          "ISO-8859-9",
          "ISO-8859-13",
          "ISO-8859-15");

  private static final List<String> OF_PAIRS = List.of("UTF-16LE", "UTF-16BE");
  private static final List<String> OF_FOURS = List.of("UTF-32LE", "UTF-32BE");

  private final Charset charset;
  private final int unitBytes;
  private final byte[] byteOrderMark;

  private TextCharset(Charset charset, int unitBytes) {
    this.charset = charset;
    this.unitBytes = unitBytes;
    byteOrderMark = byteOrderMark(charset);
  }

  /** The charset of a name, if lines can be cut in it. */
  public static Optional<TextCharset> of(String name) {
    try {
      if (!Charset.isSupported(name)) {
        return Optional.empty();
      }
    } catch (IllegalCharsetNameException fault) {
      return Optional.empty();
    }
    Charset charset = Charset.forName(name);
    if (OF_BYTES.contains(charset.name())) {
      return Optional.of(new TextCharset(charset, 1));
    }
    if (OF_PAIRS.contains(charset.name())) {
      return Optional.of(new TextCharset(charset, 2));
    }
    return OF_FOURS.contains(charset.name())
        ? Optional.of(new TextCharset(charset, 4))
        : Optional.empty();
  }

  /** The names of all of them; their places are keys of counts, so new ones go to the end. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(OF_BYTES);
    names.addAll(OF_PAIRS);
    names.addAll(OF_FOURS);
    return List.copyOf(names);
  }

  /** Its place in {@link #names}. */
  int code() {
    return names().indexOf(charset.name());
  }

  /** The charset at a place in {@link #names}. */
  static TextCharset ofCode(int code) {
    return of(names().get(code)).orElseThrow();
  }

  /** The charset that a file's byte order mark tells, if it has one. */
  public static Optional<TextCharset> byMark(byte[] head) {
    // The mark of UTF-16LE begins that of UTF-32LE.
    for (String name :
        List.of("UTF-32LE", "UTF-32BE", "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030")) {
      TextCharset charset = of(name).orElseThrow();
      if (charset.startsWithMark(head, 0, head.length)) {
        return Optional.of(charset);
      }
    }
    return Optional.empty();
  }

  /** The charset as Java knows it. */
  public Charset charset() {
    return charset;
  }

  /** Number of bytes of a line feed: 1, 2 or 4. */
  public int unitBytes() {
    return unitBytes;
  }

  /** Whether the least byte of a unit comes last. */
  public boolean isBigEndian() {
    return unitBytes > 1 && charset.name().endsWith("BE");
  }

  /** Length of the byte order mark. */
  public int markBytes() {
    return byteOrderMark.length;
  }

  /** Whether some bytes begin with the byte order mark; of a charset without one never. */
  public boolean startsWithMark(byte[] bytes, int start, int length) {
    return byteOrderMark.length > 0
        && length >= byteOrderMark.length
        && bytes[start] == byteOrderMark[0]
        && Arrays.equals(
            bytes, start, start + byteOrderMark.length, byteOrderMark, 0, byteOrderMark.length);
  }

  @Override
  public String toString() {
    return charset.name();
  }

  private static byte[] byteOrderMark(Charset charset) {
    boolean hasMark =
        charset.name().startsWith("UTF-") || charset.equals(Charset.forName("GB18030"));
    return hasMark ? "\uFEFF".getBytes(charset) : "".getBytes(StandardCharsets.UTF_8);
  }
}
