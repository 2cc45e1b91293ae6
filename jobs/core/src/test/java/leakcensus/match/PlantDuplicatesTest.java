package leakcensus.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import leakcensus.compare.AgreementLevel;
import leakcensus.compare.AgreementPattern;
import leakcensus.compare.BlockingRule;
import leakcensus.compare.ComparisonField;
import leakcensus.compare.DeriveSignature;
import leakcensus.compare.Signature;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.person.PersonField;
import leakcensus.pseudonym.TokenKey;
import org.junit.jupiter.api.Test;

class PlantDuplicatesTest {

  private static final List<Map<PersonField, String>> PEOPLE = new MadeUpPeople(5).mentions();

  @Test
  void findsAndJoinsMostCopiesOfMadeUpPeople() {
    LinkInMemory linked = LinkInMemory.run(PEOPLE, 1, new MatchSettings(100, 400, 2_500), 2);
    MatchFindings findings = linked.findings().checked(linked.signatures());
    CountTable counts = planted(PEOPLE, 1, 1);

    PlantedMatches one = PlantedMatches.of(counts, 1, findings);
    PlantedMatches two = PlantedMatches.of(counts, 2, findings);

    assertThat(one.pairs()).isEqualTo(PEOPLE.size());
    assertThat(one.foundPairs()).isGreaterThan((long) (0.98 * one.pairs()));
    assertThat(one.joinedPairs())
        .isGreaterThan((long) (0.95 * one.pairs()))
        .isLessThanOrEqualTo(one.foundPairs());
    assertThat(two.pairs()).isBetween((long) (0.9 * one.pairs()), one.pairs());
    assertThat(two.joinedPairs()).isLessThan(one.joinedPairs()).isPositive();
  }

  @Test
  void countsWhatBlockingFindsByRule() {
    // A phone alone slips in a digit, and has no other key.
    CountTable counts = planted(List.of(Map.of(PersonField.PHONE, "+8613800138000")), 1, 1);
    MatchFindings findings = findings();

    assertThat(PlantedMatches.of(counts, 1, findings)).isEqualTo(new PlantedMatches(1, 1, 0, 0));
    assertThat(PlantedMatches.of(counts, 2, findings)).isEqualTo(new PlantedMatches(2, 0, 0, 0));

    // Of a phone and an e-mail one slips, and the other is the key; that two slips have none.
    List<Map<PersonField, String>> both =
        List.of(Map.of(PersonField.PHONE, "+8613800138000", PersonField.EMAIL, "a@b.example"));
    CountTable more = planted(both, 1, 1);
    assertThat(PlantedMatches.of(more, 1, findings).foundPairs()).isEqualTo(1);
    assertThat(
            PlantedMatches.foundPairs(more, 1, BlockingRule.PHONE)
                + PlantedMatches.foundPairs(more, 1, BlockingRule.EMAIL))
        .isEqualTo(1);
    assertThat(PlantedMatches.foundPairs(more, 1, BlockingRule.NATIONAL_ID)).isZero();
  }

  @Test
  void countsTheSameUnderEveryKeyAndInParts() {
    CountTable parts = planted(PEOPLE.subList(0, 100), 1, 1);
    parts.addAll(planted(PEOPLE.subList(100, PEOPLE.size()), 1, 1));

    assertThat(planted(PEOPLE, 2, 1).encode()).isEqualTo(parts.encode());
  }

  @Test
  void copiesTheShareItIsAskedFor() {
    CountTable tenth = planted(PEOPLE, 1, 0.1);

    long pairs = PlantedMatches.of(tenth, 1, findings()).pairs();
    assertThat(pairs).isBetween(PEOPLE.size() / 20L, PEOPLE.size() / 5L);
    assertThat(planted(PEOPLE, 1, 0).encode()).isEqualTo(new CountTable().encode());
    assertThatThrownBy(() -> planted(PEOPLE, 1, 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid planted ratio: 1.5 (must be a ratio inside [0, 1])");
  }

  @Test
  void keepsTheWholeOfAPattern() {
    ComparisonField last = ComparisonField.at(ComparisonField.COUNT - 1);
    CountTable counts = new CountTable();

    PlantedMatches.add(1, AgreementPattern.with(0, last, AgreementLevel.DIFFERENT), 1, counts);
    PlantedMatches.add(1, 0, 1, counts);

    // The model holds one person likely where the last field differs, and unlikely else.
    assertThat(PlantedMatches.of(counts, 1, findings())).isEqualTo(new PlantedMatches(1, 2, 2, 1));
    assertThat(counts.at(Measure.PLANTED_RULE_PAIRS, CountTable.ALL_SOURCES, 1, 0)).isEqualTo(2);
  }

  @Test
  void takesEqualValuesForAsCommonAsTheSampleHasThem() {
    List<Map<PersonField, String>> born =
        PEOPLE.stream().filter(each -> each.containsKey(PersonField.BIRTH_DATE)).toList();
    List<Signature> sample = LinkInMemory.posted(born.subList(0, 3), 1, 1);
    int date = ComparisonField.BIRTH_DATE.ordinal();
    List<Signature> counted =
        List.of(
            sample.get(0).counted(Signature.withBand(0, date, 1), new long[0]),
            sample.get(1).counted(Signature.withBand(0, date, 7), new long[0]),
            sample.get(2).counted(Signature.withBand(0, date, 3), new long[0]));
    assertThat(counted).allMatch(signature -> signature.isPresent(date));

    TypicalBands bands = TypicalBands.of(counted);

    long rare = AgreementPattern.with(0, ComparisonField.BIRTH_DATE, AgreementLevel.EXACT);
    long near = AgreementPattern.with(0, ComparisonField.BIRTH_DATE, AgreementLevel.NEAR);
    assertThat(AgreementPattern.level(bands.of(rare), date)).isEqualTo(AgreementLevel.EXACT + 3);
    assertThat(bands.of(near)).isEqualTo(near);
    assertThat(TypicalBands.of(List.of()).of(rare)).isEqualTo(rare);
  }

  private static CountTable planted(
      List<Map<PersonField, String>> mentions, int key, double ratio) {
    byte[] secret = new byte[16];
    Arrays.fill(secret, (byte) key);
    DeriveSignature deriver = new DeriveSignature(TokenKey.of(secret));
    PlantDuplicates planting = new PlantDuplicates(deriver, ratio);
    for (Map<PersonField, String> mention : mentions) {
      String[] normals = new String[PersonField.COUNT];
      Arrays.setAll(normals, field -> mention.getOrDefault(PersonField.at(field), ""));
      Signature original = deriver.derive(normals, 0);
      if (planting.wants(original)) {
        planting.plant(original, normals, 0);
      }
    }
    CountTable counts = planting.takeCounts();
    assertThat(planting.takeCounts().encode()).isEqualTo(new CountTable().encode());
    return counts;
  }

  /** A model by which two whose last field differs are one person, and nobody else. */
  private static MatchFindings findings() {
    double[] classes = new double[PairClass.COUNT];
    Arrays.fill(classes, 1.0 / PairClass.COUNT);
    double[][][] levels = new double[PairClass.COUNT][ComparisonField.COUNT][AgreementLevel.COUNT];
    for (double[][] ofClass : levels) {
      for (double[] ofField : ofClass) {
        Arrays.fill(ofField, 1.0 / AgreementLevel.COUNT);
      }
    }
    for (int same = 0; same < PairClass.SAME_COUNT; same++) {
      levels[same][ComparisonField.COUNT - 1][AgreementLevel.DIFFERENT] = 0.99;
    }
    return new MatchFindings(new MatchModel(classes, levels, 10), 5, new PairTally());
  }
}
