package leakcensus.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.normalise.IdStep;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;
import leakcensus.person.Sex;
import leakcensus.person.SmallKey;
import leakcensus.person.SmallMention;
import leakcensus.person.SmallMention.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountMentionsTest {

  private static final long FIELDS = (1L << PersonField.COUNT) - 1;
  private static final int ALL = CountTable.ALL_SOURCES;

  private final CountTable expected = new CountTable();

  @Test
  void countsNothingOfNothing() {
    assertThat(count(List.of()).encode()).isEqualTo(expected.encode());
  }

  @ParameterizedTest(name = "seed {0}: {1} mentions of {2} sources")
  @CsvSource({"1, 1, 1", "2, 50, 2", "3, 50, 40", "4, 1000, 3", "5, 1000, 40"})
  void agreesWithARecountOverPlainCollections(long seed, int number, int sources) {
    List<SmallMention> mentions =
        SmallMention.random(new Random(seed), number, new Domain(sources, 30, 20, 20, 20, 5));

    mentions.forEach(this::recount);
    recountFrequencies(mentions, Measure.EXACT_FREQUENCY, SmallMention::exact);
    recountFrequencies(mentions, Measure.NORMALISED_FREQUENCY, SmallMention::content);

    assertThat(count(mentions).encode()).isEqualTo(expected.encode());
  }

  @Test
  void countsHowOftenRecordsRepeatBySourceAndInAll() {
    List<SmallMention> mentions =
        List.of(record(0, 7), record(0, 7), record(0, 8), record(1, 7), record(1, 9), record(2, 7));

    CountTable counts = count(mentions);

    assertThat(counts.bySecond(Measure.EXACT_FREQUENCY, ALL, 0))
        .containsExactly(Map.entry(1L, 2L), Map.entry(4L, 1L));
    assertThat(counts.bySecond(Measure.EXACT_FREQUENCY, 0, 0))
        .containsExactly(Map.entry(1L, 1L), Map.entry(2L, 1L));
    assertThat(counts.bySecond(Measure.EXACT_FREQUENCY, 1, 0)).containsExactly(Map.entry(1L, 2L));
    assertThat(counts.bySecond(Measure.EXACT_FREQUENCY, 2, 0)).containsExactly(Map.entry(1L, 1L));
  }

  /** Mentions that differ in one fact alone, in an order in which likes do not stand together. */
  @Test
  void keepsMentionsApartThatDifferInOneFact() {
    MentionBlock block = new MentionBlock(1);
    for (int round = 0; round < 3; round++) {
      plain(block);
      block.markLead(plain(block));
      int mapped = plain(block);
      block.markLead(mapped);
      block.markMapped(mapped);
      block.markOrganisation(plain(block));
      int withId = plain(block);
      block.setToken(withId, PersonField.NATIONAL_ID, 77);
      int checked = plain(block);
      block.setToken(checked, PersonField.NATIONAL_ID, 77);
      block.setFacts(checked, IdStep.VALID_18.ordinal(), 0, Sex.UNKNOWN, 0);
      int named = plain(block);
      block.setToken(named, PersonField.FULL_NAME, 5);
      block.setFacts(named, 0, 0, Sex.UNKNOWN, 1990);
    }

    CountTable counts = new CountMentions(block).count();

    assertThat(counts.at(Measure.MENTIONS, 0, 0)).isEqualTo(21);
    assertThat(counts.at(Measure.RECORDS, 0, 0)).isEqualTo(6);
    assertThat(counts.at(Measure.MAPPED_RECORDS, 0, 0)).isEqualTo(3);
    assertThat(counts.at(Measure.ORGANISATION_MENTIONS, 0, 0)).isEqualTo(3);
    assertThat(counts.at(Measure.UNATTRIBUTABLE_MENTIONS, 0, 0)).isEqualTo(15);
    assertThat(counts.at(Measure.ID_STEP_MENTIONS, 0, 0)).isEqualTo(3);
    assertThat(counts.at(Measure.ID_STEP_MENTIONS, 0, IdStep.VALID_18.ordinal())).isEqualTo(3);
  }

  private static int plain(MentionBlock block) {
    int row = block.append(0, 0, block.size(), 0);
    block.setFields(row, 1, 0);
    return row;
  }

  private void recount(SmallMention mention) {
    int source = mention.source();
    int id = mention.values().getOrDefault(PersonField.NATIONAL_ID, 0);
    expected.add(Measure.MENTIONS, source, mention.slot(), 1);
    for (int bit = 0; bit < 64; bit++) {
      expected.add(
          Measure.FIELD_PRESENT, source, mention.slot(), bit, mention.presence() >>> bit & 1);
      expected.add(
          Measure.FIELD_VALID, source, mention.slot(), bit, mention.validity() >>> bit & 1);
    }
    if (id != 0) {
      expected.add(Measure.ID_STEP_MENTIONS, source, mention.idStep(), 1);
      expected.add(Measure.ID_STEP_MENTIONS, ALL, mention.idStep(), 1);
    }
    if (!isSomebody(mention)) {
      expected.add(Measure.UNATTRIBUTABLE_MENTIONS, source, 0, 1);
    }
    if (mention.lead()) {
      expected.add(Measure.RECORDS, source, 0, 1);
      expected.add(Measure.MAPPED_RECORDS, source, 0, mention.mapped() ? 1 : 0);
      expected.add(Measure.COMBINATION_RECORDS, source, 0, mention.presence() & FIELDS, 1);
      expected.add(Measure.COMBINATION_RECORDS, ALL, 0, mention.presence() & FIELDS, 1);
    }
  }

  private static boolean isSomebody(SmallMention mention) {
    Map<PersonField, Integer> values = mention.values();
    return values.getOrDefault(PersonField.NATIONAL_ID, 0) > 0
        || values.getOrDefault(PersonField.EMAIL, 0) > 0
        || values.getOrDefault(PersonField.PHONE, 0) > 0
        || values.getOrDefault(PersonField.BIRTH_DATE, 0) > 0
            && (values.containsKey(PersonField.FULL_NAME)
                || values.containsKey(PersonField.GIVEN_NAME))
        || (values.getOrDefault(PersonField.ADDRESS, 0) > 0 || mention.birthYear() != 0)
            && values.containsKey(PersonField.FULL_NAME);
  }

  private void recountFrequencies(
      List<SmallMention> mentions, Measure measure, ToIntFunction<SmallMention> content) {
    Map<List<Integer>, Integer> repeats = new HashMap<>();
    for (SmallMention mention : mentions) {
      if (mention.lead()) {
        repeats.merge(List.of(mention.source(), content.applyAsInt(mention)), 1, Integer::sum);
        repeats.merge(List.of(ALL, content.applyAsInt(mention)), 1, Integer::sum);
      }
    }
    repeats.forEach((key, times) -> expected.add(measure, key.get(0), 0, times, 1));
  }

  private static CountTable count(List<SmallMention> mentions) {
    return new CountMentions(new SmallKey(1).block(mentions)).count();
  }

  private static SmallMention record(int source, int content) {
    SmallMention mention = SmallMention.of(content, Map.of(PersonField.PHONE, 1));
    return new SmallMention(
        source,
        0,
        content,
        0,
        true,
        true,
        0,
        0,
        mention.sex(),
        0,
        0,
        content,
        content,
        mention.values());
  }
}
