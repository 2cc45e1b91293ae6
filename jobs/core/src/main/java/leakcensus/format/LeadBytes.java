package leakcensus.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Which bytes of a charset begin a character whose second byte may look like ASCII: GB18030, Big5
 * and Shift_JIS have characters that end with the byte of a backslash or a bracket.
 */
final class LeadBytes {

  /** No second byte of any charset lies below, so line ends and quotes are never part of one. */
  private static final int FIRST_TRAIL = 0x30;

  private static final int FIRST_NON_ASCII = 0x80;
  private static final byte OPAQUE = (byte) FIRST_NON_ASCII;
  private static final String MARKUP = " \t\r\n\"'(),-./0123456789:;AZ[\\]_`az{|}";

  private final boolean[] leads = new boolean[1 << Byte.SIZE];
  private final boolean any;

  private LeadBytes(Charset charset) {
    boolean found = false;
    for (int lead = FIRST_NON_ASCII; lead < leads.length; lead++) {
      leads[lead] = isLead(charset, lead);
      found |= leads[lead];
    }
    any = found;
  }

  /**
   * The lead bytes of a charset.
   *
   * @throws IllegalArgumentException if it does not hold ASCII as single bytes
   */
  static LeadBytes of(Charset charset) {
    boolean stateful = charset.name().startsWith("ISO-2022") || charset.name().contains("2022-CN");
    if (stateful
        || !charset.canEncode()
        || !new String(MARKUP.getBytes(StandardCharsets.US_ASCII), charset).equals(MARKUP)) {
      throw new IllegalArgumentException(
          "Invalid charset: %s (must hold ASCII as single bytes)".formatted(charset));
    }
    return new LeadBytes(charset);
  }

  /** Whether there are any. */
  boolean any() {
    return any;
  }

  /** Whether a byte is one. */
  boolean isLead(int unsigned) {
    return leads[unsigned];
  }

  /** Whether a byte behind a lead byte looks like ASCII without being so. */
  static boolean isHidden(int unsigned) {
    return unsigned >= FIRST_TRAIL && unsigned < FIRST_NON_ASCII;
  }

  /** A copy in which bytes that only look like ASCII are replaced by one that does not. */
  byte[] mask(byte[] bytes, int length) {
    byte[] masked = new byte[length];
    boolean trail = false;
    for (int i = 0; i < length; i++) {
      int unsigned = Byte.toUnsignedInt(bytes[i]);
      masked[i] = trail && isHidden(unsigned) ? OPAQUE : bytes[i];
      trail = !trail && leads[unsigned];
    }
    return masked;
  }

  private static boolean isLead(Charset charset, int lead) {
    for (int trail = FIRST_TRAIL; trail < FIRST_NON_ASCII; trail++) {
      if (isOneCharacter(charset, lead, trail)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOneCharacter(Charset charset, int lead, int trail) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(4);
    ByteBuffer pair = ByteBuffer.wrap(new byte[] {(byte) lead, (byte) trail});
    boolean error = decoder.decode(pair, text, false).isError();
    // What is left undecoded may become one of the four bytes of GB18030.
    return !error && (text.position() == 0 || text.get(text.position() - 1) != (char) trail);
  }
}
