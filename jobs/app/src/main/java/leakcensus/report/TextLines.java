package leakcensus.report;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import leakcensus.visible.VisibleText;

/** Text for a terminal, line by line. */
final class TextLines {

  private static final int WIDTH = 96;

  private final List<String> lines = new ArrayList<>();

  /** Adds a line as it is. */
  void add(String line) {
    lines.add(line);
  }

  /** Adds a title with a blank line before it. */
  void title(String title) {
    lines.add("");
    lines.add(title);
  }

  /** Adds a text, broken between words. */
  void wrap(String indent, String text) {
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.split(" ")) {
      if (line.length() + word.length() > WIDTH && line.length() > indent.length()) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(indent);
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().stripTrailing());
  }

  /** All lines as one text. */
  String text() {
    return lines.stream()
        .map(VisibleText::of)
        .collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()));
  }

  /**
   * A text cut or filled up to a number of places of a terminal, of which a Han character takes
   * two.
   *
   * <p>Source: Unicode Standard Annex 11, East Asian Width.
   */
  static String padded(String text, int places) {
    StringBuilder padded = new StringBuilder();
    int taken = 0;
    int[] characters = text.codePoints().toArray();
    for (int index = 0; index < characters.length; index++) {
      int width = width(characters[index]);
      boolean last = index == characters.length - 1;
      if (taken + width > (last ? places : places - 1)) {
        padded.append('…');
        taken++;
        break;
      }
      padded.appendCodePoint(characters[index]);
      taken += width;
    }
    return padded + " ".repeat(places - taken);
  }

  private static int width(int character) {
    int width = UCharacter.getIntPropertyValue(character, UProperty.EAST_ASIAN_WIDTH);
    return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH
        ? 2
        : 1;
  }

  /** A text cut to a length, with a mark where it was cut. */
  static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
