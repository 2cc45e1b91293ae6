package leakcensus.compare;

import com.ibm.icu.text.Transliterator;
import java.util.Map;

/**
 * Writes names of any script in plain Latin letters, Chinese ones in pinyin without tones, and
 * traditional characters in simplified form. Not thread-safe.
 *
 * <p>By ICU's transforms, after Unicode CLDR: Russian letters as the BGN writes them (shch, kh,
 * yu), which is nearer to passports and to how people write themselves than ISO 9. Characters that
 * have several readings get the commonest one, in surnames that of surnames. Scripts that leave out
 * vowels, such as Arabic, are written without them.
 */
final class Romaniser {

  private static final String TO_LATIN =
      "Russian-Latin/BGN; Any-Latin; Latin-ASCII; [:^ASCII:] Remove; ['] Remove; Lower";

  private final Transliterator latin = Transliterator.getInstance(TO_LATIN);
  private final Transliterator surname = Transliterator.getInstance("Han-Latin/Names; " + TO_LATIN);
  private final Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");
  private final Map<String, String> latinOf = new RememberedTexts();
  private final Map<String, String> surnameOf = new RememberedTexts();
  private final Map<String, String> simplifiedOf = new RememberedTexts();

  /** The name in Latin letters, without blanks between the syllables; itself where it is ASCII. */
  String latin(String name) {
    return isAscii(name) ? name : latinOf.computeIfAbsent(name, text -> written(latin, text));
  }

  /** The same for a surname. */
  String latinSurname(String name) {
    return isAscii(name) ? name : surnameOf.computeIfAbsent(name, text -> written(surname, text));
  }

  /** The name in simplified characters. */
  String simplified(String name) {
    return isAscii(name) ? name : simplifiedOf.computeIfAbsent(name, simplified::transliterate);
  }

  /** Blanks between words stay, those that part syllables of one word go. */
  private static String written(Transliterator transform, String name) {
    StringBuilder written = new StringBuilder();
    for (String word : name.split(" ")) {
      String syllables = transform.transliterate(word).replace(" ", "");
      boolean parted = !syllables.isEmpty() && written.length() > 0;
      written.append(parted ? " " : "").append(syllables);
    }
    return written.toString();
  }

  private static boolean isAscii(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
