package leakcensus.compare;

/**
 * Hashes of text that no key enters: they decide ties, samples and the order of MinHash, which must
 * come out the same under every key. None of them leaves the memory of the run; what is compared
 * later is a keyed form of them.
 */
final class TextHash {

  private static final char END = '\u001E';
  private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

  private TextHash() {}

  /** A hash of 64 bits of a text, under a domain. */
  static long of(int domain, CharSequence text) {
    long hash = begun(domain);
    for (int index = 0; index < text.length(); index++) {
      hash = with(hash, text.charAt(index));
    }
    return mixed(hash);
  }

  /** A hash of 64 bits of two characters, the same as that of a text of them. */
  static long of(int domain, char first, char second) {
    return mixed(with(with(begun(domain), first), second));
  }

  /** A hash of 64 bits of several texts, each with its end marked. */
  static long ofParts(int domain, String... parts) {
    long hash = begun(domain);
    for (String part : parts) {
      for (int index = 0; index < part.length(); index++) {
        hash = with(hash, part.charAt(index));
      }
      hash = with(hash, END);
    }
    return mixed(hash);
  }

  private static long begun(int domain) {
    return domain * MULTIPLIER + 1;
  }

  private static long with(long hash, char next) {
    long product = (hash ^ next) * MULTIPLIER;
    return product ^ product >>> 32;
  }

  /** The finaliser of MurmurHash3: each bit of the result depends on all bits of the number. */
  static long mixed(long number) {
    long mix = number;
    mix = (mix ^ (mix >>> 33)) * 0xFF51_AFD7_ED55_8CCDL;
    mix = (mix ^ (mix >>> 33)) * 0xC4CE_B9FE_1A85_EC53L;
    return mix ^ (mix >>> 33);
  }
}
