package leakcensus.simulate;

/**
 * Seeds of draws, so that no two cases and no two draws of a case share one.
 *
 * <pre>{@code
 * case = FNV-1a of its name      seed of draw i = mix(mix(seed + case) + i)
 * }</pre>
 *
 * <p>Sources: G. Fowler, L. Noll, P. Vo (FNV-1a, 64 bits); G. Steele, D. Lea, C. Flood (2014), Fast
 * splittable pseudorandom number generators, OOPSLA, 453-472 (mix).
 *
 * @param state seed and case, mixed
 */
record DrawSeed(long state) {

  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  static DrawSeed of(long seed, String name) {
    long hash = FNV_OFFSET;
    for (int at = 0; at < name.length(); at++) {
      hash = (hash ^ name.charAt(at)) * FNV_PRIME;
    }
    return new DrawSeed(mix(seed + hash));
  }

  long at(int draw) {
    return mix(state + draw);
  }

  private static long mix(long value) {
    long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
