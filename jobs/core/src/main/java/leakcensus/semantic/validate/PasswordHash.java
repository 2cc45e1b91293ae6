package leakcensus.semantic.validate;

import java.util.regex.Pattern;

/**
 * Hashes of passwords by their written form.
 *
 * <p>Errors: MD5 and NTLM look alike, 32 hexadecimal digits; only a pair of LM and NT hash with a
 * colon between is NTLM by its form.
 *
 * <p>Source: RFC 1321, FIPS 180-4 (lengths of digests); OpenBSD bcrypt(3); PHC string format of the
 * Password Hashing Competition (argon2); MS-NLMP, section 3.3.1.
 */
public enum PasswordHash implements ValueRule {
  MD5(Pattern.compile("[0-9a-fA-F]{32}")),
  SHA_1(Pattern.compile("\\*?[0-9a-fA-F]{40}")),
  SHA_256(Pattern.compile("[0-9a-fA-F]{64}")),
  BCRYPT(Pattern.compile("\\$2[abxy]?\\$\\d\\d\\$[./A-Za-z0-9]{53}")),
  ARGON2(
      Pattern.compile(
          "\\$argon2(?:id|i|d)\\$(?:v=\\d+\\$)?m=\\d+,t=\\d+,p=\\d+\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]+")),
  NTLM(Pattern.compile("[0-9a-fA-F]{32}:[0-9a-fA-F]{32}"));

  private static final int MOST_CHARACTERS = 300;

  private final transient Pattern shape;

  PasswordHash(Pattern shape) {
    this.shape = shape;
  }

  @Override
  public boolean passes(String value) {
    String text = value.strip();
    return text.length() <= MOST_CHARACTERS && shape.matcher(text).matches();
  }
}
