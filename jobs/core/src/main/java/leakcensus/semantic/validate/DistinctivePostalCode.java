package leakcensus.semantic.validate;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Postal codes that tell themselves apart from other numbers by letters or punctuation: United
 * Kingdom, Canada, Netherlands, Brazil, Poland, Japan, Portugal, Sweden, ZIP+4 of the United
 * States.
 *
 * <p>Source: Universal Postal Union, Postal addressing systems (S42), sheets of these countries;
 * Royal Mail, Programmers' Guide to the Postcode Address File.
 */
public final class DistinctivePostalCode implements ValueRule {

  private static final Pattern SHAPE =
      Pattern.compile(
          "[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}"
              + "|[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]"
              + "|[1-9][0-9]{3} ?[A-Z]{2}"
              + "|[0-9]{5}-[0-9]{3,4}|[0-9]{2}-[0-9]{3}|[0-9]{3} [0-9]{2}|[0-9]{3}-[0-9]{4}|[0-9]{4}-[0-9]{3}");

  @Override
  public boolean passes(String value) {
    String text = value.strip();
    return text.length() >= 6
        && text.length() <= 10
        && SHAPE.matcher(text.toUpperCase(Locale.ROOT)).matches();
  }
}
