package leakcensus.page;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** All sentences of the report in one language. Numbers come in as they are to be read. */
final class Texts {

  private static final String BUNDLE = "leakcensus.page.texts";
  private static final String ENGLISH = "en";

  /** Length of a date in ISO 8601. */
  private static final int DATE = 10;

  private final Language language;
  private final ResourceBundle bundle;

  Texts(Language language) {
    this.language = language;
    // The language of the machine has no say.
    bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            language.locale(),
            Texts.class.getClassLoader(),
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /** The language. */
  Language language() {
    return language;
  }

  /**
   * A sentence with what belongs into its gaps.
   *
   * @throws java.util.MissingResourceException if there is no such sentence
   */
  String say(String key, Object... parts) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(parts);
  }

  /** The day of an ISO 8601 time in words; nothing where it begins with no date. */
  Optional<String> date(String time) {
    try {
      return Optional.of(
          DateTimeFormatter.ofPattern(bundle.getString("date.pattern"), Locale.ENGLISH)
              .format(LocalDate.parse(time.substring(0, Math.min(DATE, time.length())))));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  /** The sentence as a phrase. */
  Phrase phrase(String key, Object... parts) {
    return Phrase.of(say(key, parts));
  }

  /** The word for a code of a table, such as a field or a method; the code if there is none. */
  String word(String kind, String code) {
    String key = kind + "." + code.replace(' ', '-').replace(',', '-');
    return bundle.containsKey(key) ? bundle.getString(key) : code;
  }

  /** A sentence that stands in a table, and tables are in English. */
  Phrase quoted(String text) {
    return new Phrase(text, language.code().equals(ENGLISH) ? "" : ENGLISH);
  }
}
