package leakcensus.normalise;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.metadata.DefaultMetadataDependenciesProvider;
import com.google.i18n.phonenumbers.metadata.source.MetadataSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The numbering plans of libphonenumber, made into automata when first asked for. */
final class NumberingPlans {

  private static final int CALLING_CODES = 1000;
  private static final int LONGEST_CALLING_CODE = 3;

  private static final MetadataSource METADATA =
      DefaultMetadataDependenciesProvider.getInstance().getPhoneNumberMetadataSource();
  private static final boolean[] CODES = codes();
  private static final ConcurrentMap<String, Optional<RegionPlan>> REGIONS =
      new ConcurrentHashMap<>();
  private static final AtomicReferenceArray<Optional<CallingCodePlan>> PLANS =
      new AtomicReferenceArray<>(CALLING_CODES);

  private NumberingPlans() {}

  /** The plan of a supported region, if automata can hold it. */
  static Optional<RegionPlan> region(String region) {
    return REGIONS.computeIfAbsent(
        region, name -> RegionPlan.of(METADATA.getMetadataForRegion(name)));
  }

  /** The plan of a calling code, if it belongs to regions and automata can hold them all. */
  static Optional<CallingCodePlan> callingCode(int code) {
    Optional<CallingCodePlan> plan = PLANS.get(code);
    if (plan == null) {
      plan = load(code);
      PLANS.set(code, plan);
    }
    return plan;
  }

  /** The number of digits of the calling code that stands at this offset; 0 if none does. */
  static int callingCodeLength(String digits, int from) {
    int code = 0;
    for (int length = 1; length <= LONGEST_CALLING_CODE && from + length <= digits.length(); ) {
      code = code * 10 + digits.charAt(from + length - 1) - '0';
      if (code == 0) {
        return 0;
      }
      if (CODES[code]) {
        return length;
      }
      length++;
    }
    return 0;
  }

  private static Optional<CallingCodePlan> load(int code) {
    List<Optional<RegionPlan>> regions =
        PhoneNumberUtil.getInstance().getRegionCodesForCountryCode(code).stream()
            .map(
                region ->
                    region.equals(PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY)
                        ? Optional.<RegionPlan>empty()
                        : region(region))
            .toList();
    return regions.isEmpty() || regions.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(new CallingCodePlan(regions.stream().map(Optional::get).toList()));
  }

  private static boolean[] codes() {
    boolean[] codes = new boolean[CALLING_CODES];
    for (int code : PhoneNumberUtil.getInstance().getSupportedCallingCodes()) {
      codes[code] = true;
    }
    return codes;
  }
}
