package leakcensus.population;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How many people live in each part of a population, with the source of the figures.
 *
 * @param key name of the population in configuration and tables
 * @param title what is counted, for readers
 * @param date day that the figures hold for
 * @param source who published the figures, where, under which licence
 * @param kind by what the strata are told apart
 * @param total everybody; may exceed the sum of the strata, which need not cover all
 * @param strata the parts, each key once
 */
public record Population(
    String key,
    String title,
    LocalDate date,
    String source,
    StratumKind kind,
    PopulationStratum total,
    List<PopulationStratum> strata) {

  public Population {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(kind, "kind");
    strata = List.copyOf(strata);
    if (source.isBlank()) {
      throw new IllegalArgumentException("Missing source of population: " + key);
    }
    Set<String> keys = new HashSet<>();
    long persons = 0;
    for (PopulationStratum stratum : strata) {
      if (!keys.add(stratum.key())) {
        throw new IllegalArgumentException(
            "Invalid population %s: stratum %s is named twice".formatted(key, stratum.key()));
      }
      persons = Math.addExact(persons, stratum.persons());
    }
    if (kind == StratumKind.AGE_SEX) {
      strata.forEach(stratum -> requireAgeAndSex(key, stratum));
    }
    if (kind != StratumKind.YEAR_END && !(persons <= total.persons())) {
      throw new IllegalArgumentException(
          "Invalid population %s: the strata hold %d persons, the total %d"
              .formatted(key, persons, total.persons()));
    }
  }

  /**
   * The population at the day of a leak: of one that is known by year, that of the nearest
   * year-end; any other as it is.
   */
  public Population at(LocalDate leak) {
    if (kind != StratumKind.YEAR_END) {
      return this;
    }
    PopulationStratum nearest =
        strata.stream()
            .min(
                Comparator.comparingLong(
                    year -> Math.abs(ChronoUnit.DAYS.between(leak, lastDay(year)))))
            .orElse(total);
    return new Population(
        key,
        title,
        nearest.equals(total) ? date : lastDay(nearest),
        source,
        kind,
        new PopulationStratum(total.key(), nearest.label(), nearest.persons()),
        List.of());
  }

  private static LocalDate lastDay(PopulationStratum year) {
    return LocalDate.of(Integer.parseInt(year.key()), Month.DECEMBER, 31);
  }

  private static void requireAgeAndSex(String key, PopulationStratum stratum) {
    String[] parts = stratum.key().split(":", -1);
    if (parts.length != 2 || !(parts[1].equals("male") || parts[1].equals("female"))) {
      throw new IllegalArgumentException(
          "Invalid population %s: stratum %s (must be like 20-24:female)"
              .formatted(key, stratum.key()));
    }
    AgeBand.of(parts[0]);
  }

  /** Year that the figures hold for. */
  public int year() {
    return date.getYear();
  }
}
