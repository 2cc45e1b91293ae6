package leakcensus.semantic.validate;

import org.apache.commons.validator.routines.InetAddressValidator;

/**
 * Addresses of the Internet Protocol, version 4 in four decimal numbers or version 6.
 *
 * <p>Source: RFC 791; RFC 4291, section 2.2, as commons-validator reads them.
 */
public final class IpAddress implements ValueRule {

  @Override
  public boolean passes(String value) {
    String text = value.strip();
    boolean hasShape =
        text.length() >= 2
            && text.length() <= 45
            && (text.indexOf('.') > 0 || text.indexOf(':') >= 0);
    return hasShape && InetAddressValidator.getInstance().isValid(text);
  }
}
