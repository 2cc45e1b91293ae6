package leakcensus.normalise;

import java.util.List;
import java.util.Optional;

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
    return regions.size() == 1
        ? main().isValid(digits, from)
        : claimant(digits, from).filter(region -> region.isValid(digits, from)).isPresent();
  }

  /** The region of a valid number. */
  Optional<RegionPlan> owner(String digits, int from) {
    return regions.size() == 1 ? Optional.of(main()) : claimant(digits, from);
  }

  private Optional<RegionPlan> claimant(String digits, int from) {
    for (RegionPlan region : regions) {
      if (region.hasLeadingDigits()
          ? region.hasLeadingDigits(digits, from)
          : region.isValid(digits, from)) {
        return Optional.of(region);
      }
    }
    return Optional.empty();
  }
}
