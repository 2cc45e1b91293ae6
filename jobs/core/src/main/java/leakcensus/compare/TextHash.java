package leakcensus.compare;

/**
 * Hashes of text that no key enters: they decide ties, samples and the order of MinHash, which must
 * come out the same under every key. None of them leaves the memory of the run; what is compared
 * later is a keyed form of them.
 */
final class TextHash {

  private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

  private TextHash() {}

  /** A hash of 64 bits of a part of a text, under a domain. */
  static long of(int domain, CharSequence text, int from, int to) {
    long hash = domain * MULTIPLIER + 1;
    for (int index = from; index < to; index++) {
      hash = (hash ^ text.charAt(index)) * MULTIPLIER;
      hash ^= hash >>> 32;
    }
    return mixed(hash);
  }

  /** A hash of 64 bits of a text, under a domain. */
  static long of(int domain, CharSequence text) {
    return of(domain, text, 0, text.length());
  }

  /** The finaliser of MurmurHash3: each bit of the result depends on all bits of the number. */
  static long mixed(long number) {
    long mix = number;
    mix = (mix ^ (mix >>> 33)) * 0xFF51_AFD7_ED55_8CCDL;
    mix = (mix ^ (mix >>> 33)) * 0xC4CE_B9FE_1A85_EC53L;
    return mix ^ (mix >>> 33);
  }
}
