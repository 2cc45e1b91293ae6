package leakcensus.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import leakcensus.person.UsState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZipCodeTest {

  /** Capitols, as their legislatures state their addresses. */
  @ParameterizedTest
  @CsvSource({
    "36130, AL", "99801, AK", "85007, AZ", "72201, AR", "95814, CA", "80203, CO", "06106, CT",
    "19901, DE", "20500, DC", "32399, FL", "30334, GA", "96813, HI", "83702, ID", "62706, IL",
    "46204, IN", "50319, IA", "66612, KS", "40601, KY", "70802, LA", "04333, ME", "21401, MD",
    "02133, MA", "48909, MI", "55155, MN", "39201, MS", "65101, MO", "59620, MT", "68509, NE",
    "89701, NV", "03301, NH", "08608, NJ", "87501, NM", "12224, NY", "27601, NC", "58505, ND",
    "43215, OH", "73105, OK", "97301, OR", "17120, PA", "02903, RI", "29201, SC", "57501, SD",
    "37243, TN", "78701, TX", "84114, UT", "05633, VT", "23219, VA", "98504, WA", "25305, WV",
    "53702, WI", "82002, WY", "00901, PR", "00802, VI", "96910, GU", "627061234, IL"
  })
  void knowsTheStateOfEveryCapitol(String code, UsState state) {
    assertThat(ZipCode.state(code)).contains(state);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "62", "6270", "627061", "00000", "34002", "09012", "96203", "K1A0B1"})
  void knowsNoStateOfWhatIsNoCodeOrOfTheArmedForces(String code) {
    assertThat(ZipCode.state(code)).isEmpty();
  }

  @Test
  void reachesEveryState() {
    Set<UsState> reached = EnumSet.noneOf(UsState.class);
    for (int prefix = 0; prefix < 1_000; prefix++) {
      ZipCode.state("%03d01".formatted(prefix)).ifPresent(reached::add);
    }

    assertThat(reached).isEqualTo(EnumSet.allOf(UsState.class));
  }
}
