package leakcensus.normalise;

import java.util.Random;
import java.util.function.IntUnaryOperator;

/** Makes odd text and small accidents in good text, the same for the same seed. */
final class RandomText {

  private static final String TYPED =
      "0123456789 -+./()@'\"\\:;,_xXtTaZ\u00A0\u3000\u200B\u00AD０９＋－Ｘ年月日·’張张";

  private final Random random;

  RandomText(long seed) {
    this.random = new Random(seed);
  }

  /** Up to 24 characters from all corners of Unicode, lone surrogates included. */
  String odd() {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(25); left > 0; left--) {
      text.appendCodePoint(corner(random.nextInt(12)));
    }
    return text.toString();
  }

  /** The text with up to three characters inserted, replaced, removed or swapped. */
  String spoil(String text) {
    StringBuilder spoilt = new StringBuilder(text);
    for (int left = random.nextInt(4); left > 0 && spoilt.length() > 0; left--) {
      int at = random.nextInt(spoilt.length());
      char typed = TYPED.charAt(random.nextInt(TYPED.length()));
      switch (random.nextInt(5)) {
        case 0 -> spoilt.insert(at, typed);
        case 1 -> spoilt.setCharAt(at, typed);
        case 2 -> spoilt.deleteCharAt(at);
        case 3 -> spoilt.insert(random.nextInt(spoilt.length()), spoilt.charAt(at));
        default -> spoilt.append(typed);
      }
    }
    return spoilt.toString();
  }

  /** Decimal digits, the first of them given by a bound on their number. */
  String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int left = count; left > 0; left--) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T oneOf(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private int corner(int kind) {
    IntUnaryOperator below = random::nextInt;
    return switch (kind) {
      case 0 -> below.applyAsInt(0x80);
      case 1 -> 0x80 + below.applyAsInt(0x180);
      case 2 -> 0x300 + below.applyAsInt(0x70);
      case 3 -> 0x1100 + below.applyAsInt(0x100);
      case 4 -> 0x2000 + below.applyAsInt(0x70);
      case 5 -> 0x3000 + below.applyAsInt(0x200);
      case 6 -> 0x4E00 + below.applyAsInt(0x5200);
      case 7 -> 0xAC00 + below.applyAsInt(0x2BA4);
      case 8 -> 0xD800 + below.applyAsInt(0x800);
      case 9 -> 0xF900 + below.applyAsInt(0x700);
      case 10 -> "-'. ,·’　\u200B".charAt(below.applyAsInt(9));
      default -> below.applyAsInt(0x110000);
    };
  }
}
