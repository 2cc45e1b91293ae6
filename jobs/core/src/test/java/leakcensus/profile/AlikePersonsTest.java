package leakcensus.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.person.PersonRows;
import leakcensus.person.Place;
import leakcensus.person.QuasiIdentifier;
import leakcensus.person.Sex;
import org.junit.jupiter.api.Test;

class AlikePersonsTest {

  @Test
  void countsGroupsAsARecountOverTextsDoes() {
    Random random = new Random(5);
    AlikePersons first = new AlikePersons();
    AlikePersons second = new AlikePersons();
    Map<String, Long> groups = new TreeMap<>();
    for (int person = 0; person < 4_000; person++) {
      int province = random.nextInt(4) * 11;
      int year = random.nextInt(5) == 0 ? 0 : 1980 + random.nextInt(8);
      Sex sex = Sex.values()[random.nextInt(3)];
      int day = year == 0 || random.nextInt(6) == 0 ? 0 : 10 + random.nextInt(40);
      long facts =
          PersonRows.withBirthDate(
              PersonRows.facts(true, province == 0 ? 0 : Place.ofProvince(province), sex, year),
              day == 0 ? 0 : 100_000L * year + day);
      (person % 2 == 0 ? first : second).add(facts);
      if (sex != Sex.UNKNOWN && day > 0) {
        groups.merge("0 %d-%d %s".formatted(year, day, sex), 1L, Long::sum);
      }
      if (sex != Sex.UNKNOWN && day > 0 && province > 0) {
        groups.merge("1 %d-%d %s %d".formatted(year, day, sex, province), 1L, Long::sum);
      }
      if (sex != Sex.UNKNOWN && year > 0 && province > 0) {
        groups.merge("2 %d %s %d".formatted(year, sex, province), 1L, Long::sum);
      }
    }
    CountTable expected = new CountTable();
    groups.forEach(
        (group, persons) ->
            expected.add(
                Measure.ALIKE_FREQUENCY,
                CountTable.ALL_SOURCES,
                group.charAt(0) - '0',
                persons,
                1));

    LongTable all = first.table();
    all.appendAll(second.table());

    assertThat(AlikePersons.count(all).encode()).isEqualTo(expected.encode());
  }

  @Test
  void spreadsItsKeys() {
    long facts = PersonRows.facts(true, Place.ofProvince(11), Sex.MALE, 1980);

    assertThat(QuasiIdentifier.BIRTH_YEAR_SEX_REGION.of(facts) >>> 32)
        .isNotEqualTo(
            QuasiIdentifier.BIRTH_YEAR_SEX_REGION.of(
                    PersonRows.facts(true, Place.ofProvince(11), Sex.MALE, 1981))
                >>> 32);
    assertThat(QuasiIdentifier.BIRTH_DATE_SEX.of(facts)).isZero();
    assertThat(QuasiIdentifier.BIRTH_YEAR_SEX_REGION.of(PersonRows.facts(true, 0, Sex.MALE, 1980)))
        .isZero();
  }
}
