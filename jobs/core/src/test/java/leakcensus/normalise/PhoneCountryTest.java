package leakcensus.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.ibm.icu.util.Region;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneCountryTest {

  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  @ParameterizedTest
  @CsvSource({
    "+8613912345678, 156", "+12175550123, 840", "+14165550123, 124", "+18765550123, 388",
    "+79161234567, 643", "+77012345678, 398", "+4915123456789, 276", "+85261234567, 344",
    "+441481256789, 831", "+80012345678, 0", "+, 0", "+0, 0"
  })
  void tellsCountriesApartThatShareACode(String number, int country) {
    assertThat(PhoneCountry.of(number)).isEqualTo(country);
  }

  /** The library finds the region by trying; the automata must come to the same. */
  @Test
  void agreesWithTheLibraryOnAnExampleOfEveryKindInEveryRegion() {
    int compared = 0;
    for (String region : LIBRARY.getSupportedRegions()) {
      for (PhoneNumberType type : PhoneNumberType.values()) {
        PhoneNumber number = LIBRARY.getExampleNumberForType(region, type);
        if (number != null && LIBRARY.isValidNumber(number)) {
          String found = LIBRARY.getRegionCodeForNumber(number);
          assertThat(PhoneCountry.of(LIBRARY.format(number, PhoneNumberFormat.E164)))
              .as("%s %s", region, type)
              .isEqualTo(Math.max(0, Region.getInstance(found).getNumericCode()));
          compared++;
        }
      }
    }

    assertThat(compared).isGreaterThan(900);
  }

  /** ICU's table against the one of the Java library. */
  @Test
  void knowsTheNumberOfEveryCountryThatHasAPlan() {
    for (String region : LIBRARY.getSupportedRegions()) {
      if (Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(region)) {
        assertThat(Region.getInstance(region).getNumericCode()).as(region).isBetween(1, 1_023);
      }
    }
  }
}
