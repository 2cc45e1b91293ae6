package leakcensus.normalise;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.DomainValidator.ArrayType;
import org.apache.commons.validator.routines.EmailValidator;

/**
 * Normalises e-mail addresses to folded text, in lower case as a whole. Of a mailbox as mails name
 * it, {@code Ada Byron <ada@mail.com>}, only what stands in the angle brackets is kept.
 *
 * <p>Valid means what {@link EmailValidator} accepts without local domains, top-level domain
 * included. Addresses of plain shape are decided by scanning, with the same outcome; all others go
 * to the library. Dots and suffixes that some providers ignore are kept.
 */
public final class EmailNormaliser implements Normaliser {

  private static final EmailValidator LIBRARY = EmailValidator.getInstance(false);
  private static final Set<String> TOP_LEVEL_DOMAINS = topLevelDomains();

  private static final int MOST_USER_CHARACTERS = 64;
  private static final int MOST_DOMAIN_CHARACTERS = 253;
  private static final int MOST_LABEL_CHARACTERS = 63;

  /** Beyond any address the library can accept; spares its regular expressions long texts. */
  private static final int MOST_CHARACTERS = 1024;

  private enum Verdict {
    VALID,
    INVALID,
    UNDECIDED
  }

  @Override
  public FieldValue normalise(RawValue raw) {
    String folded = address(TextFolding.TEXT.fold(raw.text()));
    if (NoValue.is(folded)) {
      return FieldValue.ABSENT;
    }
    return isValid(folded) ? new FieldValue.Valid(folded) : new FieldValue.Invalid(folded);
  }

  private static String address(String mailbox) {
    int open = mailbox.lastIndexOf('<');
    int last = mailbox.length() - 1;
    return open > 0 && mailbox.charAt(last) == '>' && mailbox.indexOf('@', open) > 0
        ? mailbox.substring(open + 1, last).strip()
        : mailbox;
  }

  private static boolean isValid(String address) {
    int at = address.lastIndexOf('@');
    if (at < 1 || address.length() > MOST_CHARACTERS) {
      return false;
    }
    return switch (verdict(address, at)) {
      case VALID -> true;
      case INVALID -> false;
      case UNDECIDED -> LIBRARY.isValid(address);
    };
  }

  private static Verdict verdict(String address, int at) {
    Verdict user = userVerdict(address, at);
    return user == Verdict.VALID ? domainVerdict(address, at + 1) : user;
  }

  /** Words of plain characters between single dots; anything else is left to the library. */
  private static Verdict userVerdict(String address, int end) {
    if (end > MOST_USER_CHARACTERS) {
      return Verdict.INVALID;
    }
    char before = '.';
    for (int index = 0; index < end; index++) {
      char character = address.charAt(index);
      if (character <= ' ' || character >= 0x7F || "()<>@,;:\\\"[]".indexOf(character) >= 0) {
        return Verdict.UNDECIDED;
      }
      if (character == '.' && before == '.') {
        return Verdict.UNDECIDED;
      }
      before = character;
    }
    return before == '.' ? Verdict.UNDECIDED : Verdict.VALID;
  }

  /** Labels of letters, digits and inner hyphens; anything else is left to the library. */
  private static Verdict domainVerdict(String address, int from) {
    int end = address.length();
    int label = from;
    for (int index = from; index <= end; index++) {
      char character = index < end ? address.charAt(index) : '.';
      if (character == '.') {
        int characters = index - label;
        if (characters == 0
            || characters > MOST_LABEL_CHARACTERS
            || address.charAt(label) == '-'
            || address.charAt(index - 1) == '-') {
          return Verdict.UNDECIDED;
        }
        if (index < end) {
          label = index + 1;
        }
      } else if (!isLabelCharacter(character)) {
        return Verdict.UNDECIDED;
      }
    }
    return label > from
            && end - from <= MOST_DOMAIN_CHARACTERS
            && TOP_LEVEL_DOMAINS.contains(address.substring(label))
        ? Verdict.VALID
        : Verdict.INVALID;
  }

  private static boolean isLabelCharacter(char character) {
    return character >= 'a' && character <= 'z'
        || character >= '0' && character <= '9'
        || character == '-';
  }

  private static Set<String> topLevelDomains() {
    Set<String> domains = new HashSet<>();
    for (ArrayType list :
        new ArrayType[] {
          ArrayType.GENERIC_RO, ArrayType.COUNTRY_CODE_RO, ArrayType.INFRASTRUCTURE_RO
        }) {
      domains.addAll(Arrays.asList(DomainValidator.getTLDEntries(list)));
    }
    return Set.copyOf(domains);
  }
}
