package leakcensus.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakcensus.person.BirthAndSex;
import leakcensus.person.Place;
import leakcensus.person.Sex;
import leakcensus.person.UsState;
import leakcensus.population.PopulationDimension.Kind;
import org.junit.jupiter.api.Test;

class PopulationDimensionTest {

  private static final Optional<LocalDate> LEAK = Optional.of(LocalDate.of(2022, 6, 30));

  @Test
  void tellsAPopulationApartByAgeAndBySex() {
    List<PopulationDimension> dimensions =
        PopulationDimension.of(PopulationReader.bundled("china-2020-age-sex"), LEAK);

    assertThat(dimensions)
        .extracting(PopulationDimension::kind)
        .containsExactly(Kind.SEX, Kind.AGE, Kind.AGE_SEX);
    assertThat(dimensions)
        .allMatch(
            each ->
                each.strata().stream().mapToLong(PopulationStratum::persons).sum()
                    == 1_409_778_724L);
    assertThat(dimensions.get(1).strata().get(5))
        .isEqualTo(new PopulationStratum("age:20-24", "20-24 (21-26 at the leak)", 74_941_675));
    assertThat(dimensions.get(1).strata().get(21).label()).isEqualTo("100+ (101+ at the leak)");
    assertThat(PopulationDimension.of(dimensions.get(0).population(), Optional.empty()).get(1))
        .satisfies(ages -> assertThat(ages.strata().get(0).label()).isEqualTo("0"));
  }

  @Test
  void placesEveryYearOfBirthInOneBand() {
    PopulationDimension ages =
        PopulationDimension.of(PopulationReader.bundled("china-2020-age-sex"), LEAK).get(1);
    Map<String, Integer> years = new HashMap<>();
    for (int year = 1850; year <= 2022; year++) {
      years.merge(ages.keyOf(new BirthAndSex(year, Sex.UNKNOWN)).orElseThrow(), 1, Integer::sum);
    }

    assertThat(years).hasSize(23).containsEntry("age:born-since", 2);
    assertThat(years).containsEntry("age:0", 1).containsEntry("age:1-4", 4);
    assertThat(years).containsEntry("age:95-99", 5).containsEntry("age:100+", 71);
    assertThat(ages.keyOf(new BirthAndSex(0, Sex.MALE))).isEmpty();
  }

  @Test
  void placesPersonsByWhatIsKnownOfThem() {
    List<PopulationDimension> ages =
        PopulationDimension.of(PopulationReader.bundled("china-2020-age-sex"), LEAK);
    PopulationDimension regions =
        PopulationDimension.of(PopulationReader.bundled("china-2020"), LEAK).get(0);
    PopulationDimension countries =
        PopulationDimension.of(PopulationReader.bundled("un-wpp-2024"), LEAK).get(0);
    PopulationDimension states =
        PopulationDimension.of(PopulationReader.bundled("us-2020"), LEAK).get(0);

    int illinois = Place.region(Place.ofState(UsState.IL));

    assertThat(ages.get(0).keyOf(new BirthAndSex(0, Sex.FEMALE))).contains("sex:female");
    assertThat(ages.get(0).keyOf(new BirthAndSex(1990, Sex.UNKNOWN))).isEmpty();
    assertThat(ages.get(2).keyOf(new BirthAndSex(1990, Sex.FEMALE)))
        .contains("age-sex:30-34:female");
    assertThat(ages.get(2).keyOf(new BirthAndSex(0, Sex.UNKNOWN)))
        .contains("age-sex:unknown:unknown");
    assertThat(regions.keyOfRegion(33)).contains("33");
    assertThat(regions.keyOfRegion(0)).isEmpty();
    assertThat(countries.keyOfCountry(156)).contains("156");
    assertThat(countries.keyOfCountry(0)).isEmpty();
    assertThat(regions.keyOfRegion(illinois)).isEmpty();
    assertThat(states.keyOfRegion(33)).isEmpty();
    assertThat(states.keyOfRegion(illinois)).contains("IL");
    assertThat(states.strata()).hasSize(51);
    assertThat(states.strata())
        .extracting(PopulationStratum::key)
        .isSubsetOf(Arrays.stream(UsState.values()).map(UsState::name).toList());
  }
}
