package leakcensus.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import leakcensus.block.Bucket;
import leakcensus.block.LongTable;
import leakcensus.compare.AgreementLevel;
import leakcensus.compare.BlockingRule;
import leakcensus.compare.ComparisonField;
import leakcensus.compare.Signature;
import leakcensus.compare.TextMention;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.link.NodeKind;
import leakcensus.person.PersonField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Postings, answers and pairs against plain maps. */
class CandidateChainTest {

  private static final int MAX_BLOCK = 12;

  private final List<Signature> signatures = signatures(400, 3);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 50})
  void comparesEachPairThatSharesAUsefulKeyOnce(int buckets) {
    List<Signature> attached = attached(new CountTable());
    Map<Set<Long>, Integer> compared = new HashMap<>();
    PairTally tally = new PairTally();
    for (int bucket = 0; bucket < buckets; bucket++) {
      ComparePairs comparing = new ComparePairs();
      comparing.compare(offered(attached, bucket, buckets), bucket, buckets);
      LongTable pairs = comparing.pairs();
      for (int row = 0; row < pairs.size(); row++) {
        Set<Long> pair = Set.of(pairs.at(row, MatchRows.LEFT), pairs.at(row, MatchRows.RIGHT));
        compared.merge(pair, 1, Integer::sum);
      }
      tally.addAll(comparing.tally().rows());
    }

    Set<Set<Long>> expected = expectedPairs();
    assertThat(expected).hasSizeGreaterThan(100);
    assertThat(compared.keySet()).isEqualTo(expected);
    assertThat(compared.values()).containsOnly(1);
    long tallied = tally.pairs().values().longStream().sum();
    assertThat(tallied).isEqualTo(expected.size());
  }

  @Test
  void countsTheKeysThatTooManyShare() {
    CountTable counts = new CountTable();
    attached(counts);

    long skipped = 0;
    long pairs = 0;
    for (Map.Entry<Long, Set<Integer>> entry : blocks().entrySet()) {
      Set<Integer> block = entry.getValue();
      if (block.size() > largest(entry.getKey()) && untrusted(block) > 0) {
        long trusted = block.size() - untrusted(block);
        skipped++;
        pairs += block.size() * (block.size() - 1L) / 2 - trusted * (trusted - 1) / 2;
      }
    }
    assertThat(skipped).isPositive();
    assertThat(sum(counts, Measure.BLOCK_SKIPPED_KEYS)).isEqualTo(skipped);
    assertThat(sum(counts, Measure.BLOCK_SKIPPED_PAIRS)).isEqualTo(pairs);
  }

  @Test
  void tellsHowCommonEachValueIs() {
    Map<Long, Long> held = new HashMap<>();
    int surname = ComparisonField.SURNAME.ordinal();
    int given = ComparisonField.GIVEN_NAME.ordinal();
    for (Signature signature : signatures) {
      Set<Long> names = new HashSet<>();
      names.add(signature.token(surname));
      names.add(signature.token(given));
      names.forEach(name -> held.merge(name, 1L, Long::sum));
    }

    for (Signature signature : attached(new CountTable())) {
      long holders = held.get(signature.token(surname));
      assertThat(signature.band(surname)).isEqualTo(AgreementLevel.band(holders));
    }
  }

  @Test
  void marksTheKeysThatBringTheSameTogetherAsOneThatIsNotMarked() {
    Map<Long, Set<Long>> sharers = new TreeMap<>();
    for (Signature signature : attached(new CountTable())) {
      for (int key = 0; key < signature.keyCount(); key++) {
        sharers.computeIfAbsent(signature.key(key), k -> new HashSet<>()).add(signature.id());
      }
    }

    List<Set<Long>> leading = new ArrayList<>();
    List<Set<Long>> repeating = new ArrayList<>();
    sharers.forEach(
        (key, sharing) -> (BlockingRule.isRepeating(key) ? repeating : leading).add(sharing));

    assertThat(leading).doesNotHaveDuplicates();
    assertThat(repeating).hasSizeGreaterThan(leading.size() / 10);
    assertThat(new HashSet<>(leading)).containsAll(repeating);
  }

  @Test
  void refusesASignatureThatHasNoKeyInTheBucket() {
    Signature elsewhere =
        attached(new CountTable()).stream()
            .filter(signature -> offered(List.of(signature), 3, 4).isEmpty())
            .findFirst()
            .orElseThrow();
    ComparePairs comparing = new ComparePairs();

    assertThatThrownBy(() -> comparing.compare(List.of(elsewhere), 3, 4))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Invalid bucket 3 of 4: a signature has no key in it");
  }

  private List<Signature> attached(CountTable counts) {
    PostSignatures postings = new PostSignatures(signatures);
    CountPostings counting = new CountPostings(MAX_BLOCK);
    counting.countKeys(postings.keys());
    counting.countValues(postings.values());
    counts.addAll(counting.counts());
    return AttachAnswers.attach(signatures, counting.answers());
  }

  private static List<Signature> offered(List<Signature> attached, int bucket, int buckets) {
    List<Signature> offered = new ArrayList<>();
    for (Signature signature : attached) {
      for (int key = 0; key < signature.keyCount(); key++) {
        if (!BlockingRule.isRepeating(signature.key(key))
            && Bucket.of(signature.key(key), buckets) == bucket) {
          offered.add(signature);
          break;
        }
      }
    }
    return offered;
  }

  private Set<Set<Long>> expectedPairs() {
    Set<Set<Long>> pairs = new HashSet<>();
    for (Map.Entry<Long, Set<Integer>> entry : blocks().entrySet()) {
      Set<Integer> block = entry.getValue();
      if (block.size() > largest(entry.getKey())) {
        continue;
      }
      for (int left : block) {
        for (int right : block) {
          Signature one = signatures.get(left);
          Signature other = signatures.get(right);
          boolean bothTrusted = isTrusted(one) && isTrusted(other);
          if (one.node() != other.node() && !bothTrusted) {
            pairs.add(Set.of(one.node(), other.node()));
          }
        }
      }
    }
    return pairs;
  }

  /** A quarter of the limit for bands of MinHash. */
  private static int largest(long key) {
    return BlockingRule.of(key) == BlockingRule.MIN_HASH ? MAX_BLOCK / 4 : MAX_BLOCK;
  }

  private Map<Long, Set<Integer>> blocks() {
    Map<Long, Set<Integer>> blocks = new TreeMap<>();
    for (int at = 0; at < signatures.size(); at++) {
      for (int key = 0; key < signatures.get(at).keyCount(); key++) {
        blocks.computeIfAbsent(signatures.get(at).key(key), k -> new HashSet<>()).add(at);
      }
    }
    return blocks;
  }

  private long untrusted(Set<Integer> block) {
    return block.stream().filter(at -> !isTrusted(signatures.get(at))).count();
  }

  private static boolean isTrusted(Signature signature) {
    return (signature.node() & 3) == NodeKind.NATIONAL_ID.ordinal();
  }

  private static long sum(CountTable counts, Measure measure) {
    long sum = 0;
    for (BlockingRule rule : BlockingRule.values()) {
      sum += counts.at(measure, CountTable.ALL_SOURCES, rule.ordinal());
    }
    return sum;
  }

  private static List<Signature> signatures(int number, long seed) {
    Random random = new Random(seed);
    TextMention mentions = new TextMention(1);
    List<Signature> signatures = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Signature signature =
          mentions.signature(
              Map.of(
                  PersonField.GIVEN_NAME, "given" + random.nextInt(30),
                  PersonField.SURNAME, "family" + random.nextInt(60),
                  PersonField.BIRTH_DATE, "19%02d-0%d-11".formatted(random.nextInt(50), 1 + i % 9),
                  PersonField.PHONE, "+4479" + random.nextInt(300)));
      NodeKind kind = random.nextInt(3) == 0 ? NodeKind.NATIONAL_ID : NodeKind.CONTENT;
      long node = random.nextLong() & ~3L | kind.ordinal();
      signatures.add(signature.in(node, node));
    }
    return signatures;
  }
}
