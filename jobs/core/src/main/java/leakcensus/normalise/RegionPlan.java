package leakcensus.normalise;

import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneNumberDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbering plan of one region: libphonenumber's expressions as automata, and the steps of its
 * reading that need them. Numbers are digits from an offset to the end of a string.
 */
final class RegionPlan {

  /** An offset that says: this number needs the library. */
  static final int UNDECIDED = -1;

  private final String name;
  private final int callingCode;
  private final String callingCodeDigits;
  private final Optional<DigitAutomaton> internationalPrefix;
  private final Optional<DigitAutomaton> nationalPrefix;
  private final boolean rewrites;
  private final boolean emptyPrefixIsPlain;
  private final Optional<DigitAutomaton> leadingDigits;
  private final Kind general;
  private final List<Kind> kinds;
  private final long localLengths;

  /** One kind of number: its expression and the lengths it may have, as bits (none is any). */
  private record Kind(DigitAutomaton automaton, long lengths) {

    boolean matches(String digits, int from) {
      return (lengths == 0 || (lengths >>> digits.length() - from & 1) == 1)
          && automaton.matches(digits, from);
    }
  }

  private RegionPlan(PhoneMetadata region, Kind general, List<Kind> kinds) {
    this.name = region.getId();
    this.callingCode = region.getCountryCode();
    this.callingCodeDigits = String.valueOf(callingCode);
    this.internationalPrefix = DigitAutomaton.of(region.getInternationalPrefix());
    this.nationalPrefix = DigitAutomaton.of(region.getNationalPrefixForParsing());
    this.rewrites = !region.getNationalPrefixTransformRule().isEmpty();
    this.emptyPrefixIsPlain = emptyPrefixIsPlain(region.getNationalPrefixForParsing());
    this.leadingDigits =
        region.hasLeadingDigits() ? DigitAutomaton.of(region.getLeadingDigits()) : Optional.empty();
    this.general = general;
    this.kinds = List.copyOf(kinds);
    this.localLengths = bits(region.getGeneralDesc().getPossibleLengthLocalOnlyList());
  }

  /** The plan of a region, if the automata know all of its syntax that decides validity. */
  static Optional<RegionPlan> of(PhoneMetadata region) {
    Optional<Kind> general = kind(region.getGeneralDesc());
    List<Kind> kinds = new ArrayList<>();
    for (PhoneNumberDesc kind :
        List.of(
            region.getMobile(),
            region.getFixedLine(),
            region.getVoip(),
            region.getTollFree(),
            region.getPremiumRate(),
            region.getSharedCost(),
            region.getPersonalNumber(),
            region.getPager(),
            region.getUan(),
            region.getVoicemail())) {
      if (kind.getNationalNumberPattern().isEmpty()) {
        continue;
      }
      Optional<Kind> read = kind(kind);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      kinds.add(read.get());
    }
    boolean leading =
        region.hasLeadingDigits() && DigitAutomaton.of(region.getLeadingDigits()).isEmpty();
    return leading || general.isEmpty()
        ? Optional.empty()
        : Optional.of(new RegionPlan(region, general.get(), kinds));
  }

  /** ISO 3166-1 code of two letters. */
  String name() {
    return name;
  }

  int callingCode() {
    return callingCode;
  }

  /** Whether a number that this plan reads but for its calling code begins with that code. */
  boolean beginsWithCallingCode(String digits) {
    return digits.startsWith(callingCodeDigits);
  }

  int callingCodeLength() {
    return callingCodeDigits.length();
  }

  /**
   * Whether a number that begins with the calling code is better read without it: it is no number
   * of the region with it and is one without, or it is too long.
   */
  boolean isBetterFrom(String digits, int stripped) {
    return !matchesGeneral(digits, 0) && matchesGeneral(digits, stripped)
        || isTooLong(digits.length());
  }

  /** The offset behind the prefix for calls abroad; 0 if there is none. */
  int afterInternationalPrefix(String digits) {
    if (internationalPrefix.isEmpty()) {
      return UNDECIDED;
    }
    int prefix = internationalPrefix.get().prefix(digits, 0);
    if (prefix == DigitAutomaton.NO_PREFIX
        || prefix > 0 && prefix < digits.length() && digits.charAt(prefix) == '0') {
      return 0;
    }
    return prefix > 0 ? prefix : UNDECIDED;
  }

  /** The offset behind the national prefix; the offset given if there is none. */
  int afterNationalPrefix(String digits, int from) {
    if (nationalPrefix.isEmpty()) {
      return UNDECIDED;
    }
    int prefix = nationalPrefix.get().prefix(digits, from);
    if (prefix == DigitAutomaton.NO_PREFIX || prefix == 0 && emptyPrefixIsPlain) {
      return from;
    }
    if (prefix <= 0 || rewrites) {
      return UNDECIDED;
    }
    boolean spoils = matchesGeneral(digits, from) && !matchesGeneral(digits, from + prefix);
    return spoils ? from : from + prefix;
  }

  boolean isTooShort(int length) {
    return general.lengths() != 0
        && (localLengths >>> length & 1) == 0
        && length < Long.numberOfTrailingZeros(general.lengths());
  }

  /** Whether the plan has leading digits that tell its numbers from those of its neighbours. */
  boolean hasLeadingDigits() {
    return leadingDigits.isPresent();
  }

  boolean hasLeadingDigits(String digits, int from) {
    return leadingDigits.orElseThrow().prefix(digits, from) != DigitAutomaton.NO_PREFIX;
  }

  /** Whether this is a number of some kind in the region. */
  boolean isValid(String digits, int from) {
    if (!general.matches(digits, from)) {
      return false;
    }
    for (Kind kind : kinds) {
      if (kind.matches(digits, from)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTooLong(int length) {
    return general.lengths() != 0
        && (localLengths >>> length & 1) == 0
        && length > 63 - Long.numberOfLeadingZeros(general.lengths());
  }

  private boolean matchesGeneral(String digits, int from) {
    return general.automaton().matches(digits, from);
  }

  private static Optional<Kind> kind(PhoneNumberDesc description) {
    return DigitAutomaton.of(description.getNationalNumberPattern())
        .map(automaton -> new Kind(automaton, bits(description.getPossibleLengthList())));
  }

  /** A length of -1 says that no number of the kind exists; bit 63 is beyond any length here. */
  private static long bits(List<Integer> lengths) {
    long bits = 0;
    for (int length : lengths) {
      bits |= 1L << (length & 63);
    }
    return bits;
  }

  /** Whether an empty match captures nothing, so that nothing is rewritten. */
  private static boolean emptyPrefixIsPlain(String prefix) {
    Matcher matcher = Pattern.compile(prefix).matcher("");
    return matcher.lookingAt() && matcher.group(matcher.groupCount()) == null || prefix.isEmpty();
  }
}
