package leakcensus.semantic.validate;

import java.util.BitSet;

/**
 * Subscriber identities of mobile networks: 15 digits that begin with a country code in use.
 *
 * <p>Errors: no check digit; a third of all numbers of 15 digits pass.
 *
 * <p>Source: 3GPP TS 23.003, section 2.2; ITU-T E.212 and its list of mobile country codes.
 */
public final class Imsi implements ValueRule {

  private static final String RANGES =
      "202 204 206 208 212-214 216 218-222 226 228 230-232 234-235 238 240 242 244 246-248 250 255"
          + " 257 259-260 262 266 268 270 272 274 276 278 280 282-284 286 288-290 292-295 297 302"
          + " 308 310-316 330 334 338 340 342 344 346 348 350 352 354 356 358 360 362-366 368 370"
          + " 372 374 376 400-402 404-406 410 412-419 420-422 424-432 434 436-438 440-441 450 452"
          + " 454-457 460-461 466-467 470 472 502 505 510 514-515 520 525 528 530 536-537 539-553"
          + " 555 602-655 657 659 702 704 706 708 710 712 714 716 722 724 730 732 734 736 738 740"
          + " 742 744 746 748 750";
  private static final BitSet COUNTRIES = countries();

  @Override
  public boolean passes(String value) {
    String digits = value.strip();
    return Characters.areDigits(digits, 15) && COUNTRIES.get(Characters.number(digits, 0, 3));
  }

  private static BitSet countries() {
    BitSet known = new BitSet();
    for (String range : RANGES.split(" ")) {
      int first = Integer.parseInt(range, 0, 3, 10);
      known.set(first, range.length() == 3 ? first + 1 : Integer.parseInt(range, 4, 7, 10) + 1);
    }
    return known;
  }

  @Override
  public double chanceRatio() {
    return COUNTRIES.cardinality() / 1000.0;
  }
}
