package leakcensus.normalise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * The six-digit area codes that a Chinese resident id may begin with: every code, of any level,
 * that a list of GB/T 2260 held from December 1980 to April 2019, since an id keeps the code that
 * was in force when it was assigned. Prefecture codes count because some prefectures have no
 * counties.
 *
 * <p>Added is 830000, which residence permits of Taiwan residents carry and no list holds; those of
 * Hong Kong and Macao carry the listed 810000 and 820000.
 */
public final class AreaCodes {

  private static final String RESOURCE = "gbt2260.csv";
  private static final int CODE_DIGITS = 6;
  private static final int TAIWAN_RESIDENCE_PERMIT = 830000;
  private static final BitSet KNOWN = load();

  private AreaCodes() {}

  /** Whether the code was ever in force. */
  public static boolean isKnown(int code) {
    return code >= 0 && KNOWN.get(code);
  }

  /** Every known code, ascending. */
  public static int[] all() {
    return KNOWN.stream().toArray();
  }

  private static BitSet load() {
    BitSet known = new BitSet();
    known.set(TAIWAN_RESIDENCE_PERMIT);
    try (InputStream resource = AreaCodes.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IllegalStateException("Missing resource: " + RESOURCE);
      }
      new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))
          .lines()
          .skip(1)
          .mapToInt(line -> Integer.parseInt(line, 0, CODE_DIGITS, 10))
          .forEach(known::set);
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot read resource: " + RESOURCE, fault);
    }
    return known;
  }
}
