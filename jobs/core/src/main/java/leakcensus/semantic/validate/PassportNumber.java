package leakcensus.semantic.validate;

import java.util.regex.Pattern;

/**
 * Shapes of passport numbers: one or two letters and six to eight digits, as most countries print
 * them; China's E, G and D series among them.
 *
 * <p>Errors: a shape and nothing more; the check digit stands in the machine readable zone only.
 *
 * <p>Source: ICAO Doc 9303, part 4 (up to nine characters).
 */
public final class PassportNumber implements ValueRule {

  private static final Pattern SHAPE = Pattern.compile("[A-Z]{1,2}[0-9]{6,8}");

  @Override
  public boolean passes(String value) {
    String text = Characters.compact(value.strip(), " ");
    return text.length() >= 7 && text.length() <= 9 && SHAPE.matcher(text).matches();
  }
}
