package leakcensus.compare;

import it.unimi.dsi.fastutil.longs.LongArrayList;

/**
 * Hashes of a text and of the texts that one edit makes of it, all in the time of two looks at the
 * text: the hash is a polynomial, from which a character is taken out by one subtraction.
 *
 * <pre>{@code
 * H(c_1 ... c_n)         = sum over i of (c_i + 1) b^(n - i)      modulo 2^64
 * H(without c_i)         = H - (P_i - P_(i-1)) b^(n - i)          P_i = H(c_1 ... c_i)
 * H(c_i replaced by NUL) = H - c_i b^(n - i)
 * }</pre>
 *
 * <p>Source: R. M. Karp, M. O. Rabin (1987), Efficient randomized pattern-matching algorithms, IBM
 * J. Res. Dev. 31, 249-260. No key enters. Not thread-safe.
 */
final class EditHashes {

  private static final long BASE = 0xD134_2543_DE82_EF95L;

  private long[] prefixes = new long[128];

  /** The hash of a text. */
  static long of(CharSequence text) {
    long hash = 0;
    for (int at = 0; at < text.length(); at++) {
      hash = hash * BASE + text.charAt(at) + 1;
    }
    return hash;
  }

  /** Adds the hash of each text that has one character fewer, but for that of the empty text. */
  void addDeletions(String text, LongArrayList hashes) {
    int length = text.length();
    if (length < 2) {
      return;
    }
    readPrefixes(text);
    long power = 1;
    for (int at = length - 1; at >= 0; at--) {
      hashes.add(prefixes[length] - (prefixes[at + 1] - prefixes[at]) * power);
      power *= BASE;
    }
  }

  /** Adds the hash of each text that has one character replaced by NUL. */
  void addGaps(String text, LongArrayList hashes) {
    long whole = of(text);
    long power = 1;
    for (int at = text.length() - 1; at >= 0; at--) {
      hashes.add(whole - text.charAt(at) * power);
      power *= BASE;
    }
  }

  private void readPrefixes(String text) {
    if (prefixes.length <= text.length()) {
      prefixes = new long[2 * text.length()];
    }
    for (int at = 0; at < text.length(); at++) {
      prefixes[at + 1] = prefixes[at] * BASE + text.charAt(at) + 1;
    }
  }
}
