package leakcensus.normalise;

import java.util.List;

/**
 * The numbering plans of the regions that share one country calling code, the main one first.
 *
 * @param regions the plans in libphonenumber's order; at least one
 */
record CallingCodePlan(List<RegionPlan> regions) {

  CallingCodePlan {
    regions = List.copyOf(regions);
    if (regions.isEmpty()) {
      throw new IllegalArgumentException("Missing regions: a calling code has at least one");
    }
  }

  RegionPlan main() {
    return regions.get(0);
  }

  int callingCode() {
    return main().callingCode();
  }

  /** Whether the first region that claims this number holds it valid. */
  boolean isValid(String digits, int from) {
    if (regions.size() == 1) {
      return main().isValid(digits, from);
    }
    for (RegionPlan region : regions) {
      if (region.hasLeadingDigits()) {
        if (region.hasLeadingDigits(digits, from)) {
          return region.isValid(digits, from);
        }
      } else if (region.isValid(digits, from)) {
        return true;
      }
    }
    return false;
  }
}
