package leakcensus.population;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import leakcensus.person.Sex;

/**
 * A population told apart in one way: by region, by age, by sex, or by age and sex.
 *
 * @param population the population
 * @param kind the way
 * @param strata its parts, each key once; none where no field of a person tells the part
 */
public record PopulationDimension(
    Population population, Kind kind, List<PopulationStratum> strata) {

  private static final String CHINA = "156";

  /** By what a dimension tells persons apart. */
  public enum Kind {
    /** Where an id was issued, or nothing that can be told. */
    REGION,
    /** Country that issued an id. */
    COUNTRY,
    SEX,
    /** Age at the date of the population. */
    AGE,
    /** Both. */
    AGE_SEX,
    /** Everybody is one. */
    TOTAL;

    /** The name in tables. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public PopulationDimension {
    Objects.requireNonNull(population, "population");
    Objects.requireNonNull(kind, "kind");
    strata = List.copyOf(strata);
  }

  /** The dimensions of a population, at least one; ages also told as of the day of the leak. */
  public static List<PopulationDimension> of(Population population, Optional<LocalDate> leak) {
    return switch (population.kind()) {
      case CN_PROVINCE ->
          List.of(new PopulationDimension(population, Kind.REGION, population.strata()));
      case COUNTRY ->
          List.of(new PopulationDimension(population, Kind.COUNTRY, population.strata()));
      case US_STATE, YEAR_END ->
          List.of(new PopulationDimension(population, Kind.TOTAL, List.of()));
      case AGE_SEX ->
          List.of(
              new PopulationDimension(
                  population, Kind.SEX, margin(population, 1, "sex:", Optional.empty())),
              new PopulationDimension(population, Kind.AGE, margin(population, 0, "age:", leak)),
              new PopulationDimension(population, Kind.AGE_SEX, both(population)));
    };
  }

  /**
   * The key of the part that a person is of, nothing where it is not known.
   *
   * @param province two-digit prefix of the id, 0 where unknown
   * @param birthYear year of birth, 0 where unknown
   */
  public Optional<String> keyOf(int province, Sex sex, int birthYear) {
    return switch (kind) {
      case REGION -> known(province > 0, Integer.toString(province));
      case COUNTRY -> known(province > 0, CHINA);
      case SEX -> known(sex != Sex.UNKNOWN, "sex:" + word(sex));
      case AGE -> band(birthYear).map(band -> "age:" + band);
      case AGE_SEX -> Optional.of("age-sex:" + band(birthYear).orElse("unknown") + ":" + word(sex));
      case TOTAL -> Optional.empty();
    };
  }

  /** The same population by age and sex. */
  public PopulationDimension byAgeAndSex() {
    return new PopulationDimension(population, Kind.AGE_SEX, both(population));
  }

  /** Whether a key is that of a stratum. */
  public boolean lists(String key) {
    return strata.stream().anyMatch(stratum -> stratum.key().equals(key));
  }

  private static Optional<String> known(boolean known, String key) {
    return known ? Optional.of(key) : Optional.empty();
  }

  private static String word(Sex sex) {
    return sex.name().toLowerCase(Locale.ROOT);
  }

  /** The first band that holds the age; those born since are of none and not unknown either. */
  private Optional<String> band(int birthYear) {
    if (birthYear == 0) {
      return Optional.empty();
    }
    return population.strata().stream()
        .map(stratum -> part(stratum, 0))
        .filter(band -> AgeBand.of(band).holds(birthYear, population.date()))
        .findFirst()
        .or(() -> Optional.of("born-since"));
  }

  private static List<PopulationStratum> margin(
      Population population, int part, String prefix, Optional<LocalDate> leak) {
    Map<String, Long> persons = new LinkedHashMap<>();
    for (PopulationStratum stratum : population.strata()) {
      persons.merge(part(stratum, part), stratum.persons(), Math::addExact);
    }
    List<PopulationStratum> strata = new ArrayList<>();
    persons.forEach(
        (key, sum) ->
            strata.add(
                new PopulationStratum(
                    prefix + key, key + aged(key, population.date(), leak), sum)));
    return strata;
  }

  /** How old they are at the day of the leak. */
  private static String aged(String band, LocalDate counted, Optional<LocalDate> leak) {
    if (leak.isEmpty()) {
      return "";
    }
    AgeBand ages = AgeBand.of(band);
    long years = ChronoUnit.YEARS.between(counted, leak.get());
    boolean whole = counted.plusYears(years).equals(leak.get());
    return ages.oldest() == Integer.MAX_VALUE
        ? " (%d+ at the leak)".formatted(ages.youngest() + years)
        : " (%d-%d at the leak)"
            .formatted(ages.youngest() + years, ages.oldest() + years + (whole ? 0 : 1));
  }

  private static List<PopulationStratum> both(Population population) {
    return population.strata().stream()
        .map(
            stratum ->
                new PopulationStratum(
                    "age-sex:" + stratum.key(), stratum.label(), stratum.persons()))
        .toList();
  }

  private static String part(PopulationStratum stratum, int part) {
    return stratum.key().split(":", 2)[part];
  }
}
