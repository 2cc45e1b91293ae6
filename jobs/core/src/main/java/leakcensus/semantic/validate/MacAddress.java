package leakcensus.semantic.validate;

import java.util.regex.Pattern;

/**
 * Addresses of network devices: six pairs of hexadecimal digits with colons or hyphens, or three
 * groups of four with dots.
 *
 * <p>Source: IEEE 802-2014, section 8 (EUI-48).
 */
public final class MacAddress implements ValueRule {

  private static final Pattern SHAPE =
      Pattern.compile(
          "[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{4}\\.){2}[0-9A-Fa-f]{4}");

  @Override
  public boolean passes(String value) {
    String text = value.strip();
    return text.length() <= 17 && SHAPE.matcher(text).matches();
  }
}
