package leakcensus.normalise;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/**
 * Normalises phone numbers to E.164, by libphonenumber's reading of them.
 *
 * <p>Valid means that libphonenumber holds the number valid; numbers without a calling code belong
 * to the default region. Text ahead of the number and extensions are dropped. Several numbers in
 * one value are no valid number. Invalid content is kept as its digits where it is made of digits
 * and the usual punctuation, else as folded text.
 *
 * <p>Where the library would read its own E.164 form as yet another number, that last one counts.
 */
public final class PhoneNormaliser implements Normaliser {

  private static final int MOST_PLAIN_CHARACTERS = 60;
  private static final int MOST_ROUNDS = 4;
  private static final String NOT_PLAIN = "";

  private final String region;
  private final transient PlainNumberReader plainNumbers;

  /**
   * A normaliser for one default region.
   *
   * @param region ISO 3166-1 code of two letters, such as {@code CN}
   */
  public PhoneNormaliser(String region) {
    requireSupported(region);
    this.region = region;
    this.plainNumbers = new PlainNumberReader(region);
  }

  /** Refuses a region that libphonenumber does not know. */
  static void requireSupported(String region) {
    if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(region)) {
      throw new IllegalArgumentException(
          "Unknown phone region: %s (must be an ISO 3166-1 code of two capital letters, such as CN)"
              .formatted(region));
    }
  }

  @Override
  public FieldValue normalise(RawValue raw) {
    String plain = plain(raw.text(), 0);
    if (plain.isEmpty()) {
      String folded = TextFolding.TEXT.fold(raw.text());
      if (NoValue.is(folded)) {
        return FieldValue.ABSENT;
      }
      plain = plain(folded, numberAt(folded));
      if (plain.isEmpty()) {
        return readByLibrary(folded);
      }
    }

    FieldValue read = plainNumbers.read(plain);
    return read == PlainNumberReader.UNDECIDED ? readByLibrary(plain) : read;
  }

  private Object readResolve() {
    return new PhoneNormaliser(region);
  }

  private FieldValue readByLibrary(String text) {
    Optional<String> before = e164(text);
    for (int round = 0; round < MOST_ROUNDS && before.isPresent(); round++) {
      Optional<String> after = e164(before.get());
      if (after.equals(before)) {
        return new FieldValue.Valid(after.get());
      }
      before = after;
    }
    return new FieldValue.Invalid(text);
  }

  private Optional<String> e164(String text) {
    PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = library.parse(text, region);
      return library.isValidNumber(number)
          ? Optional.of(library.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Where the library begins to read: at the first plus sign or digit. At the beginning, so that it
   * reads the whole text itself, if that holds a parameter or characters beyond 16 bits.
   */
  private static int numberAt(String text) {
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character == '+' || Character.isDigit(character)) {
        return index;
      }
      if (character == ';' || Character.isSurrogate(character)) {
        return 0;
      }
    }
    return 0;
  }

  /** Digits behind at most one plus sign, where there is nothing else but punctuation. */
  private static String plain(String text, int from) {
    if (text.length() > MOST_PLAIN_CHARACTERS) {
      return NOT_PLAIN;
    }
    char[] kept = new char[text.length() - from];
    int length = 0;
    int digits = 0;
    boolean unchanged = from == 0;
    for (int index = from; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character >= '0' && character <= '9') {
        kept[length++] = character;
        digits++;
      } else if (character >= '０' && character <= '９') {
        kept[length++] = (char) (character - '０' + '0');
        digits++;
        unchanged = false;
      } else if (character == '+' && length == 0) {
        kept[length++] = '+';
      } else if (isPunctuation(character)) {
        unchanged = false;
      } else {
        return NOT_PLAIN;
      }
    }
    if (digits == 0) {
      return NOT_PLAIN;
    }
    return unchanged ? text : new String(kept, 0, length);
  }

  private static boolean isPunctuation(char character) {
    return switch (character) {
      case ' ', '-', '.', '(', ')', '/', '\u00A0', '\u2013', '\u2014', '\u3000' -> true;
      default -> false;
    };
  }
}
