package leakcensus.semantic.validate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Geographic coordinates in decimal degrees: a latitude and a longitude, or one of the two, with
 * three decimal places or more.
 *
 * <p>Source: ISO 6709:2022, annex H, in the usual notation with a comma between.
 */
public final class Coordinates implements ValueRule {

  private static final Pattern SHAPE =
      Pattern.compile(
          "\\(?([+-]?\\d{1,3}\\.\\d{3,15})(?:\\s*[,; ]\\s*([+-]?\\d{1,3}\\.\\d{3,15}))?\\)?");

  @Override
  public boolean passes(String value) {
    String text = value.strip();
    if (text.length() > 50) {
      return false;
    }
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      return false;
    }
    double first = Double.parseDouble(matcher.group(1));
    return Math.abs(first) <= 180
        && (matcher.group(2) == null || Math.abs(Double.parseDouble(matcher.group(2))) <= 180);
  }
}
