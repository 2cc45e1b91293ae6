package leakcensus.normalise;

import java.util.Optional;

/**
 * Reads phone numbers of digits with or without a leading plus sign, as libphonenumber does, but by
 * automata made of its metadata. What they cannot decide for sure is left to the library.
 */
final class PlainNumberReader {

  /** The answer for a number that the library must read. */
  static final FieldValue UNDECIDED = FieldValue.ABSENT;

  private static final int LEAST_DIGITS = 2;
  private static final int MOST_DIGITS = 17;

  private final Optional<RegionPlan> home;

  PlainNumberReader(String region) {
    this.home = NumberingPlans.region(region);
  }

  FieldValue read(String number) {
    if (number.charAt(0) == '+') {
      return readAbroad(number, 1);
    }
    if (home.isEmpty()) {
      return UNDECIDED;
    }
    int from = home.get().afterInternationalPrefix(number);
    if (from == RegionPlan.UNDECIDED) {
      return UNDECIDED;
    }
    return from > 0 ? readAbroad(number, from) : readAtHome(number, home.get());
  }

  private static FieldValue readAbroad(String number, int from) {
    int codeLength = NumberingPlans.callingCodeLength(number, from);
    if (codeLength == 0 || number.length() - from <= LEAST_DIGITS) {
      return UNDECIDED;
    }
    int behindCode = from + codeLength;
    Optional<CallingCodePlan> plan =
        NumberingPlans.callingCode(Integer.parseInt(number, from, behindCode, 10));
    return plan.isEmpty()
        ? UNDECIDED
        : readNational(number, behindCode, plan.get().main(), plan.get());
  }

  private static FieldValue readAtHome(String number, RegionPlan home) {
    Optional<CallingCodePlan> shared = NumberingPlans.callingCode(home.callingCode());
    if (shared.isEmpty()) {
      return UNDECIDED;
    }
    CallingCodePlan plan = shared.get();
    if (home.beginsWithCallingCode(number)) {
      int stripped = home.afterNationalPrefix(number, home.callingCodeLength());
      if (stripped == RegionPlan.UNDECIDED) {
        return UNDECIDED;
      }
      if (home.isBetterFrom(number, stripped)) {
        return readNational(number, stripped, plan.main(), plan);
      }
    }
    return readNational(number, 0, home, plan);
  }

  private static FieldValue readNational(
      String number, int behindCode, RegionPlan prefixes, CallingCodePlan plan) {
    if (number.length() - behindCode < LEAST_DIGITS) {
      return UNDECIDED;
    }
    int stripped = prefixes.afterNationalPrefix(number, behindCode);
    if (stripped == RegionPlan.UNDECIDED) {
      return UNDECIDED;
    }
    int from = prefixes.isTooShort(number.length() - stripped) ? behindCode : stripped;

    int digits = number.length() - from;
    boolean settled = plan.main().afterNationalPrefix(number, from) == from;
    if (!settled || digits < LEAST_DIGITS || digits > MOST_DIGITS) {
      return UNDECIDED;
    }
    return plan.isValid(number, from)
        ? new FieldValue.Valid(e164(number, from, plan.callingCode()))
        : new FieldValue.Invalid(number);
  }

  private static String e164(String number, int from, int callingCode) {
    String code = "+" + callingCode;
    return from == code.length() && number.startsWith(code)
        ? number
        : code + number.substring(from);
  }
}
