package leakcensus.estimate;

/**
 * A number of distinct persons, never without its interval.
 *
 * @param method short name of the estimator, as written to the summary tables
 * @param persons point estimate, in persons
 * @param lowerPersons lower end of the interval, in persons
 * @param upperPersons upper end of the interval, in persons
 * @param confidence nominal coverage of the interval, a ratio in (0, 1)
 */
public record UniquePersonsEstimate(
    String method, double persons, double lowerPersons, double upperPersons, double confidence) {

  public UniquePersonsEstimate {
    if (!(lowerPersons >= 0 && lowerPersons <= persons && persons <= upperPersons)) {
      throw new IllegalArgumentException(
          "Invalid %s estimate: %s not inside [%s, %s]"
              .formatted(method, persons, lowerPersons, upperPersons));
    }

    Confidence.check(confidence);
  }
}
