package leakcensus.block;

/** Spreads keyed tokens over buckets by their leading bits, so that equal tokens meet. */
public final class Bucket {

  private Bucket() {}

  /** The bucket of a token, in [0, buckets). */
  public static int of(long token, int buckets) {
    return (int) ((token >>> 32) * buckets >>> 32);
  }
}
