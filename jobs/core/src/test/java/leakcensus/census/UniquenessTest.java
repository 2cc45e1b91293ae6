package leakcensus.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.person.QuasiIdentifier;
import leakcensus.population.SmallCells;
import org.junit.jupiter.api.Test;

class UniquenessTest {

  private static final int ALL = CountTable.ALL_SOURCES;

  private final CountTable counts = new CountTable();

  @Test
  void countsPersonsByTheSizeOfTheirGroup() {
    groups(QuasiIdentifier.BIRTH_DATE_SEX, 1, 500);
    groups(QuasiIdentifier.BIRTH_DATE_SEX, 4, 30);
    groups(QuasiIdentifier.BIRTH_DATE_SEX, 5, 10);
    groups(QuasiIdentifier.BIRTH_DATE_SEX, 11, 2);

    Uniqueness row = rows().get(0);

    assertThat(row.persons()).hasValue(500 + 120 + 50 + 22);
    assertThat(row.unique()).hasValue(500);
    assertThat(row.inGroupsOf2To4()).hasValue(120);
    assertThat(row.inGroupsOf5To10()).hasValue(50);
    assertThat(row.inLargerGroups()).hasValue(22);
  }

  @Test
  void withholdsAFewUniquePersonsAndWhoWouldTellThem() {
    groups(QuasiIdentifier.BIRTH_DATE_SEX, 1, 3);
    groups(QuasiIdentifier.BIRTH_DATE_SEX, 3, 40);
    groups(QuasiIdentifier.BIRTH_DATE_SEX, 20, 10);

    Uniqueness row = rows().get(0);

    assertThat(row.persons()).hasValue(323);
    assertThat(row.unique()).isEmpty();
    assertThat(row.inGroupsOf2To4()).isEmpty();
    assertThat(row.inLargerGroups()).hasValue(200);
  }

  @Test
  void withholdsARowThatDiffersFromAnotherByFew() {
    groups(QuasiIdentifier.BIRTH_DATE_SEX, 1, 500);
    groups(QuasiIdentifier.BIRTH_DATE_SEX_REGION, 1, 493);
    groups(QuasiIdentifier.BIRTH_YEAR_SEX_REGION, 1, 600);
    counts.add(Measure.REGION_FREQUENCY, ALL, 33, 2, 600);
    counts.add(Measure.REGION_FREQUENCY, ALL, 0, 1, 5);
    assertThat(rows())
        .extracting(row -> row.persons().isPresent())
        .containsExactly(true, false, true);

    counts.add(Measure.REGION_FREQUENCY, ALL, 11, 1, 4);
    assertThat(rows())
        .extracting(row -> row.persons().isPresent())
        .containsExactly(true, false, false);
  }

  private void groups(QuasiIdentifier identifier, long size, long groups) {
    counts.add(Measure.ALIKE_FREQUENCY, ALL, identifier.ordinal(), size, groups);
  }

  private List<Uniqueness> rows() {
    return Uniqueness.of(counts, SmallCells.DEFAULT);
  }
}
