package leakcensus.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonFieldTest {

  @Test
  void keepsItsBitsSinceTablesHoldThem() {
    assertThat(PersonField.values())
        .extracting(PersonField::key)
        .containsExactly(
            "full-name",
            "given-name",
            "surname",
            "national-id",
            "phone",
            "email",
            "address",
            "postal-code",
            "birth-date",
            "sex",
            "birthplace",
            "locality",
            "organisation");
    assertThat(PersonField.COUNT).isEqualTo(13);
    assertThat(PersonField.BIRTHPLACE.bit()).isEqualTo(1L << 10);
    assertThat(PersonField.LOCALITY.bit()).isEqualTo(1L << 11);
  }

  @Test
  void isFoundByKeyAndOrdinal() {
    for (PersonField field : PersonField.values()) {
      assertThat(PersonField.ofKey(field.key())).contains(field);
      assertThat(PersonField.at(field.ordinal())).isEqualTo(field);
    }
    assertThat(PersonField.ofKey("nickname")).isEmpty();
    assertThat(PersonField.ofKey("FULL_NAME")).isEmpty();
  }
}
