package leakcensus.night;

/**
 * What a series of nights had counted when one of them was done: all files up to and with its own.
 *
 * @param number number of the night in its series, from 1
 * @param runId id of the run that counted it
 * @param finished when it was counted, UTC, ISO 8601
 * @param files files
 * @param bytes bytes of the files
 * @param recordsRead records met by framing
 * @param recordsKept records that could be used
 * @param mentions mentions of persons
 * @param method how persons were counted
 * @param persons persons of the sample, best count
 * @param lowerPersons lower end of its interval, in persons
 * @param upperPersons upper end of its interval, in persons; infinite where there is none
 */
public record Night(
    int number,
    String runId,
    String finished,
    long files,
    long bytes,
    long recordsRead,
    long recordsKept,
    long mentions,
    String method,
    double persons,
    double lowerPersons,
    double upperPersons) {

  /** Persons that this night has added to those of the night before, by the best counts. */
  public double personsAdded(Night before) {
    return persons - before.persons;
  }

  /** Fewest persons that it can have added: both intervals at their worst. */
  public double lowerPersonsAdded(Night before) {
    return Math.max(0, lowerPersons - before.upperPersons);
  }

  /** Most persons that it can have added: both intervals at their worst. */
  public double upperPersonsAdded(Night before) {
    return upperPersons - before.lowerPersons;
  }
}
