package leakcensus.compare;

import com.ibm.icu.text.Transliterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes names of any script in plain Latin letters, Chinese ones in pinyin without tones, and
 * traditional characters in simplified form. Not thread-safe.
 *
 * <p>By ICU's transforms, after Unicode CLDR. Readings of characters that have several are the
 * commonest one, for surnames too.
 */
final class Romaniser {

  private static final int REMEMBERED = 20_000;

  private final Transliterator latin =
      Transliterator.getInstance("Any-Latin; Latin-ASCII; [:^ASCII:] Remove; Lower");
  private final Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");
  private final Map<String, String> latinOf = new Remembered();
  private final Map<String, String> simplifiedOf = new Remembered();

  /** The name in Latin letters, without blanks between the syllables; itself where it is ASCII. */
  String latin(String name) {
    return isAscii(name)
        ? name
        : latinOf.computeIfAbsent(name, text -> latin.transliterate(text).replace(" ", ""));
  }

  /** The name in simplified characters. */
  String simplified(String name) {
    return isAscii(name) ? name : simplifiedOf.computeIfAbsent(name, simplified::transliterate);
  }

  private static boolean isAscii(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** The last names met: transforms take long, and names repeat. */
  private static final class Remembered extends LinkedHashMap<String, String> {

    private static final long serialVersionUID = 1;

    Remembered() {
      super(1 << 10, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
      return size() > REMEMBERED;
    }
  }
}
