package leakcensus.semantic;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;

/** Text without marks and case, so that words of lists are found however they are written. */
final class FoldedText {

  private FoldedText() {}

  /** The folded text; separators stay as they are. */
  static String of(String text) {
    if (isPlain(text)) {
      return text;
    }
    String decomposed = Normalizer2.getNFKDInstance().normalize(text.toLowerCase(Locale.ROOT));
    StringBuilder kept = new StringBuilder(decomposed.length());
    for (int index = 0; index < decomposed.length(); index++) {
      char character = decomposed.charAt(index);
      if (Character.getType(character) != Character.NON_SPACING_MARK) {
        appendPlain(kept, character);
      }
    }
    return Normalizer2.getNFCInstance().normalize(kept);
  }

  private static boolean isPlain(String text) {
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character >= 0x80 || character >= 'A' && character <= 'Z') {
        return false;
      }
    }
    return true;
  }

  /** Letters that Unicode does not take apart. */
  private static void appendPlain(StringBuilder kept, char character) {
    switch (character) {
      case '\u00DF' -> kept.append("ss");
      case '\u0142' -> kept.append('l');
      case '\u00F8' -> kept.append('o');
      case '\u00E6' -> kept.append("ae");
      case '\u0153' -> kept.append("oe");
      case '\u0111' -> kept.append('d');
      case '\u0131' -> kept.append('i');
      case '\u2019' -> kept.append('\'');
      default -> kept.append(character);
    }
  }
}
