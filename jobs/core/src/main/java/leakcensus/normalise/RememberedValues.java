package leakcensus.normalise;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import leakcensus.person.PersonField;

/**
 * Normalises values of a field that has few different ones, such as sexes and towns, and remembers
 * what became of those seen last. Not thread-safe, and never serialised: it holds values.
 */
public final class RememberedValues {

  private static final Set<PersonField> REPEATING =
      EnumSet.of(
          PersonField.SEX, PersonField.POSTAL_CODE, PersonField.LOCALITY, PersonField.BIRTHPLACE);

  /** Longer text is hardly ever the same. */
  private static final int LONGEST = 64;

  private static final int PLACES = 1 << 12;

  private final Normaliser normaliser;
  private final String[] texts;
  private final FieldValue[] values;

  private RememberedValues(Normaliser normaliser, int places) {
    this.normaliser = normaliser;
    texts = new String[places];
    values = new FieldValue[places];
  }

  /** A memory for the values of one field. */
  public static RememberedValues of(PersonField field, Normaliser normaliser) {
    return new RememberedValues(normaliser, REPEATING.contains(field) ? PLACES : 0);
  }

  /** What the normaliser makes of a value. */
  public FieldValue normalise(RawValue raw) {
    String text = raw.text();
    if (texts.length == 0 || text.length() > LONGEST) {
      return normaliser.normalise(raw);
    }
    int hash = text.hashCode();
    int place = (hash ^ hash >>> 15) & texts.length - 1;
    if (!text.equals(texts[place])) {
      values[place] = normaliser.normalise(raw);
      texts[place] = text;
    }
    return values[place];
  }

  /** Forgets all values. */
  public void clear() {
    Arrays.fill(texts, null);
    Arrays.fill(values, null);
  }
}
