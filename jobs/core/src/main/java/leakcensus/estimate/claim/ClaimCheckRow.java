package leakcensus.estimate.claim;

import java.util.OptionalDouble;

/** Collects the parts of a {@link ClaimCheck}; what is not given is absent. */
final class ClaimCheckRow {

  private final String claim;
  private final ClaimKind kind;
  private final double claimed;
  private final String unit;
  private String statistic = "none";
  private OptionalDouble observed = OptionalDouble.empty();
  private OptionalDouble expected = OptionalDouble.empty();
  private OptionalDouble pValue = OptionalDouble.empty();
  private OptionalDouble morePValue = OptionalDouble.empty();
  private OptionalDouble power = OptionalDouble.empty();
  private OptionalDouble contradictPower = OptionalDouble.empty();
  private OptionalDouble breakEvenCv2 = OptionalDouble.empty();
  private OptionalDouble smallestFewer = OptionalDouble.empty();
  private OptionalDouble smallestMore = OptionalDouble.empty();
  private OptionalDouble lower = OptionalDouble.empty();
  private OptionalDouble upper = OptionalDouble.empty();
  private ClaimDeviation deviation = ClaimDeviation.NONE;
  private String assumptions = "";

  ClaimCheckRow(String claim, ClaimKind kind, double claimed, String unit) {
    this.claim = claim;
    this.kind = kind;
    this.claimed = claimed;
    this.unit = unit;
  }

  ClaimCheckRow counted(String what, double count) {
    statistic = what;
    observed = OptionalDouble.of(count);
    return this;
  }

  ClaimCheckRow expected(double count) {
    expected = OptionalDouble.of(count);
    return this;
  }

  ClaimCheckRow pValues(double tooMany, double tooFew) {
    pValue = OptionalDouble.of(tooMany);
    morePValue = OptionalDouble.of(tooFew);
    return this;
  }

  ClaimCheckRow powers(double excess, OptionalDouble contradiction) {
    power = OptionalDouble.of(excess);
    contradictPower = contradiction;
    return this;
  }

  ClaimCheckRow breakEvenCv2(double cv2) {
    breakEvenCv2 = OptionalDouble.of(cv2);
    return this;
  }

  ClaimCheckRow smallest(OptionalDouble fewerRatio, OptionalDouble moreRatio) {
    smallestFewer = fewerRatio;
    smallestMore = moreRatio;
    return this;
  }

  ClaimCheckRow between(OptionalDouble least, OptionalDouble most) {
    lower = least;
    upper = most;
    return this;
  }

  ClaimCheckRow between(double least, double most) {
    return between(OptionalDouble.of(least), OptionalDouble.of(most));
  }

  ClaimCheckRow deviation(ClaimDeviation side) {
    deviation = side;
    return this;
  }

  ClaimCheckRow assumptions(String text) {
    assumptions = text;
    return this;
  }

  ClaimCheck verdict(ClaimVerdict verdict, String explanation) {
    return new ClaimCheck(
        claim,
        kind,
        claimed,
        unit,
        statistic,
        observed,
        expected,
        pValue,
        morePValue,
        power,
        contradictPower,
        breakEvenCv2,
        smallestFewer,
        smallestMore,
        lower,
        upper,
        deviation,
        verdict,
        explanation,
        assumptions);
  }
}
