package leakcensus.normalise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import leakcensus.person.UsState;

/**
 * The state that a ZIP code of the United States belongs to, by its first three digits.
 *
 * <p>Errors: a few prefixes cross a state line (06390 is New York, among the 063 of Connecticut);
 * codes of the armed forces have no state. Whether a code is in use is not tested.
 *
 * <p>Source: USPS, Domestic Mail Manual, labeling list L002 (three-digit prefixes).
 */
public final class ZipCode {

  private static final String RESOURCE = "zip-prefixes.csv";
  private static final int PREFIX_DIGITS = 3;
  private static final int DIGITS = 5;
  private static final int DIGITS_WITH_ADD_ON = 9;
  private static final UsState[] STATES = load();

  private ZipCode() {}

  /**
   * The state of a code.
   *
   * @param normal a postal code as {@link PostalCodeNormaliser} leaves it
   */
  public static Optional<UsState> state(String normal) {
    if (normal.length() != DIGITS && normal.length() != DIGITS_WITH_ADD_ON
        || !normal.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      return Optional.empty();
    }
    return Optional.ofNullable(STATES[Integer.parseInt(normal, 0, PREFIX_DIGITS, 10)]);
  }

  private static UsState[] load() {
    UsState[] states = new UsState[1000];
    try (InputStream resource = ZipCode.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException("Missing resource: " + RESOURCE);
      }
      new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .forEach(
              range -> {
                int last = Integer.parseInt(range[1]);
                for (int prefix = Integer.parseInt(range[0]); prefix <= last; prefix++) {
                  states[prefix] = UsState.valueOf(range[2]);
                }
              });
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot read resource: " + RESOURCE, fault);
    }
    return states;
  }
}
