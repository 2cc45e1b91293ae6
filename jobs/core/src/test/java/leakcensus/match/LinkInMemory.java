package leakcensus.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import leakcensus.block.Bucket;
import leakcensus.block.LongTable;
import leakcensus.cluster.ConnectPairs;
import leakcensus.compare.BlockingRule;
import leakcensus.compare.Signature;
import leakcensus.compare.TextMention;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.estimate.LinkageBounds;
import leakcensus.link.LinkRows;
import leakcensus.link.MentionGroups;
import leakcensus.link.Node;
import leakcensus.link.ResolveMethod;
import leakcensus.link.TrustSettings;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;
import leakcensus.person.SmallKey;
import leakcensus.person.SmallMention;

/** The whole matching over mentions written down as text, bucket by bucket as the stages run it. */
final class LinkInMemory {

  private static final TrustSettings TRUST = new TrustSettings(ResolveMethod.MATCHING, 100, 5);

  private final MatchSettings settings;
  private final int buckets;
  private final CountTable counts = new CountTable();
  private final long[] nodes;
  private final boolean[] attributable;
  private final List<List<Signature>> posted;
  private final List<List<Signature>> signatures;
  private final LongTable pairs = MatchRows.pairs();
  private final TreeMap<Long, Long> assignments = new TreeMap<>();
  private MatchFindings findings;

  private LinkInMemory(
      List<Map<PersonField, String>> mentions, int key, MatchSettings settings, int buckets) {
    this.settings = settings;
    this.buckets = buckets;
    nodes = new long[mentions.size()];
    attributable = new boolean[mentions.size()];
    posted = signatures(mentions, key);
    signatures = attached(posted);
  }

  /** The signatures as they are before anybody has counted what they share. */
  static List<Signature> posted(List<Map<PersonField, String>> mentions, int key, int buckets) {
    return new LinkInMemory(mentions, key, new MatchSettings(100, 400, 2_500), buckets)
        .posted.stream().flatMap(List::stream).toList();
  }

  /** Matches mentions under a key, spread over some buckets. */
  static LinkInMemory run(
      List<Map<PersonField, String>> mentions, int key, MatchSettings settings, int buckets) {
    LinkInMemory linking = new LinkInMemory(mentions, key, settings, buckets);
    linking.compare();
    linking.resolve();
    return linking;
  }

  /** For each mention the first mention of the same person; a thin one stands alone. */
  List<Integer> partition() {
    Map<Long, Integer> first = new HashMap<>();
    List<Integer> partition = new ArrayList<>();
    for (int mention = 0; mention < nodes.length; mention++) {
      long person = assignments.getOrDefault(nodes[mention], nodes[mention]);
      partition.add(attributable[mention] ? firstOf(first, person, mention) : mention);
    }
    return partition;
  }

  /** What was learnt. */
  MatchFindings findings() {
    return findings;
  }

  /** The signatures with their bands and the keys that others share. */
  List<Signature> signatures() {
    return signatures.stream().flatMap(List::stream).toList();
  }

  /** The pairs that were compared. */
  LongTable pairs() {
    return pairs;
  }

  /** What was counted. */
  CountTable counts() {
    return counts;
  }

  /** How many persons there are. */
  LinkageBounds bounds() {
    SortedMap<Long, Long> clusters = new TreeMap<>(frequencies(Measure.NODE_FREQUENCY));
    frequencies(Measure.CONNECTED_NODE_FREQUENCY)
        .forEach((size, number) -> clusters.merge(size, -number, Math::addExact));
    frequencies(Measure.CLUSTER_FREQUENCY)
        .forEach((size, number) -> clusters.merge(size, number, Math::addExact));
    clusters.values().removeIf(number -> number == 0);
    return EstimateMatching.estimate(findings, clusters, LinkDoubts.of(counts), 0);
  }

  private Map<Long, Long> frequencies(Measure measure) {
    return counts.bySecond(measure, CountTable.ALL_SOURCES, 0);
  }

  private static int firstOf(Map<Long, Integer> first, long person, int mention) {
    return first.computeIfAbsent(person, unseen -> mention);
  }

  private List<List<Signature>> signatures(List<Map<PersonField, String>> mentions, int key) {
    TextMention deriver = new TextMention(key);
    MentionBlock block = new SmallKey(key).block(numbered(mentions));
    List<List<Signature>> ofBucket = new ArrayList<>();
    for (int bucket = 0; bucket < buckets; bucket++) {
      int wanted = bucket;
      int[] rows =
          IntStream.range(0, block.size())
              .filter(row -> Bucket.of(node(block, row), buckets) == wanted)
              .toArray();
      MentionBlock part = new MentionBlock(1);
      part.appendEncoded(block.encode(rows, 0, rows.length));
      MentionGroups groups = new MentionGroups(part, TRUST);
      Map<Long, Signature> distinct = new TreeMap<>();
      for (int row : rows) {
        long node = node(block, row);
        attributable[row] = Node.isAttributable(block, row);
        nodes[row] = groups.isRefused(node) ? Node.withoutNationalId(block, row) : node;
        if (attributable[row]) {
          long content = Node.content(block, row, node);
          distinct.put(content, deriver.signature(mentions.get(row)).in(content, node));
        }
      }
      List<Signature> believed = BelieveNodes.believe(List.copyOf(distinct.values()), groups);
      counts.addAll(BelieveNodes.count(believed));
      counts.addAll(BelieveNodes.refused(groups));
      ofBucket.add(believed);
    }
    return ofBucket;
  }

  private static long node(MentionBlock block, int row) {
    return Node.of(block, row, ResolveMethod.MATCHING);
  }

  /** The same mentions with numbers for values, one number a value. */
  private static List<SmallMention> numbered(List<Map<PersonField, String>> mentions) {
    Map<String, Integer> numbers = new HashMap<>();
    List<SmallMention> numbered = new ArrayList<>();
    for (Map<PersonField, String> mention : mentions) {
      Map<PersonField, Integer> values = new EnumMap<>(PersonField.class);
      mention.forEach(
          (field, text) ->
              values.put(field, numbers.computeIfAbsent(text, unseen -> numbers.size() + 1)));
      numbered.add(SmallMention.of(numbered.size(), values));
    }
    return numbered;
  }

  private List<List<Signature>> attached(List<List<Signature>> unattached) {
    List<LongTable> keys = new ArrayList<>();
    List<LongTable> values = new ArrayList<>();
    for (List<Signature> bucket : unattached) {
      PostSignatures postings = new PostSignatures(bucket);
      keys.add(postings.keys());
      values.add(postings.values());
    }
    List<LongTable> keysOf = spread(keys, MatchRows.KEY, MatchRows::keys);
    List<LongTable> valuesOf = spread(values, MatchRows.VALUE, MatchRows::values);
    List<LongTable> answers = new ArrayList<>();
    for (int bucket = 0; bucket < buckets; bucket++) {
      CountPostings counting = new CountPostings(settings.maxBlock());
      counting.countKeys(keysOf.get(bucket));
      counting.countValues(valuesOf.get(bucket));
      answers.add(counting.answers());
      counts.addAll(counting.counts());
    }
    List<LongTable> answersOf = spread(answers, MatchRows.ANSWERED, MatchRows::answers);
    return IntStream.range(0, buckets)
        .mapToObj(bucket -> AttachAnswers.attach(unattached.get(bucket), answersOf.get(bucket)))
        .toList();
  }

  private void compare() {
    List<Signature> all = signatures();
    PairTally tally = new PairTally();
    for (int bucket = 0; bucket < buckets; bucket++) {
      int wanted = bucket;
      ComparePairs comparing = new ComparePairs();
      comparing.compare(
          all.stream().filter(signature -> hasKeyIn(signature, wanted)).toList(), bucket, buckets);
      pairs.appendAll(comparing.pairs());
      tally.addAll(comparing.tally().rows());
    }
    findings = LearnFromPairs.learn(tally, new CompareSample(all), all.size());
  }

  private boolean hasKeyIn(Signature signature, int bucket) {
    return IntStream.range(0, signature.keyCount())
        .mapToLong(signature::key)
        .filter(key -> !BlockingRule.isRepeating(key))
        .anyMatch(key -> Bucket.of(key, buckets) == bucket);
  }

  private void resolve() {
    LongTable links = LinkRows.links();
    for (int row = 0; row < pairs.size(); row++) {
      double logOdds = findings.model().logOdds(pairs.at(row, MatchRows.PATTERN));
      if (logOdds >= MatchSettings.MIN_LOG_ODDS) {
        links.append(
            pairs.at(row, MatchRows.LEFT),
            pairs.at(row, MatchRows.RIGHT),
            Double.doubleToLongBits(logOdds));
      }
    }
    LongTable components =
        ConnectPairs.of(links, MatchSettings.MIN_LOG_ODDS, settings.maxComponent()).assignments();
    Map<Long, Long> componentOf = new HashMap<>();
    for (int row = 0; row < components.size(); row++) {
      componentOf.put(
          components.at(row, LinkRows.ASSIGNED_NODE),
          components.at(row, LinkRows.ASSIGNED_COMPONENT));
    }
    List<Signature> connected =
        signatures().stream().filter(each -> componentOf.containsKey(each.node())).toList();
    ResolveComponents resolving = new ResolveComponents(findings.model());
    GroupComponents.group(connected, components).forEach(resolving::resolve);
    counts.addAll(resolving.counts());
    LongTable assigned = resolving.assignments();
    for (int row = 0; row < assigned.size(); row++) {
      assignments.put(
          assigned.at(row, LinkRows.ASSIGNED_NODE), assigned.at(row, LinkRows.ASSIGNED_COMPONENT));
    }
  }

  private List<LongTable> spread(List<LongTable> tables, int column, Supplier<LongTable> empty) {
    LongTable[] parts = new LongTable[buckets];
    Arrays.setAll(parts, bucket -> empty.get());
    for (LongTable table : tables) {
      for (int row = 0; row < table.size(); row++) {
        byte[] one = table.encode(new int[] {row}, 0, 1);
        parts[Bucket.of(table.at(row, column), buckets)].appendEncoded(one);
      }
    }
    return List.of(parts);
  }
}
