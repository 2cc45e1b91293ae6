package leakcensus.page;

/**
 * A text of the report.
 *
 * @param text the text, not escaped
 * @param language its language, such as {@code en}; empty where it is that of the page
 */
record Phrase(String text, String language) {

  /** A text in the language of the page. */
  static Phrase of(String text) {
    return new Phrase(text, "");
  }
}
