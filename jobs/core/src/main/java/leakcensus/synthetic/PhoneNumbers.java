package leakcensus.synthetic;

import java.util.List;
import leakcensus.synthetic.RandomStream.Purpose;

/**
 * Mobile numbers in ranges that China's carriers hold, one per owner, and the placeholders that
 * many records share.
 */
final class PhoneNumbers {

  private static final List<Integer> PREFIXES =
      List.of(
          130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 147, 150, 151, 152, 153, 155, 156, 157,
          158, 159, 166, 172, 173, 175, 176, 177, 178, 180, 181, 182, 183, 184, 185, 186, 187, 188,
          189, 191, 193, 195, 197, 198, 199);

  /** Last eight digits from here on belong to persons; no placeholder lies among them. */
  private static final long FIRST_SUBSCRIBER = 10_000_000;

  private static final long SUBSCRIBERS = 70_000_000;

  private static final List<String> PLACEHOLDERS =
      List.of("13800138000", "13000000000", "13888888888", "18888888888", "13900000000");

  private final NumberPermutation places;

  PhoneNumbers(long seed) {
    this.places = new NumberPermutation(seed, Purpose.PHONE, PREFIXES.size() * SUBSCRIBERS);
  }

  /** The number of an owner; two owners never share one. */
  String of(long owner) {
    long place = places.place(owner);
    int prefix = PREFIXES.get((int) (place / SUBSCRIBERS));
    return prefix + Long.toString(FIRST_SUBSCRIBER + place % SUBSCRIBERS);
  }

  /** A number that stands for no one. */
  static String placeholder(RandomStream random) {
    return random.pick(PLACEHOLDERS);
  }
}
