package leakcensus.severity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import leakcensus.person.PersonField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiabilityTest {

  @ParameterizedTest
  @CsvSource({
    "full-name+national-id, NAME_AND_ID, 1",
    "given-name+surname+national-id, NAME_AND_ID, 1",
    "full-name+birth-date+email, NAME_BIRTH_AND_CONTACT, 1",
    "national-id+phone, ID_AND_MORE, 0.75",
    "national-id+birth-date, ID_AND_MORE, 0.75",
    "full-name+address, NAME_AND_CONTACT, 0.75",
    "full-name+birth-date, NAME_AND_BIRTH, 0.75",
    "full-name+sex+locality, NAME_ALONE, 0.5",
    "phone+email, CONTACTS, 0.5",
    "phone+surname, CONTACT_ALONE, 0.25",
    "national-id, ID_ALONE, 0.25",
    "sex+birth-date, NOTHING, 0.25",
    "organisation, NOTHING, 0.25"
  })
  void readsSetsOfFields(String fields, Identifiability expected, double value) {
    Set<PersonField> set = EnumSet.noneOf(PersonField.class);
    Arrays.stream(fields.split("\\+"))
        .forEach(key -> set.add(PersonField.ofKey(key).orElseThrow()));

    assertThat(Identifiability.of(set)).isEqualTo(expected);
    assertThat(expected.value()).isEqualTo(value);
  }

  @Test
  void neverFallsWhereAFieldIsAdded() {
    int compared = 0;
    for (long mask = 0; mask < 1L << PersonField.COUNT; mask++) {
      Identifiability before = of(mask);
      for (PersonField field : PersonField.values()) {
        Identifiability after = of(mask | field.bit());
        assertThat(after.value()).isGreaterThanOrEqualTo(before.value());
        assertThat(after.lower()).isGreaterThanOrEqualTo(before.lower());
        assertThat(after.upper()).isGreaterThanOrEqualTo(before.upper());
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(100_000);
  }

  @Test
  void ordersTheStrongestFirst() {
    Identifiability[] levels = Identifiability.values();
    for (int i = 1; i < levels.length; i++) {
      assertThat(levels[i].value()).isLessThanOrEqualTo(levels[i - 1].value());
    }
  }

  private static Identifiability of(long mask) {
    return Identifiability.of(ExposedSet.of(mask, false).fields());
  }
}
