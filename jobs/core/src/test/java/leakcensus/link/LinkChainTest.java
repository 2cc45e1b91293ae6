package leakcensus.link;

import static leakcensus.person.PersonField.ADDRESS;
import static leakcensus.person.PersonField.BIRTH_DATE;
import static leakcensus.person.PersonField.EMAIL;
import static leakcensus.person.PersonField.FULL_NAME;
import static leakcensus.person.PersonField.NATIONAL_ID;
import static leakcensus.person.PersonField.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.person.PersonField;
import leakcensus.person.PersonRows;
import leakcensus.person.SmallKey;
import leakcensus.person.SmallMention;
import leakcensus.person.SmallMention.Domain;
import leakcensus.profile.AlikePersons;
import leakcensus.profile.CountMentions;
import leakcensus.profile.CountPersons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The linkage from mentions to persons, all its classes together. */
class LinkChainTest {

  private static final TrustSettings TRUST = new TrustSettings(ResolveMethod.IDENTIFIERS, 100, 3);

  @Test
  void joinsMentionsOfOneNationalIdWhateverElseTheySay() {
    assertThat(
            persons(
                List.of(
                    Map.of(NATIONAL_ID, 1, FULL_NAME, 1, BIRTH_DATE, 1),
                    Map.of(NATIONAL_ID, 1, FULL_NAME, 2, BIRTH_DATE, 2),
                    Map.of(NATIONAL_ID, 2, FULL_NAME, 1, BIRTH_DATE, 1))))
        .containsExactly(0L, 0L, 2L);
  }

  @Test
  void doesNotJoinByANationalIdThatBreaksItsRule() {
    assertThat(
            persons(
                List.of(
                    Map.of(NATIONAL_ID, -1, FULL_NAME, 1, BIRTH_DATE, 1),
                    Map.of(NATIONAL_ID, -1, FULL_NAME, 2, BIRTH_DATE, 1))))
        .containsExactly(0L, 1L);
  }

  @Test
  void joinsThePhoneOfAFamilyUnderTheSameNameOnly() {
    assertThat(
            persons(
                List.of(
                    Map.of(PHONE, 1, FULL_NAME, 1),
                    Map.of(PHONE, 1, FULL_NAME, 2),
                    Map.of(PHONE, 1, FULL_NAME, 1, NATIONAL_ID, 7),
                    Map.of(PHONE, 1))))
        .containsExactly(0L, 1L, 0L, 3L);
  }

  @Test
  void joinsAPhoneOfOneNameToMentionsWithoutAName() {
    assertThat(
            persons(
                List.of(
                    Map.of(PHONE, 1, FULL_NAME, 1),
                    Map.of(PHONE, 1),
                    Map.of(PHONE, 1, NATIONAL_ID, 7))))
        .containsExactly(0L, 0L, 0L);
  }

  @Test
  void doesNotJoinTwoBirthDatesByAPhoneOrEmail() {
    assertThat(
            persons(
                List.of(
                    Map.of(PHONE, 1, FULL_NAME, 1, BIRTH_DATE, 1),
                    Map.of(PHONE, 1, FULL_NAME, 1, BIRTH_DATE, 2),
                    Map.of(EMAIL, 1, FULL_NAME, 3, BIRTH_DATE, 1),
                    Map.of(EMAIL, 1, FULL_NAME, 3, BIRTH_DATE, 2))))
        .containsExactly(0L, 1L, 2L, 3L);
  }

  @Test
  void takesEmailsBeforePhones() {
    // By e-mail 0 and 1 are one person; the phone would add the other id and is dropped.
    assertThat(
            persons(
                List.of(
                    Map.of(NATIONAL_ID, 1, EMAIL, 1),
                    Map.of(EMAIL, 1, PHONE, 1),
                    Map.of(NATIONAL_ID, 2, PHONE, 1))))
        .containsExactly(0L, 0L, 2L);
  }

  @Test
  void refusesAChainOfOneKindBetweenTwoNationalIdsAsAWhole() {
    // id 1 - phone 1 - unnamed mention - phone 2 - id 2: each phone alone agrees
    List<Map<PersonField, Integer>> chain =
        List.of(
            Map.of(NATIONAL_ID, 1, PHONE, 1),
            Map.of(EMAIL, 5, PHONE, 1),
            Map.of(EMAIL, 5, PHONE, 2),
            Map.of(NATIONAL_ID, 2, PHONE, 2));

    LinkChain linked = link(mentions(chain), 1, TRUST, 1);

    // Mentions 1 and 2 share a node (e-mail 5, no name, no birth date) and keep it.
    assertThat(linked.partition().values()).containsExactly(0L, 1L, 1L, 3L);
    assertThat(joins(linked, NodeKind.PHONE, LinkOutcome.JOINED)).isEqualTo(2);
    assertThat(joins(linked, NodeKind.PHONE, LinkOutcome.REFUSED_CHAIN)).isEqualTo(2);
  }

  @Test
  void keepsWhatTheStrongerKindJoinedWhereTheWeakerIsRefused() {
    assertThat(
            persons(
                List.of(
                    Map.of(NATIONAL_ID, 1, EMAIL, 1),
                    Map.of(EMAIL, 1, PHONE, 1, FULL_NAME, 4),
                    Map.of(PHONE, 1, FULL_NAME, 4, ADDRESS, 1),
                    Map.of(PHONE, 1, FULL_NAME, 4, NATIONAL_ID, 2),
                    Map.of(PHONE, 9, FULL_NAME, 5),
                    Map.of(PHONE, 9, NATIONAL_ID, 3))))
        .containsExactly(0L, 0L, 2L, 3L, 4L, 4L);
  }

  @Test
  void letsANationalIdOfTooManyNamesFallApart() {
    List<Map<PersonField, Integer>> named = new ArrayList<>();
    for (int name = 1; name <= 4; name++) {
      named.add(Map.of(NATIONAL_ID, 1, FULL_NAME, name));
      named.add(Map.of(NATIONAL_ID, 1, FULL_NAME, name));
    }

    assertThat(link(mentions(named.subList(0, 6)), 1, TRUST, 1).partition().values())
        .containsExactly(0L, 0L, 0L, 0L, 0L, 0L);
    assertThat(link(mentions(named), 1, TRUST, 1).partition().values())
        .containsExactly(0L, 0L, 2L, 2L, 4L, 4L, 6L, 6L);
  }

  @Test
  void letsANationalIdOfTooManyMentionsFallApart() {
    List<Map<PersonField, Integer>> same =
        new ArrayList<>(Collections.nCopies(5, Map.of(NATIONAL_ID, 1, FULL_NAME, 1)));
    TrustSettings five = new TrustSettings(ResolveMethod.IDENTIFIERS, 5, 3);

    assertThat(link(mentions(same), 1, five, 1).partition().values()).containsOnly(0L);
    same.add(Map.of(NATIONAL_ID, 1, FULL_NAME, 1, ADDRESS, 3));
    assertThat(link(mentions(same), 1, five, 1).partition().values())
        .containsExactly(0L, 0L, 0L, 0L, 0L, 5L);
  }

  @Test
  void stillJoinsMentionsOfAJunkIdByTheirPhones() {
    List<Map<PersonField, Integer>> named = new ArrayList<>();
    for (int name = 1; name <= 4; name++) {
      named.add(Map.of(NATIONAL_ID, 1, FULL_NAME, name, PHONE, name));
    }
    named.add(Map.of(NATIONAL_ID, 2, FULL_NAME, 4, PHONE, 4));

    assertThat(link(mentions(named), 1, TRUST, 1).partition().values())
        .containsExactly(0L, 1L, 2L, 3L, 3L);
  }

  @Test
  void refusesThePhoneOfASwitchboard() {
    List<Map<PersonField, Integer>> calls = new ArrayList<>();
    for (int id = 1; id <= 3; id++) {
      calls.add(Map.of(PHONE, 1, FULL_NAME, 1, ADDRESS, id));
      calls.add(Map.of(PHONE, 1, FULL_NAME, 1, EMAIL, id));
    }
    LinkChain trusted =
        link(mentions(calls), 1, new TrustSettings(ResolveMethod.IDENTIFIERS, 6, 3), 1);
    LinkChain refused =
        link(mentions(calls), 1, new TrustSettings(ResolveMethod.IDENTIFIERS, 5, 3), 1);

    assertThat(trusted.partition().values()).containsOnly(0L);
    assertThat(refused.partition().values()).containsExactly(0L, 1L, 0L, 3L, 0L, 5L);
    assertThat(
            refused
                .counts()
                .at(
                    Measure.LINK_MENTIONS,
                    CountTable.ALL_SOURCES,
                    NodeKind.PHONE.ordinal(),
                    LinkOutcome.REFUSED_SHARED.ordinal()))
        .isEqualTo(6);
  }

  @Test
  void keepsThinMentionsApartAndOutOfTheCount() {
    List<SmallMention> thin =
        mentions(
            List.of(
                Map.of(FULL_NAME, 1),
                Map.of(FULL_NAME, 1),
                Map.of(ADDRESS, 1),
                Map.of(),
                Map.of(PHONE, -3, FULL_NAME, 1),
                Map.of(FULL_NAME, 1, BIRTH_DATE, -1),
                Map.of(FULL_NAME, 1, BIRTH_DATE, 1)));

    LinkChain linked = link(thin, 1, TRUST, 1);

    assertThat(linked.partition().values()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    LongTable persons = linked.persons().get(0);
    long attributable = 0;
    for (int row = 0; row < persons.size(); row++) {
      attributable += PersonRows.isAttributable(persons.at(row, PersonRows.FACTS)) ? 1 : 0;
    }
    assertThat(attributable).isEqualTo(1);
    assertThat(
            new CountMentions(new SmallKey(1).block(thin))
                .count()
                .at(Measure.UNATTRIBUTABLE_MENTIONS, 0, 0))
        .isEqualTo(6);
  }

  @ParameterizedTest(name = "seed {0}: {1} mentions")
  @CsvSource({
    "1, 60",
    "2, 60",
    "3, 60",
    "4, 60",
    "5, 200",
    "6, 200",
    "7, 200",
    "8, 200",
    "9, 1500",
    "10, 1500",
    "11, 1500",
    "12, 4000"
  })
  void agreesWithTheRulesOverPlainCollections(long seed, int number) {
    for (TrustSettings trust :
        List.of(
            TRUST,
            new TrustSettings(ResolveMethod.IDENTIFIERS, 4, 2),
            new TrustSettings(ResolveMethod.IDENTIFIERS, 1, 1))) {
      List<SmallMention> mentions = random(seed, number);

      LinkChain linked = link(mentions, seed, trust, 1);
      PlainLinkage expected = new PlainLinkage(mentions, trust);

      assertThat(linked.partition()).isEqualTo(expected.partition());
      assertThat(linked.personRows()).isEqualTo(expected.personRows());
    }
  }

  @ParameterizedTest(name = "seed {0}: {1} mentions")
  @CsvSource({
    "31, 40",
    "32, 40",
    "33, 60",
    "34, 60",
    "35, 200",
    "36, 200",
    "37, 1500",
    "38, 1500",
    "39, 4000"
  })
  void agreesWithTheRulesOverPlainCollectionsWhereMentionsHaveSeveralValues(long seed, int number) {
    for (TrustSettings trust :
        List.of(
            TRUST,
            new TrustSettings(ResolveMethod.IDENTIFIERS, 4, 2),
            new TrustSettings(ResolveMethod.IDENTIFIERS, 1, 1))) {
      List<SmallMention> mentions =
          SmallMention.randomWithSeveral(new Random(seed), number, domain(number));

      LinkChain linked = link(mentions, seed, trust, 5);
      PlainLinkage expected = new PlainLinkage(mentions, trust);

      assertThat(linked.partition()).isEqualTo(expected.partition());
      assertThat(linked.personRows()).isEqualTo(expected.personRows());
    }
  }

  @ParameterizedTest(name = "seed {0}: {1} by {2}")
  @CsvSource({"41, 300, PHONE", "42, 300, EMAIL", "43, 300, NATIONAL_ID", "44, 2000, PHONE"})
  void joinsWhoeverSharesAnyOfTheirValuesAsSetsDo(long seed, int number, PersonField field) {
    Random random = new Random(seed);
    List<Set<Integer>> values = new ArrayList<>();
    for (int mention = 0; mention < number; mention++) {
      Set<Integer> own = new TreeSet<>();
      for (int value = 0; value < 1 + random.nextInt(3); value++) {
        own.add(1 + random.nextInt(2 * number));
      }
      values.add(own);
    }
    int[] sets = new int[number];
    Arrays.setAll(sets, mention -> mention);
    for (int mention = 0; mention < number; mention++) {
      for (int other = 0; other < mention; other++) {
        if (!Collections.disjoint(values.get(mention), values.get(other))) {
          int from = Math.max(sets[mention], sets[other]);
          int to = Math.min(sets[mention], sets[other]);
          Arrays.setAll(sets, each -> sets[each] == from ? to : sets[each]);
        }
      }
    }

    for (int rotation = 0; rotation < 3; rotation++) {
      List<SmallMention> mentions = new ArrayList<>();
      for (Set<Integer> own : values) {
        List<Integer> rotated = new ArrayList<>(own);
        Collections.rotate(rotated, rotation);
        mentions.add(
            SmallMention.of(mentions.size(), Map.of(field, rotated.get(0)))
                .with(Map.of(field, Set.copyOf(rotated.subList(1, rotated.size())))));
      }
      TrustSettings trusting = new TrustSettings(ResolveMethod.IDENTIFIERS, number, number);

      assertThat(link(mentions, seed, trusting, 3).partition().values())
          .as("rotated by %d", rotation)
          .containsExactlyElementsOf(Arrays.stream(sets).asLongStream().boxed().toList());
    }
    assertThat(Arrays.stream(sets).distinct().count())
        .as("a test that joins nothing, or all, proves nothing")
        .isBetween(number / 10L, number * 9L / 10);
  }

  @Test
  void joinsTwoNationalIdsThatOneMentionHolds() {
    List<SmallMention> mentions =
        List.of(
            SmallMention.of(0, Map.of(NATIONAL_ID, 1, FULL_NAME, 1, EMAIL, 4)),
            SmallMention.of(1, Map.of(NATIONAL_ID, 1, FULL_NAME, 1))
                .with(Map.of(NATIONAL_ID, Set.of(2))),
            SmallMention.of(2, Map.of(NATIONAL_ID, 2, FULL_NAME, 1, PHONE, 5)),
            SmallMention.of(3, Map.of(EMAIL, 4, PHONE, 5)),
            SmallMention.of(4, Map.of(NATIONAL_ID, 2, FULL_NAME, 9)),
            SmallMention.of(5, Map.of(NATIONAL_ID, 3, FULL_NAME, 1, EMAIL, 4)));

    LinkChain linked = link(mentions, 1, TRUST, 1);

    // Mention 5 is another person for its own id; e-mail 4 is of two ids, so it joins nobody.
    assertThat(linked.partition().values()).containsExactly(0L, 0L, 0L, 0L, 0L, 5L);
    assertThat(joins(linked, NodeKind.NATIONAL_ID, LinkOutcome.JOINED_BY_NAME)).isEqualTo(1);
  }

  @ParameterizedTest(name = "seed {0}")
  @CsvSource({"21, 300", "22, 300", "23, 300", "24, 2000", "25, 2000", "26, 2000"})
  void dependsNeitherOnTheKeyNorOnTheOrderNorOnTheBuckets(long seed, int number) {
    TrustSettings trust = new TrustSettings(ResolveMethod.IDENTIFIERS, 8, 3);
    List<SmallMention> mentions =
        seed % 2 == 0
            ? random(seed, number)
            : SmallMention.randomWithSeveral(new Random(seed), number, domain(number));
    List<SmallMention> shuffled = new ArrayList<>(mentions);
    Collections.shuffle(shuffled, new Random(seed));
    LinkChain expected = link(mentions, 1, trust, 1);

    for (LinkChain other :
        List.of(
            link(shuffled, 1, trust, 1),
            link(mentions, 2, trust, 1),
            link(mentions, 1, trust, 7),
            link(shuffled, 3, trust, 200))) {
      assertThat(other.partition()).isEqualTo(expected.partition());
      assertThat(other.personRows()).isEqualTo(expected.personRows());
      assertThat(other.counts().encode()).isEqualTo(expected.counts().encode());
      assertThat(personCounts(other, number)).isEqualTo(personCounts(expected, number));
    }
    assertThat(new CountMentions(new SmallKey(2).block(shuffled)).count().encode())
        .isEqualTo(new CountMentions(new SmallKey(1).block(mentions)).count().encode());
    assertThat(new HashSet<>(expected.partition().values()))
        .as("a test that joins nothing proves nothing")
        .hasSizeLessThan(number * 9 / 10)
        .hasSizeGreaterThan(number / 20);
  }

  private static byte[] personCounts(LinkChain linked, int extent) {
    CountTable sum = new CountTable();
    LongTable alike = AlikePersons.table(0);
    for (LongTable persons : linked.persons()) {
      CountPersons counting = new CountPersons(new long[] {extent, extent});
      counting.count(persons);
      sum.addAll(counting.counts());
      alike.appendAll(counting.alike());
    }
    sum.addAll(AlikePersons.count(alike));
    return sum.encode();
  }

  private static List<Long> persons(List<Map<PersonField, Integer>> values) {
    List<SmallMention> mentions = mentions(values);
    List<Long> persons = List.copyOf(link(mentions, 1, TRUST, 1).partition().values());
    assertThat(new PlainLinkage(mentions, TRUST).partition().values())
        .containsExactlyElementsOf(persons);
    return persons;
  }

  private static List<SmallMention> mentions(List<Map<PersonField, Integer>> values) {
    List<SmallMention> mentions = new ArrayList<>();
    for (Map<PersonField, Integer> each : values) {
      mentions.add(SmallMention.of(mentions.size(), each));
    }
    return mentions;
  }

  private static List<SmallMention> random(long seed, int number) {
    return SmallMention.random(new Random(seed), number, domain(number));
  }

  private static Domain domain(int number) {
    return new Domain(3, number / 3 + 1, number / 4 + 1, number / 4 + 1, number / 8 + 1, 12);
  }

  private static LinkChain link(
      List<SmallMention> mentions, long key, TrustSettings trust, int buckets) {
    return LinkChain.run(mentions, new SmallKey(key), trust, buckets);
  }

  private static long joins(LinkChain linked, NodeKind kind, LinkOutcome outcome) {
    return linked
        .counts()
        .at(Measure.LINK_JOINS, CountTable.ALL_SOURCES, kind.ordinal(), outcome.ordinal());
  }
}
