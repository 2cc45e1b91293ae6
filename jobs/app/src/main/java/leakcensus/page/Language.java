package leakcensus.page;

import java.util.Locale;

/** A language that the report can be written in. */
public enum Language {
  EN,
  ZH;

  /** The code as HTML and the command line have it, such as {@code en}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  Locale locale() {
    return Locale.forLanguageTag(code());
  }
}
