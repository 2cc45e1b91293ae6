package leakcensus.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaceTest {

  @Test
  void tellsCountryAndRegionBack() {
    assertThat(Place.country(Place.ofCountry(276))).isEqualTo(276);
    assertThat(Place.region(Place.ofCountry(276))).isZero();
    assertThat(Place.country(Place.ofProvince(44))).isEqualTo(156);
    assertThat(Place.province(Place.region(Place.ofProvince(44)))).isEqualTo(44);
    assertThat(Place.country(Place.ofState(UsState.IL))).isEqualTo(840);
    assertThat(Place.country(Place.UNKNOWN)).isZero();
    assertThat(Place.region(Place.UNKNOWN)).isZero();
  }

  @Test
  void givesEveryRegionANumberOfItsOwnThatFitsInTheKeyOfACount() {
    Set<Integer> regions = new HashSet<>();
    for (int prefix = 11; prefix < 100; prefix++) {
      int region = Place.region(Place.ofProvince(prefix));
      regions.add(region);
      assertThat(Place.state(region)).isEmpty();
      assertThat(Place.province(region)).isEqualTo(prefix);
    }
    for (UsState state : UsState.values()) {
      int region = Place.region(Place.ofState(state));
      regions.add(region);
      assertThat(Place.state(region)).isEqualTo(state.name());
      assertThat(Place.province(region)).isZero();
    }

    assertThat(regions).hasSize(89 + 54).allMatch(region -> region > 0 && region < 256);
  }

  @Test
  void believesAnIdBeforeAPostalCodeAndThatBeforeAPhone() {
    int id = Place.ofProvince(65);
    int code = Place.ofState(UsState.AL);
    int phone = Place.ofCountry(36);

    assertThat(Place.better(id, code)).isEqualTo(id);
    assertThat(Place.better(code, phone)).isEqualTo(code);
    assertThat(Place.better(phone, id)).isEqualTo(id);
    assertThat(Place.better(Place.UNKNOWN, phone)).isEqualTo(phone);
    assertThat(Place.better(phone, Place.ofCountry(250))).isEqualTo(phone);
    assertThat(Place.better(id, Place.ofProvince(11))).isEqualTo(Place.ofProvince(11));
  }
}
