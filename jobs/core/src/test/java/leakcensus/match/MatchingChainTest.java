package leakcensus.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import leakcensus.block.LongTable;
import leakcensus.compare.AgreementLevel;
import leakcensus.compare.BlockingRule;
import leakcensus.compare.CompareSignatures;
import leakcensus.compare.ComparisonField;
import leakcensus.compare.Signature;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.estimate.LinkageBounds;
import leakcensus.link.LinkOutcome;
import leakcensus.link.Node;
import leakcensus.link.NodeKind;
import leakcensus.person.PersonField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingChainTest {

  private static final MatchSettings SETTINGS = new MatchSettings(100, 400, 2_500);
  private static final int ALL = CountTable.ALL_SOURCES;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void countsMadeUpPeopleWithinItsInterval(long seed) {
    assertCounted(seed);
  }

  @Tag("long")
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {4, 5, 6})
  void countsMoreMadeUpPeopleWithinItsInterval(long seed) {
    assertCounted(seed);
  }

  private static void assertCounted(long seed) {
    MadeUpPeople people = new MadeUpPeople(seed);

    LinkInMemory linked = LinkInMemory.run(people.mentions(), 1, SETTINGS, 4);

    LinkageBounds bounds = linked.bounds();
    assertThat(people.personCount()).isBetween(300, 600);
    assertThat((long) people.personCount()).isBetween(bounds.lowerPersons(), bounds.upperPersons());
    assertThat((double) bounds.persons()).isCloseTo(people.personCount(), withinPercentage(3));
    assertThat(bounds.upperPersons() - bounds.lowerPersons()).isLessThan(people.personCount() / 5);
    assertPairs(linked.partition(), people.persons(), 0.99, 0.9);
  }

  @Test
  void isNotFooledByADefaultDateThatAThousandHold() {
    String date = "1900-01-01";
    MadeUpPeople people = new MadeUpPeople(7, 350);
    List<Map<PersonField, String>> mentions = people.withDefaultDate(date, 0.7);

    LinkInMemory linked = LinkInMemory.run(mentions, 1, SETTINGS, 4);

    assertThat(mentions.stream().filter(each -> date.equals(each.get(PersonField.BIRTH_DATE))))
        .hasSizeGreaterThan(1_000);
    assertPairs(linked.partition(), people.persons(), 0.99, 0.8);
    assertThat((double) linked.bounds().persons())
        .isCloseTo(people.personCount(), withinPercentage(4));
  }

  @Test
  void doesNotBelieveAnIdOfADozenStrangers() {
    MadeUpPeople people = new MadeUpPeople(1);

    LinkInMemory linked = LinkInMemory.run(people.mentions(), 1, SETTINGS, 4);

    int kind = NodeKind.NATIONAL_ID.ordinal();
    int refused = LinkOutcome.REFUSED_SHARED.ordinal();
    assertThat(linked.counts().at(Measure.LINK_IDENTIFIERS, ALL, kind, refused)).isEqualTo(1);
    assertThat(linked.counts().at(Measure.LINK_MENTIONS, ALL, kind, refused)).isEqualTo(12);
    List<Integer> partition = linked.partition();
    assertThat(new HashSet<>(partition.subList(partition.size() - 12, partition.size())))
        .hasSize(12);
  }

  @ParameterizedTest(name = "key {0}, {1} buckets")
  @CsvSource({"2, 4", "1, 1", "1, 2", "7, 50", "1, 3"})
  void findsTheSameUnderEveryKeyAndInAnyNumberOfBuckets(int key, int buckets) {
    List<Map<PersonField, String>> mentions = new MadeUpPeople(3).mentions();
    LinkInMemory expected = LinkInMemory.run(mentions, 1, SETTINGS, 4);

    LinkInMemory linked = LinkInMemory.run(mentions, key, SETTINGS, buckets);

    assertThat(linked.partition()).isEqualTo(expected.partition());
    assertThat(linked.bounds()).isEqualTo(expected.bounds());
    assertThat(linked.findings().model().expectedSamePairs())
        .isEqualTo(expected.findings().model().expectedSamePairs());
    assertThat(linked.counts().encode()).isEqualTo(expected.counts().encode());
  }

  @ParameterizedTest(name = "{0} a key at most, {1} buckets")
  @CsvSource({"100, 1", "100, 7", "6, 1", "6, 5", "2, 50"})
  void comparesEachPairOnceThatSharesAUsefulKey(int maxBlock, int buckets) {
    MatchSettings settings = new MatchSettings(maxBlock, 400, 2_500);
    LinkInMemory linked = LinkInMemory.run(new MadeUpPeople(5).mentions(), 1, settings, buckets);
    List<Signature> all = linked.signatures();

    Map<Long, Set<Signature>> byKey = keys(new MadeUpPeople(5), buckets);
    byKey.entrySet().removeIf(entry -> entry.getValue().size() > largest(entry.getKey(), maxBlock));
    Set<Set<Long>> candidates = new HashSet<>();
    byKey.values().forEach(sharing -> collect(sharing, candidates));
    Map<Long, Signature> byId = new TreeMap<>();
    all.forEach(signature -> byId.put(signature.id(), signature));
    Map<List<Long>, Integer> expected = new TreeMap<>(Comparator.comparing(List::toString));
    long compared = 0;
    for (Set<Long> pair : candidates) {
      List<Signature> two = pair.stream().map(byId::get).toList();
      Signature one = two.get(0);
      Signature other = two.get(1);
      boolean trusted = isTrusted(one) && isTrusted(other);
      if (one.node() == other.node() || !trusted) {
        compared++;
      }
      if (one.node() != other.node() && !trusted) {
        expected.merge(
            List.of(
                Math.min(one.node(), other.node()),
                Math.max(one.node(), other.node()),
                CompareSignatures.pattern(one, other)),
            1,
            Integer::sum);
      }
    }

    Map<List<Long>, Integer> found = new TreeMap<>(Comparator.comparing(List::toString));
    LongTable pairs = linked.pairs();
    for (int row = 0; row < pairs.size(); row++) {
      found.merge(List.of(pairs.at(row, 0), pairs.at(row, 1), pairs.at(row, 2)), 1, Integer::sum);
    }
    assertThat(found).isEqualTo(expected);
    assertThat(linked.findings().comparedPairs()).isEqualTo(compared);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 6, 100})
  void countsTheKeysThatTooManyShare(int maxBlock) {
    MadeUpPeople people = new MadeUpPeople(6);
    CountTable expected = new CountTable();
    keys(people, 1)
        .forEach(
            (key, sharing) -> {
              long number =
                  sharing.stream()
                      .flatMap(
                          one ->
                              sharing.stream()
                                  .filter(
                                      other ->
                                          one.id() < other.id()
                                              && (one.node() == other.node()
                                                  || !isTrusted(one)
                                                  || !isTrusted(other))))
                      .count();
              boolean kept = sharing.size() <= largest(key, maxBlock);
              if (number > 0) {
                int rule = BlockingRule.of(key).ordinal();
                expected.add(
                    kept ? Measure.BLOCKED_PAIRS : Measure.BLOCK_SKIPPED_PAIRS, ALL, rule, number);
                expected.add(kept ? Measure.BLOCK_KEYS : Measure.BLOCK_SKIPPED_KEYS, ALL, rule, 1);
              }
            });

    CountTable found =
        LinkInMemory.run(people.mentions(), 1, new MatchSettings(maxBlock, 400, 2_500), 3).counts();

    for (BlockingRule rule : BlockingRule.values()) {
      for (Measure measure :
          List.of(
              Measure.BLOCKED_PAIRS,
              Measure.BLOCK_SKIPPED_PAIRS,
              Measure.BLOCK_KEYS,
              Measure.BLOCK_SKIPPED_KEYS)) {
        assertThat(found.at(measure, ALL, rule.ordinal()))
            .as("%s %s", measure, rule)
            .isEqualTo(expected.at(measure, ALL, rule.ordinal()));
      }
    }
  }

  @Test
  void bandsEachValueByTheSignaturesThatHoldIt() {
    List<Signature> all =
        LinkInMemory.run(new MadeUpPeople(2).mentions(), 1, SETTINGS, 3).signatures();
    Map<List<Long>, Set<Long>> holders = new TreeMap<>(Comparator.comparing(List::toString));
    for (Signature signature : all) {
      for (int field = 0; field < ComparisonField.COUNT; field++) {
        if (signature.isPresent(field)) {
          holders
              .computeIfAbsent(value(signature, field), unseen -> new HashSet<>())
              .add(signature.id());
        }
      }
    }

    Set<Integer> seen = new HashSet<>();
    for (Signature signature : all) {
      for (int field = 0; field < ComparisonField.COUNT; field++) {
        if (signature.isPresent(field)) {
          int band = AgreementLevel.band(holders.get(value(signature, field)).size());
          assertThat(signature.band(field)).isEqualTo(band);
          seen.add(band);
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(4);
  }

  @Test
  void bandsANameByItsHoldersWhereverItStands() {
    List<Map<PersonField, String>> mentions = new ArrayList<>();
    for (String name : List.of("grace ek", "grace po", "grace li", "ada grace", "bo grace")) {
      mentions.add(Map.of(PersonField.FULL_NAME, name, PersonField.BIRTH_DATE, "1980-03-04"));
    }

    List<Signature> all = LinkInMemory.run(mentions, 1, SETTINGS, 2).signatures();

    // Five hold it, which is the third band; the other names have one holder each.
    assertThat(all)
        .extracting(signature -> signature.band(0) + signature.band(1))
        .containsOnly(AgreementLevel.band(5));
  }

  @Test
  void countsNobodyOfNothing() {
    LinkageBounds bounds = LinkInMemory.run(List.of(), 1, SETTINGS, 2).bounds();

    assertThat(bounds.persons()).isZero();
    assertThat(bounds.upperPersons()).isZero();
  }

  /** Given name and surname are one kind of value. */
  private static List<Long> value(Signature signature, int field) {
    return List.of(
        (long) Math.max(field, ComparisonField.SURNAME.ordinal()), signature.token(field));
  }

  /** Signatures by blocking key, before anything was left out. */
  private static Map<Long, Set<Signature>> keys(MadeUpPeople people, int buckets) {
    Map<Long, Set<Signature>> byKey = new TreeMap<>();
    for (Signature signature : LinkInMemory.posted(people.mentions(), 1, buckets)) {
      for (int key = 0; key < signature.keyCount(); key++) {
        byKey.computeIfAbsent(signature.key(key), unseen -> new HashSet<>()).add(signature);
      }
    }
    return byKey;
  }

  private static void collect(Set<Signature> sharing, Set<Set<Long>> pairs) {
    for (Signature one : sharing) {
      for (Signature other : sharing) {
        if (one.id() != other.id()) {
          pairs.add(Set.of(one.id(), other.id()));
        }
      }
    }
  }

  private static boolean isTrusted(Signature signature) {
    return Node.kind(signature.node()) == NodeKind.NATIONAL_ID;
  }

  private static void assertPairs(
      List<Integer> found, List<Integer> truth, double leastPrecision, double leastRecall) {
    long joined = 0;
    long same = 0;
    long right = 0;
    for (int left = 0; left < found.size(); left++) {
      for (int other = left + 1; other < found.size(); other++) {
        boolean join = found.get(left).equals(found.get(other));
        boolean one = truth.get(left).equals(truth.get(other));
        joined += join ? 1 : 0;
        same += one ? 1 : 0;
        right += join && one ? 1 : 0;
      }
    }
    assertThat((double) right / joined).isGreaterThan(leastPrecision);
    assertThat((double) right / same).isGreaterThan(leastRecall);
  }

  /** A quarter of the limit for bands of MinHash, but two. */
  private static int largest(long key, int maxBlock) {
    return BlockingRule.of(key) == BlockingRule.MIN_HASH ? Math.max(2, maxBlock / 4) : maxBlock;
  }
}
