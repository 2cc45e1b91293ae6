package leakcensus.source;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Tells charsets of two bytes a character apart, and from those of one byte, by how many of the
 * characters are common ones. In a table of few names there are too few for their frequencies to
 * tell.
 *
 * <p>The charsets put the common characters of their language into the first rows of their tables;
 * text of another charset falls all over them, or is not valid at all.
 *
 * <p>Source: GB/T 2312-1980 level 1, Big5 level 1, KS X 1001 Hangul, JIS X 0208 Kana and level 1.
 */
final class CommonCharacters {

  private record Known(TextCharset charset, IntPredicate common) {}

  /** Fewer are common in some charset by chance. */
  private static final int LEAST_CHARACTERS = 8;

  private static final double LEAST_SHARE = 0.9;

  private static final List<Known> KNOWN =
      List.of(
          known("GB18030", pair -> pair >= 0xB0A1 && pair <= 0xD7F9 && (pair & 0xFF) >= 0xA1),
          known("Big5", pair -> pair >= 0xA440 && pair <= 0xC67E),
          known("EUC-KR", pair -> pair >= 0xB0A1 && pair <= 0xC8FE),
          known(
              "EUC-JP",
              pair -> pair >= 0xA4A1 && pair <= 0xA5F6 || pair >= 0xB0A1 && pair <= 0xCFD3));

  private CommonCharacters() {}

  /**
   * The charset of which nearly all characters are common ones, if there is one; of several the one
   * with most of them.
   *
   * @param head bytes of the text
   * @param possible names of charsets in which all of it are characters
   */
  static Optional<TextCharset> charset(byte[] head, Set<String> possible) {
    return KNOWN.stream()
        .filter(known -> possible.contains(known.charset().toString()))
        .filter(known -> share(head, known) >= LEAST_SHARE)
        .min(Comparator.comparingDouble(known -> -share(head, known)))
        .map(Known::charset);
  }

  private static double share(byte[] head, Known known) {
    long common = 0;
    long all = 0;
    for (int next = 0; next < head.length; next++) {
      if (head[next] < 0 && next + 1 < head.length) {
        int pair = (head[next] & 0xFF) << Byte.SIZE | head[next + 1] & 0xFF;
        all++;
        common += known.common().test(pair) ? 1 : 0;
        next++;
      }
    }
    return all < LEAST_CHARACTERS ? 0 : (double) common / all;
  }

  private static Known known(String name, IntPredicate common) {
    return new Known(TextCharset.of(name).orElseThrow(), common);
  }
}
