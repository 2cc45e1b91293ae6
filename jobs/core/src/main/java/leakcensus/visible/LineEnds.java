package leakcensus.visible;

import java.util.stream.Collectors;

/** Puts a text of several lines on one. */
public final class LineEnds {

  private LineEnds() {}

  /** The lines, stripped and joined by blanks; blank ones are left out. */
  public static String joined(String text) {
    return text.replace('\u0085', '\n')
        .replace('\u2028', '\n')
        .replace('\u2029', '\n')
        .replace('\u000B', '\n')
        .replace('\f', '\n')
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
