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
import leakcensus.person.BirthAndSex;
import leakcensus.person.Place;
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

  /** By what a dimension tells persons apart. */
  public enum Kind {
    /** Where a Chinese id was issued. */
    REGION,
    /** State of the United States whose ZIP code stands in the records. */
    STATE,
    /** Country of an id, a ZIP code or a phone number. */
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
      case US_STATE ->
          List.of(new PopulationDimension(population, Kind.STATE, population.strata()));
      case COUNTRY ->
          List.of(new PopulationDimension(population, Kind.COUNTRY, population.strata()));
      case YEAR_END -> List.of(new PopulationDimension(population, Kind.TOTAL, List.of()));
      case AGE_SEX ->
          List.of(
              new PopulationDimension(
                  population, Kind.SEX, margin(population, 1, "sex:", Optional.empty())),
              new PopulationDimension(population, Kind.AGE, margin(population, 0, "age:", leak)),
              new PopulationDimension(population, Kind.AGE_SEX, both(population)));
    };
  }

  /** The key of a country by its ISO 3166-1 number, nothing where it is 0. */
  public Optional<String> keyOfCountry(int number) {
    return known(number > 0, Integer.toString(number));
  }

  /** The key of a region, nothing where it is of another country than this population. */
  public Optional<String> keyOfRegion(int region) {
    if (kind == Kind.STATE) {
      return Optional.of(Place.state(region)).filter(key -> !key.isEmpty());
    }
    int province = Place.province(region);
    return known(province > 0, Integer.toString(province));
  }

  /**
   * The key of the age, the sex or both, nothing where it is not known.
   *
   * @throws IllegalStateException if the dimension is of places
   */
  public Optional<String> keyOf(BirthAndSex birth) {
    return switch (kind) {
      case SEX -> known(birth.sex() != Sex.UNKNOWN, "sex:" + word(birth.sex()));
      case AGE -> band(birth.birthYear()).map(band -> "age:" + band);
      case AGE_SEX ->
          Optional.of(
              "age-sex:%s:%s"
                  .formatted(band(birth.birthYear()).orElse("unknown"), word(birth.sex())));
      case REGION, STATE, COUNTRY, TOTAL ->
          throw new IllegalStateException("No ages or sexes in a dimension of places");
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
