package leakcensus.normalise;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.ibm.icu.util.Region;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The country whose numbering plan a phone number belongs to. Numbers go where their holders go, so
 * it is where a number was handed out and not where anybody lives.
 */
public final class PhoneCountry {

  /** Neither a country nor a territory with a number of its own: satellites, freephone. */
  public static final int NONE = 0;

  private static final ConcurrentMap<String, Integer> NUMBERS = new ConcurrentHashMap<>();

  private PhoneCountry() {}

  /**
   * The country of a valid number.
   *
   * @param e164 the number as {@link PhoneNormaliser} leaves a valid one
   * @return its ISO 3166-1 number, or {@link #NONE}
   */
  public static int of(String e164) {
    int codeLength = NumberingPlans.callingCodeLength(e164, 1);
    if (codeLength == 0) {
      return NONE;
    }
    int behindCode = 1 + codeLength;
    return NumberingPlans.callingCode(Integer.parseInt(e164, 1, behindCode, 10))
        .map(plan -> plan.owner(e164, behindCode).map(RegionPlan::name))
        .orElseGet(() -> byLibrary(e164))
        .map(name -> NUMBERS.computeIfAbsent(name, PhoneCountry::number))
        .orElse(NONE);
  }

  private static Optional<String> byLibrary(String e164) {
    PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    try {
      return Optional.ofNullable(
              library.getRegionCodeForNumber(
                  library.parse(e164, PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY)))
          .filter(name -> !name.equals(PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY));
    } catch (NumberParseException unreadable) {
      return Optional.empty();
    }
  }

  private static int number(String name) {
    return Math.max(NONE, Region.getInstance(name).getNumericCode());
  }
}
