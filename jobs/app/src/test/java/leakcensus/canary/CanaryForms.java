package leakcensus.canary;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.Platform;

/** Writes a canary in every form in which software is known to write text, or to hash it. */
final class CanaryForms {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int FRAGMENT_CHARACTERS = 8;
  private static final int SHORTEST_FRAGMENTED = 12;
  private static final int SHORTEST_KEY_DIGITS = 32;
  private static final long SEED_OF_SPARK = 42;

  private final Canary canary;
  private final Map<String, CanaryPattern> found = new LinkedHashMap<>();

  private CanaryForms(Canary canary) {
    this.canary = canary;
  }

  /** All patterns of a canary, each byte sequence once. */
  static List<CanaryPattern> of(Canary canary) {
    CanaryForms forms = new CanaryForms(canary);
    canary.texts().forEach(forms::addText);
    return List.copyOf(forms.found.values());
  }

  private void addText(String text) {
    add("UTF-8", text.getBytes(UTF_8));
    add("UTF-16LE", text.getBytes(UTF_16LE));
    add("UTF-16BE", text.getBytes(UTF_16BE));
    add("GB18030", text.getBytes(GB18030));
    addEncoded(text);
    if (text.length() >= SHORTEST_FRAGMENTED) {
      String end = text.substring(text.length() - FRAGMENT_CHARACTERS);
      add("last characters in UTF-8", end.getBytes(UTF_8));
      add("last characters in UTF-16LE", end.getBytes(UTF_16LE));
      add("last characters in UTF-16BE", end.getBytes(UTF_16BE));
    }
    for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
      addDigest(algorithm, digest(algorithm, text.getBytes(UTF_8)));
      addDigest(algorithm + " of UTF-16LE", digest(algorithm, text.getBytes(UTF_16LE)));
    }
    addLong("xxhash64", sparkHash(text.getBytes(UTF_8)));
    if (text.matches("[0-9a-f]{%d,}".formatted(SHORTEST_KEY_DIGITS))) {
      addKey(HexFormat.of().parseHex(text));
    }
  }

  /** What digits that long stand for is bytes, as those of a key. */
  private void addKey(byte[] key) {
    add("bytes of the digits", key);
    add("half of the bytes of the digits", Arrays.copyOf(key, key.length / 2));
    addBase64(key);
  }

  private void addEncoded(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    addHex("hexadecimal", bytes);
    addHex("hexadecimal GB18030", text.getBytes(GB18030));
    addBase64(bytes);
    addAscii("list of bytes", Arrays.toString(bytes).replaceAll("[\\[\\]]", ""));
    addAscii("list of bytes without blanks", Arrays.toString(bytes).replaceAll("[\\[\\] ]", ""));
    String percent = URLEncoder.encode(text, UTF_8);
    addAscii("percent encoding", percent);
    addAscii("percent encoding of a path", percent.replace("+", "%20"));
    addAscii("percent encoding in lower case", lowerPercent(percent));
    addAscii("JSON escapes", escaped(text, "\\u%04x"));
    addAscii("JSON escapes in upper case", escaped(text, "\\u%04X"));
    addAscii("HTML escapes", escaped(text, "&#%d;"));
    addAscii("HTML escapes in hexadecimal", escaped(text, "&#x%x;"));
  }

  /** Text may start at any of three places of a group of Base64. */
  private void addBase64(byte[] bytes) {
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      // Characters that hold bits of what stands before or behind are left out.
      int from = (before * 8 + 5) / 6;
      int to = shifted.length * 8 / 6;
      Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
      String text = encoder.encodeToString(shifted).substring(from, to);
      addAscii("Base64", text);
      addAscii("Base64 for URLs", text.replace('+', '-').replace('/', '_'));
    }
  }

  private void addDigest(String form, byte[] digest) {
    add(form, digest);
    add(form + " as reversed longs", reversed(Arrays.copyOf(digest, Long.BYTES)));
    addHex(form + " in hexadecimal", digest);
    addAscii(form + " in Base64", Base64.getEncoder().withoutPadding().encodeToString(digest));
  }

  private void addLong(String form, long value) {
    byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    add(form, bytes);
    add(form + " reversed", reversed(bytes));
    addAscii(form + " in digits", Long.toString(value));
  }

  private void addHex(String form, byte[] bytes) {
    addAscii(form, HexFormat.of().formatHex(bytes));
    addAscii(form + " in upper case", HexFormat.of().withUpperCase().formatHex(bytes));
  }

  private void addAscii(String form, String text) {
    add(form, text.getBytes(US_ASCII));
  }

  private void add(String form, byte[] bytes) {
    if (bytes.length >= CanaryPattern.SHORTEST_BYTES) {
      found.putIfAbsent(HexFormat.of().formatHex(bytes), new CanaryPattern(canary, form, bytes));
    }
  }

  private static String lowerPercent(String percent) {
    StringBuilder lower = new StringBuilder();
    for (int i = 0; i < percent.length(); i++) {
      if (percent.charAt(i) == '%') {
        lower.append(percent.substring(i, i + 3).toLowerCase(Locale.ROOT));
        i += 2;
      } else {
        lower.append(percent.charAt(i));
      }
    }
    return lower.toString();
  }

  private static String escaped(String text, String format) {
    StringBuilder escaped = new StringBuilder();
    for (char character : text.toCharArray()) {
      escaped.append(character < 0x80 ? character + "" : format.formatted((int) character));
    }
    return escaped.toString();
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  private static long sparkHash(byte[] bytes) {
    return XXH64.hashUnsafeBytes(bytes, Platform.BYTE_ARRAY_OFFSET, bytes.length, SEED_OF_SPARK);
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException fault) {
      throw new IllegalStateException("Cannot find " + algorithm, fault);
    }
  }
}
