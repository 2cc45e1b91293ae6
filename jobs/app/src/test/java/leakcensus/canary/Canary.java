package leakcensus.canary;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A made-up value that stands in the planted leak and nowhere else. It prints its name only.
 *
 * @param name where it is planted
 * @param place what of the leak it is part of
 * @param texts the value as planted, normalised, and in either case
 */
record Canary(String name, Place place, Set<String> texts) {

  /** What a canary is part of. */
  enum Place {
    CONTENT,
    PATH
  }

  /** A value inside a file, with its normalised forms. */
  static Canary content(String name, String text, String... normalForms) {
    return new Canary(name, Place.CONTENT, texts(text, normalForms));
  }

  /** The name of a file or folder. */
  static Canary path(String name, String text) {
    return new Canary(name, Place.PATH, texts(text));
  }

  /** The value as planted. */
  String text() {
    return texts.iterator().next();
  }

  @Override
  public String toString() {
    return name;
  }

  private static Set<String> texts(String text, String... normalForms) {
    Set<String> texts = new LinkedHashSet<>(List.of(text));
    texts.addAll(List.of(normalForms));
    for (String form : List.copyOf(texts)) {
      texts.add(form.toLowerCase(Locale.ROOT));
      texts.add(form.toUpperCase(Locale.ROOT));
    }
    return texts;
  }
}
