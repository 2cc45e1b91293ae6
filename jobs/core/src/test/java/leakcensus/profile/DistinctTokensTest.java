package leakcensus.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import leakcensus.block.Bucket;
import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.normalise.IdStep;
import leakcensus.person.PersonField;
import leakcensus.person.Sex;
import leakcensus.person.SmallKey;
import leakcensus.person.SmallMention;
import leakcensus.person.SmallMention.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistinctTokensTest {

  private static final int ALL = CountTable.ALL_SOURCES;
  private static final Set<PersonField> REPEATING =
      Set.of(PersonField.NATIONAL_ID, PersonField.PHONE, PersonField.EMAIL, PersonField.ADDRESS);

  private final SmallKey key = new SmallKey(1);

  @Test
  void countsNothingOfNothing() {
    assertThat(DistinctTokens.count(DistinctTokens.table()).encode())
        .isEqualTo(new CountTable().encode());
  }

  @ParameterizedTest(name = "seed {0}: {1} mentions of {2} sources in {3} parts")
  @CsvSource({"1, 1, 1, 1", "2, 50, 2, 3", "3, 500, 40, 5", "4, 2000, 3, 7"})
  void agreesWithARecountOverPlainCollections(long seed, int number, int sources, int parts) {
    List<SmallMention> mentions =
        SmallMention.randomWithSeveral(
            new Random(seed), number, new Domain(sources, 300, 200, 200, 90, 9));
    Set<List<Object>> seen = new HashSet<>();
    CountTable expected = new CountTable();
    Map<List<Object>, Long> repeats = new HashMap<>();
    for (SmallMention mention : mentions) {
      List<Map.Entry<PersonField, Integer>> held = new ArrayList<>(mention.values().entrySet());
      mention
          .further()
          .forEach((field, values) -> values.forEach(value -> held.add(Map.entry(field, value))));
      for (Map.Entry<PersonField, Integer> value : held) {
        int step = SmallMention.idStep(value.getValue()).ordinal();
        recount(seen, mention.source(), step, value, expected);
        recount(seen, ALL, step, value, expected);
        repeats.merge(List.of(value.getKey(), value.getValue()), 1L, Long::sum);
      }
    }
    repeats.forEach(
        (value, times) -> {
          PersonField field = (PersonField) value.get(0);
          if (REPEATING.contains(field)) {
            expected.add(Measure.VALUE_FREQUENCY, ALL, field.ordinal(), times, 1);
          }
        });

    LongTable[] buckets = new LongTable[3];
    Arrays.setAll(buckets, bucket -> DistinctTokens.table());
    for (int part = 0; part < parts; part++) {
      int from = number * part / parts;
      int to = number * (part + 1) / parts;
      LongTable listed = DistinctTokens.list(key.block(mentions.subList(from, to)));
      for (int row = 0; row < listed.size(); row++) {
        int bucket = Bucket.of(listed.at(row, DistinctTokens.TOKEN), buckets.length);
        buckets[bucket].appendEncoded(listed.encode(new int[] {row}, 0, 1));
      }
    }
    CountTable counted = new CountTable();
    for (LongTable bucket : buckets) {
      counted.addAll(DistinctTokens.count(bucket));
    }

    assertThat(counted.encode()).isEqualTo(expected.encode());
  }

  @Test
  void listsOnceWhatNeighboursShareHoweverManyTokensThereAre() {
    List<SmallMention> mentions = new ArrayList<>();
    for (int person = 0; person < 20_000; person++) {
      mentions.add(inSource(0, person, 0));
      mentions.add(inSource(1, person, 0));
    }

    LongTable listed = DistinctTokens.list(key.block(mentions));

    assertThat(listed.size()).isEqualTo(20_000);
    CountTable counts = DistinctTokens.count(listed);
    int id = PersonField.NATIONAL_ID.ordinal();
    assertThat(counts.at(Measure.FIELD_DISTINCT, ALL, id)).isEqualTo(20_000);
    assertThat(counts.at(Measure.VALUE_FREQUENCY, ALL, id, 2)).isEqualTo(20_000);
  }

  @Test
  void listsEachTokenOfAPartOnceWithItsSources() {
    List<SmallMention> mentions =
        List.of(inSource(3, 7, 0), inSource(0, 7, 0), inSource(3, 7, 0), inSource(3, 8, 0));

    LongTable listed = DistinctTokens.list(key.block(mentions));

    assertThat(listed.size()).isEqualTo(2);
    for (int row = 0; row < 2; row++) {
      boolean seven = listed.at(row, DistinctTokens.TOKEN) == key.token(PersonField.NATIONAL_ID, 7);
      assertThat(listed.at(row, DistinctTokens.SOURCES)).isEqualTo(seven ? 0b1001 : 0b1000);
    }
  }

  @Test
  void leavesOutComposedNamesWhichNoColumnHolds() {
    SmallMention composed = SmallMention.of(1, Map.of(PersonField.SURNAME, 4));
    var block = key.block(List.of(composed));
    block.setToken(0, PersonField.FULL_NAME, key.token(PersonField.FULL_NAME, 9));

    CountTable counts = DistinctTokens.count(DistinctTokens.list(block));

    assertThat(counts.at(Measure.FIELD_DISTINCT, 0, PersonField.FULL_NAME.ordinal())).isZero();
    assertThat(counts.at(Measure.FIELD_DISTINCT, 0, PersonField.SURNAME.ordinal())).isEqualTo(1);
  }

  @Test
  void countsAnIdOnceThoughTwoSourcesJudgeItByDifferentRules() {
    List<SmallMention> mentions =
        List.of(
            inSource(0, 7, IdStep.VALID_18.ordinal()),
            inSource(1, 7, IdStep.NOT_AN_ID_SHAPE.ordinal()));

    CountTable counts = DistinctTokens.count(DistinctTokens.list(key.block(mentions)));

    int field = PersonField.NATIONAL_ID.ordinal();
    assertThat(counts.at(Measure.FIELD_DISTINCT, ALL, field)).isEqualTo(1);
    assertThat(counts.at(Measure.FIELD_DISTINCT, 0, field)).isEqualTo(1);
    assertThat(counts.at(Measure.FIELD_DISTINCT, 1, field)).isEqualTo(1);
    assertThat(counts.byFirst(Measure.ID_STEP_DISTINCT, 0))
        .containsExactly(Map.entry((long) IdStep.VALID_18.ordinal(), 1L));
    assertThat(counts.byFirst(Measure.ID_STEP_DISTINCT, 1))
        .containsExactly(Map.entry((long) IdStep.NOT_AN_ID_SHAPE.ordinal(), 1L));
  }

  private static void recount(
      Set<List<Object>> seen,
      int source,
      int idStep,
      Map.Entry<PersonField, Integer> value,
      CountTable expected) {
    PersonField field = value.getKey();
    if (seen.add(List.of(source, field, value.getValue()))) {
      expected.add(Measure.FIELD_DISTINCT, source, field.ordinal(), 1);
      if (field == PersonField.NATIONAL_ID) {
        expected.add(Measure.ID_STEP_DISTINCT, source, idStep, 1);
      }
    }
  }

  private static SmallMention inSource(int source, int id, int idStep) {
    return new SmallMention(
        source,
        0,
        1,
        0,
        true,
        true,
        idStep,
        0,
        Sex.UNKNOWN,
        0,
        0,
        1,
        1,
        Map.of(PersonField.NATIONAL_ID, id));
  }
}
