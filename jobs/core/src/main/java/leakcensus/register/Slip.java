package leakcensus.register;

import leakcensus.synthetic.RandomStream;

/** One slip of the pen or the keyboard; it always changes the text. */
final class Slip {

  private static final int LEAST_LETTERS_TO_LOSE = 3;

  private Slip() {}

  /** A character replaced, inserted, lost, or swapped with the next. */
  static String inText(String text, RandomStream random) {
    int place = random.below(text.length());
    switch (random.below(4)) {
      case 0:
        return text.substring(0, place)
            + another(text.charAt(place), random)
            + text.substring(place);
      case 1:
        if (text.length() >= LEAST_LETTERS_TO_LOSE) {
          return text.substring(0, place) + text.substring(place + 1);
        }
        break;
      case 2:
        if (place + 1 < text.length() && text.charAt(place) != text.charAt(place + 1)) {
          return swapped(text, place);
        }
        break;
      default:
        break;
    }
    return replaced(text, place, random);
  }

  /** A digit replaced, or swapped with a digit next to it. */
  static String inDigits(String text, RandomStream random) {
    int place = random.below(text.length());
    while (!Character.isDigit(text.charAt(place))) {
      place = random.below(text.length());
    }
    boolean swaps =
        random.chance(0.3)
            && place + 1 < text.length()
            && Character.isDigit(text.charAt(place + 1))
            && text.charAt(place) != text.charAt(place + 1);
    return swaps ? swapped(text, place) : replaced(text, place, random);
  }

  private static String swapped(String text, int place) {
    return text.substring(0, place)
        + text.charAt(place + 1)
        + text.charAt(place)
        + text.substring(place + 2);
  }

  private static String replaced(String text, int place, RandomStream random) {
    return text.substring(0, place)
        + another(text.charAt(place), random)
        + text.substring(place + 1);
  }

  private static char another(char right, RandomStream random) {
    if (Character.isDigit(right)) {
      return (char) ('0' + (right - '0' + 1 + random.below(9)) % 10);
    }
    char wrong = (char) ('a' + random.below(26));
    return wrong == Character.toLowerCase(right) ? (char) (wrong == 'z' ? 'a' : wrong + 1) : wrong;
  }
}
