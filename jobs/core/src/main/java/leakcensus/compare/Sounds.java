package leakcensus.compare;

import java.util.Map;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * What Latin words sound like, so that ways to spell one name meet. Not thread-safe.
 *
 * <p>Source: L. Philips (2000), The double metaphone search algorithm, C/C++ Users Journal 18.
 */
final class Sounds {

  private final DoubleMetaphone metaphone = new DoubleMetaphone();
  private final Map<String, String> soundOf = new RememberedTexts();

  /** The code of a text; the text itself where it has none. */
  String of(String latin) {
    return latin.isEmpty() ? "" : soundOf.computeIfAbsent(latin, this::code);
  }

  private String code(String latin) {
    String code = metaphone.doubleMetaphone(latin);
    return code == null || code.isEmpty() ? latin : code;
  }
}
