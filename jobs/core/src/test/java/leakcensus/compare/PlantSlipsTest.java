package leakcensus.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import leakcensus.person.PersonField;
import org.junit.jupiter.api.Test;

class PlantSlipsTest {

  private static final int SEEDS = 400;

  private static final Map<PersonField, String> ADA =
      Map.of(
          PersonField.GIVEN_NAME, "ada",
          PersonField.SURNAME, "lovelace",
          PersonField.BIRTH_DATE, "1980-02-29",
          PersonField.PHONE, "+8613800138000",
          PersonField.ADDRESS, "12 high street",
          PersonField.POSTAL_CODE, "10115",
          PersonField.LOCALITY, "berlin");

  @Test
  void changesOneThingWithOneSlip() {
    Set<Set<PersonField>> seen =
        IntStream.range(0, SEEDS)
            .mapToObj(seed -> changed(ADA, copy(ADA, 1, seed)))
            .collect(Collectors.toSet());

    Set<PersonField> home =
        Set.of(PersonField.ADDRESS, PersonField.POSTAL_CODE, PersonField.LOCALITY);
    Set<PersonField> names = Set.of(PersonField.GIVEN_NAME, PersonField.SURNAME);
    assertThat(seen)
        .contains(home, names, Set.of(PersonField.BIRTH_DATE), Set.of(PersonField.PHONE))
        .allMatch(fields -> fields.size() == 1 || fields.equals(home) || fields.equals(names));
  }

  @Test
  void addsTheSecondSlipToTheFirstInOtherFields() {
    for (int seed = 0; seed < SEEDS; seed++) {
      String[] one = copy(ADA, 1, seed);
      String[] two = copy(ADA, 2, seed);

      Set<PersonField> first = changed(ADA, one);
      Set<PersonField> both = changed(ADA, two);
      assertThat(both).containsAll(first).hasSizeGreaterThan(first.size());
      assertThat(first).allMatch(field -> two[field.ordinal()].equals(one[field.ordinal()]));
    }
  }

  @Test
  void changesALetterOfAName() {
    Set<String> names = new TreeSet<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      String[] copy = copy(Map.of(PersonField.FULL_NAME, "bo"), 1, seed);
      names.add(copy[PersonField.FULL_NAME.ordinal()]);
    }

    // Lost, doubled and exchanged; all others are replaced in one letter.
    assertThat(names).contains("b", "o", "bbo", "boo", "ob").doesNotContain("bo", "");
    assertThat(names)
        .filteredOn(name -> name.length() == 2 && !name.equals("ob"))
        .isNotEmpty()
        .allMatch(name -> name.charAt(0) == 'b' || name.charAt(1) == 'o');
  }

  @Test
  void leavesADateADate() {
    Map<PersonField, String> born = Map.of(PersonField.BIRTH_DATE, "1980-02-29");
    for (int seed = 0; seed < SEEDS; seed++) {
      String date = copy(born, 1, seed)[PersonField.BIRTH_DATE.ordinal()];

      assertThat(LocalDate.parse(date)).isNotEqualTo(LocalDate.of(1980, 2, 29));
      assertThat(IntStream.range(0, 10).filter(at -> date.charAt(at) != "1980-02-29".charAt(at)))
          .hasSize(1);
    }
  }

  @Test
  void putsTheLastWordOfAFullNameToTheFront() {
    Set<String> names =
        IntStream.range(0, SEEDS)
            .mapToObj(seed -> copy(Map.of(PersonField.FULL_NAME, "ada de vries"), 1, seed))
            .map(copy -> copy[PersonField.FULL_NAME.ordinal()])
            .collect(Collectors.toSet());

    assertThat(names).contains("vries ada de").doesNotContain("ada de vries");
  }

  @Test
  void leavesSomebodyWhateverItLeavesOut() {
    Map<PersonField, String> thin =
        Map.of(PersonField.FULL_NAME, "ada lovelace", PersonField.BIRTH_DATE, "1980-03-04");
    for (int seed = 0; seed < SEEDS; seed++) {
      String[] copy = copy(thin, 1, seed);

      assertThat(copy[PersonField.FULL_NAME.ordinal()]).isNotEmpty();
      assertThat(copy[PersonField.BIRTH_DATE.ordinal()]).isNotEmpty();
    }
  }

  @Test
  void plantsNothingWhereThereIsNoRoom() {
    assertThat(PlantSlips.copy(normals(Map.of()), 1, 7)).isEmpty();
    assertThat(PlantSlips.copy(normals(Map.of(PersonField.SEX, "female")), 1, 7)).isEmpty();
    Map<PersonField, String> phone = Map.of(PersonField.PHONE, "+8613800138000");
    assertThat(PlantSlips.copy(normals(phone), 1, 7)).isPresent();
    assertThat(PlantSlips.copy(normals(phone), 2, 7)).isEmpty();
  }

  @Test
  void leavesTheOriginalAlone() {
    String[] original = normals(ADA);

    assertThat(PlantSlips.copy(original, 2, 3)).isPresent();

    assertThat(original).isEqualTo(normals(ADA));
  }

  private static String[] copy(Map<PersonField, String> values, int slips, int seed) {
    return PlantSlips.copy(normals(values), slips, seed).orElseThrow();
  }

  private static String[] normals(Map<PersonField, String> values) {
    String[] normals = new String[PersonField.COUNT];
    Arrays.setAll(normals, field -> values.getOrDefault(PersonField.at(field), ""));
    return normals;
  }

  private static Set<PersonField> changed(Map<PersonField, String> original, String[] copy) {
    return Arrays.stream(PersonField.values())
        .filter(field -> !copy[field.ordinal()].equals(original.getOrDefault(field, "")))
        .collect(Collectors.toSet());
  }
}
