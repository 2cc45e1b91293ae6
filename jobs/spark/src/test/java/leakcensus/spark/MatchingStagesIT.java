package leakcensus.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import leakcensus.block.Bucket;
import leakcensus.block.LongTable;
import leakcensus.compare.AgreementLevel;
import leakcensus.compare.AgreementPattern;
import leakcensus.compare.BlockingRule;
import leakcensus.compare.CompareSignatures;
import leakcensus.compare.ComparisonField;
import leakcensus.compare.DeriveSignature;
import leakcensus.compare.Signature;
import leakcensus.compare.SignatureBlock;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.link.LinkRows;
import leakcensus.link.Node;
import leakcensus.link.ResolveMethod;
import leakcensus.link.TrustSettings;
import leakcensus.match.FitMatchModel;
import leakcensus.match.MatchFindings;
import leakcensus.match.MatchModel;
import leakcensus.match.MatchRows;
import leakcensus.match.MentionPosition;
import leakcensus.match.PatternWeights;
import leakcensus.match.ReviewPair;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;
import leakcensus.pseudonym.TokenKey;
import leakcensus.spark.resolve.AnswerPostings;
import leakcensus.spark.resolve.AttachCounts;
import leakcensus.spark.resolve.ChooseReviewPairs;
import leakcensus.spark.resolve.CompareCandidates;
import leakcensus.spark.resolve.ConnectLinks;
import leakcensus.spark.resolve.FetchLabelled;
import leakcensus.spark.resolve.FindLabelled;
import leakcensus.spark.resolve.GatherComponents;
import leakcensus.spark.resolve.LearnMatching;
import leakcensus.spark.resolve.LinkPairs;
import leakcensus.spark.resolve.LocateLeftMentions;
import leakcensus.spark.resolve.LocateRightMentions;
import leakcensus.spark.resolve.OfferReviewPairs;
import leakcensus.spark.resolve.OfferSignatures;
import leakcensus.spark.resolve.PostKeys;
import leakcensus.spark.resolve.ResolveConnected;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.stage.StageRunner;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The stages of matching over three mentions: Ada, Ada spelt wrongly under the same phone, and Bo
 * who shares the day of birth with her.
 */
class MatchingStagesIT {

  private static final int BUCKETS = 3;
  private static final int ALL = CountTable.ALL_SOURCES;
  private static final long BUDGET_BYTES = 1 << 20;
  private static final double MIN_LOG_ODDS = 0;
  private static final TrustSettings TRUST = new TrustSettings(ResolveMethod.MATCHING, 100, 5);

  private static final Map<PersonField, String> ADA =
      Map.of(
          PersonField.FULL_NAME, "ada lovelace",
          PersonField.PHONE, "+8613800138000",
          PersonField.BIRTH_DATE, "1980-03-04");
  private static final Map<PersonField, String> ADA_AGAIN =
      Map.of(
          PersonField.FULL_NAME, "ada lovelase",
          PersonField.PHONE, "+8613800138000",
          PersonField.BIRTH_DATE, "1980-03-04");
  private static final Map<PersonField, String> BO =
      Map.of(
          PersonField.FULL_NAME, "bo ek",
          PersonField.PHONE, "+8613911122233",
          PersonField.BIRTH_DATE, "1980-03-04");
  private static final List<Map<PersonField, String>> THREE = List.of(ADA, ADA_AGAIN, BO);

  private static SparkSession spark;

  private final StageRunner stages = new StageRunner();

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 2)
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void sendsKeysAndValuesToWhereEqualOnesMeet() {
    List<Row> rows = stages.plan(new PostKeys(TRUST, BUCKETS), mentions(THREE)).collectAsList();

    LongTable keys = table(rows, BlockTable.KEYS, MatchRows.keys());
    LongTable values = table(rows, BlockTable.VALUES, MatchRows.values());
    Map<Long, Set<Long>> byKey = new TreeMap<>();
    for (int row = 0; row < keys.size(); row++) {
      byKey
          .computeIfAbsent(keys.at(row, MatchRows.KEY), unseen -> new TreeSet<>())
          .add(keys.at(row, MatchRows.KEY_SIGNATURE));
    }
    assertThat(sharing(byKey, BlockingRule.PHONE))
        .containsExactlyInAnyOrder(Set.of(node(0), node(1)), Set.of(node(2)));
    assertThat(sharing(byKey, BlockingRule.BIRTH_DATE))
        .containsExactly(Set.of(node(0), node(1), node(2)));
    // Four fields each: given name, surname, phone and birth date.
    assertThat(values.size()).isEqualTo(12);
    for (Row row : rows) {
      if (BlockTable.content(row) == BlockTable.KEYS) {
        long key = LongTable.decode(BlockTable.block(row)).at(0, MatchRows.KEY);
        assertThat(BlockTable.bucket(row)).isEqualTo(Bucket.of(key, BUCKETS));
      }
    }
    assertThat(counts(rows).at(Measure.SIGNATURES, ALL, 0)).isEqualTo(3);
    assertThat(counts(rows).bySecond(Measure.NODE_FREQUENCY, ALL, 0)).isEqualTo(Map.of(1L, 3L));
  }

  @Test
  void leavesEachSignatureTheKeysThatOthersShareAndTheBandsOfItsValues() {
    List<Row> rows = signatures(THREE).collectAsList();

    Map<Long, Signature> attached = new TreeMap<>();
    for (Row row : rows) {
      if (BlockTable.content(row) == BlockTable.SIGNATURES) {
        SignatureBlock.decode(BlockTable.block(row)).forEach(each -> attached.put(each.id(), each));
      }
    }
    assertThat(attached).containsOnlyKeys(node(0), node(1), node(2));
    assertThat(rules(attached.get(node(2)))).containsExactly(BlockingRule.BIRTH_DATE);
    assertThat(rules(attached.get(node(0))))
        .contains(BlockingRule.BIRTH_DATE, BlockingRule.PHONE, BlockingRule.NAME_SOUNDS)
        .isEqualTo(rules(attached.get(node(1))));
    // Three hold the birth date, which is the second band.
    assertThat(attached.get(node(0)).bands()).isEqualTo(1L << 8);
    assertThat(counts(rows).at(Measure.BLOCK_KEYS, ALL, BlockingRule.PHONE.ordinal())).isEqualTo(1);
    assertThat(counts(rows).at(Measure.BLOCKED_PAIRS, ALL, BlockingRule.BIRTH_DATE.ordinal()))
        .isEqualTo(3);
    assertThat(counts(rows).at(Measure.FIELD_DISTINCT, ALL, PersonField.PHONE.ordinal()))
        .isEqualTo(2);
  }

  @Test
  void leavesOutAKeyThatTooManyShare() {
    Dataset<Row> answers =
        stages.plan(
            new AnswerPostings(2, BUCKETS),
            stages.plan(new PostKeys(TRUST, BUCKETS), mentions(THREE)));

    CountTable counts = counts(answers.collectAsList());

    int birth = BlockingRule.BIRTH_DATE.ordinal();
    assertThat(counts.at(Measure.BLOCK_SKIPPED_KEYS, ALL, birth)).isEqualTo(1);
    assertThat(counts.at(Measure.BLOCK_SKIPPED_PAIRS, ALL, birth)).isEqualTo(3);
    assertThat(counts.at(Measure.BLOCK_KEYS, ALL, birth)).isZero();
  }

  @Test
  void comparesEachPairThatSharesAKeyOnce() {
    List<Row> rows = pairs(THREE).collectAsList();

    LongTable pairs = table(rows, BlockTable.PAIRS, MatchRows.pairs());
    assertThat(
            IntStream.range(0, pairs.size())
                .mapToObj(
                    row -> Set.of(pairs.at(row, MatchRows.LEFT), pairs.at(row, MatchRows.RIGHT))))
        .containsExactlyInAnyOrder(
            Set.of(node(0), node(1)), Set.of(node(0), node(2)), Set.of(node(1), node(2)));
    LongTable tallies = table(rows, BlockTable.TALLIES, MatchRows.tallies());
    assertThat(
            IntStream.range(0, tallies.size())
                .filter(row -> tallies.at(row, MatchRows.TALLIED_RULE) == MatchRows.ANY_RULE)
                .mapToLong(row -> tallies.at(row, MatchRows.TALLIED_PAIRS))
                .sum())
        .isEqualTo(3);
  }

  @Test
  void learnsFromPairsAndSample() {
    MatchFindings findings = new LearnMatching(3).run(pairs(THREE));

    assertThat(findings.signatures()).isEqualTo(3);
    assertThat(findings.comparedPairs()).isEqualTo(3);
    assertThat(findings.model().expectedSamePairs()).isBetween(0.0, 3.0);
  }

  @Test
  void refusesABlockThatIsNoPair() {
    Dataset<Row> mentions = mentions(THREE);

    assertThatThrownBy(() -> new LearnMatching(3).run(mentions))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Invalid block in table pair: content ");
    assertThatThrownBy(() -> stages.plan(new AnswerPostings(9, BUCKETS), mentions).collectAsList())
        .rootCause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Invalid block in table posting: content ");
  }

  @Test
  void putsTheTwoMentionsOfAdaIntoOnePerson() {
    List<Row> rows = persons(THREE).collectAsList();

    LongTable persons = table(rows, BlockTable.ASSIGNMENTS, LinkRows.assignments());
    Map<Long, Long> personOf = new TreeMap<>();
    for (int row = 0; row < persons.size(); row++) {
      personOf.put(
          persons.at(row, LinkRows.ASSIGNED_NODE), persons.at(row, LinkRows.ASSIGNED_COMPONENT));
    }
    assertThat(personOf).containsOnlyKeys(node(0), node(1));
    assertThat(spark.sparkContext().getPersistentRDDs().isEmpty()).isTrue();
    assertThat(personOf.get(node(0))).isEqualTo(personOf.get(node(1)));
    CountTable counts = counts(rows);
    assertThat(counts.bySecond(Measure.CONNECTED_NODE_FREQUENCY, ALL, 0)).isEqualTo(Map.of(1L, 2L));
    assertThat(counts.bySecond(Measure.CLUSTER_FREQUENCY, ALL, 0)).isEqualTo(Map.of(2L, 1L));
  }

  @Test
  void findsNobodyInNothing() {
    List<Row> pairs = pairs(List.of()).collectAsList();
    List<Row> persons = persons(List.of()).collectAsList();
    MatchFindings findings = new LearnMatching(0).run(pairs(List.of()));

    assertThat(table(pairs, BlockTable.PAIRS, MatchRows.pairs()).size()).isZero();
    assertThat(table(persons, BlockTable.ASSIGNMENTS, LinkRows.assignments()).size()).isZero();
    assertThat(counts(persons).encode()).isEqualTo(new CountTable().encode());
    assertThat(findings.comparedPairs()).isZero();
  }

  static Stream<Stage> stages() {
    return Stream.of(
        new PostKeys(TRUST, BUCKETS),
        new AnswerPostings(100, BUCKETS),
        new AttachCounts(empty(BlockTable.ANSWER), TRUST),
        new OfferSignatures(1, BUCKETS),
        new CompareCandidates(BUCKETS),
        new LinkPairs(model(), MIN_LOG_ODDS),
        new GatherComponents(empty(BlockTable.ASSIGNMENT), BUCKETS),
        new ResolveConnected(model(), BUCKETS),
        new OfferReviewPairs(model(), BUCKETS),
        new LocateLeftMentions(empty(BlockTable.REVIEW), TRUST, BUCKETS),
        new LocateRightMentions(empty(BlockTable.REVIEW), TRUST, 5),
        new FindLabelled(empty(BlockTable.SIGNATURE), Set.of(), TRUST));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void namesTheColumnThatTheInputLacks(Stage stage) {
    Dataset<Row> incomplete = empty(stage.reads()).drop(BlockTable.BLOCK);

    assertThatThrownBy(() -> stages.plan(stage, incomplete))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Cannot read table %s: no column block binary (found struct<bucket:int,content:int>)"
                .formatted(stage.reads().name()));
  }

  @Test
  void namesTheColumnThatAnswersAndComponentsLack() {
    Dataset<Row> answers = empty(BlockTable.ANSWER).drop(BlockTable.BUCKET);
    Dataset<Row> components = empty(BlockTable.ASSIGNMENT).drop(BlockTable.BUCKET);
    String sentence =
        "Cannot read table %s: no column bucket int (found struct<content:int,block:binary>)";

    assertThatThrownBy(() -> new AttachCounts(answers, TRUST))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(sentence, "answer");
    assertThatThrownBy(() -> new GatherComponents(components, BUCKETS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(sentence, "assignment");
  }

  @Test
  void choosesPairsNearTheThresholdAsPositions() {
    LongTable pairs = MatchRows.pairs();
    pairs.append(Math.min(node(0), node(1)), Math.max(node(0), node(1)), doubtfulPattern());
    pairs.append(Math.min(node(0), node(2)), Math.max(node(0), node(2)), pattern(ADA, ADA_AGAIN));
    Dataset<Row> compared =
        spark.createDataFrame(
            List.of(BlockTable.row(0, BlockTable.PAIRS, pairs.encode())),
            BlockTable.PAIR.columns());

    List<ReviewPair> chosen = review(compared, mentions(THREE));

    double logOdds = model().logOdds(doubtfulPattern());
    assertThat(chosen)
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.left()).isEqualTo(new MentionPosition(0, 0, 0));
              assertThat(pair.right()).isEqualTo(new MentionPosition(0, 1, 0));
              assertThat(pair.probability())
                  .isCloseTo(1 / (1 + Math.exp(-logOdds)), within(0.0005));
            });
  }

  @Test
  void choosesNothingOfNothing() {
    assertThat(review(empty(BlockTable.PAIR), mentions(THREE))).isEmpty();
  }

  @Test
  void refusesAPairWhoseMentionsAreNotThere() {
    LongTable pairs = MatchRows.pairs();
    pairs.append(4, 8, doubtfulPattern());
    Dataset<Row> compared =
        spark.createDataFrame(
            List.of(BlockTable.row(0, BlockTable.PAIRS, pairs.encode())),
            BlockTable.PAIR.columns());

    assertThatThrownBy(() -> review(compared, mentions(THREE)))
        .hasStackTraceContaining("Cannot locate a node of a compared pair: no mention has it");
  }

  @Test
  void findsTheSignaturesOfLabelledMentions() {
    MentionPosition bo = new MentionPosition(0, 2, 0);
    MentionPosition nobody = new MentionPosition(0, 77, 0);

    Map<MentionPosition, Signature> found =
        new FetchLabelled()
            .run(
                stages.plan(
                    new FindLabelled(signatures(THREE), Set.of(bo, nobody), TRUST),
                    mentions(THREE)));

    assertThat(found).containsOnlyKeys(bo);
    assertThat(found.get(bo).node()).isEqualTo(node(2));
  }

  private List<ReviewPair> review(Dataset<Row> compared, Dataset<Row> mentions) {
    Dataset<Row> offered = stages.plan(new OfferReviewPairs(model(), BUCKETS), compared);
    Dataset<Row> halves = stages.plan(new LocateLeftMentions(offered, TRUST, BUCKETS), mentions);
    return new ChooseReviewPairs(5)
        .run(stages.plan(new LocateRightMentions(halves, TRUST, 5), mentions));
  }

  /** The first pattern of name and birth date levels that the model is not sure of. */
  private static long doubtfulPattern() {
    MatchModel model = model();
    for (int name = 0; name < AgreementLevel.COUNT; name++) {
      for (int date = 0; date < AgreementLevel.COUNT; date++) {
        for (int phone = 0; phone < AgreementLevel.COUNT; phone++) {
          long pattern = AgreementPattern.with(0, ComparisonField.SURNAME, name);
          pattern = AgreementPattern.with(pattern, ComparisonField.BIRTH_DATE, date);
          pattern = AgreementPattern.with(pattern, ComparisonField.PHONE, phone);
          if (Math.abs(model.logOdds(pattern)) < 3) {
            return pattern;
          }
        }
      }
    }
    throw new IllegalStateException("The model is sure of everything");
  }

  private Dataset<Row> signatures(List<Map<PersonField, String>> texts) {
    Dataset<Row> mentions = mentions(texts);
    Dataset<Row> answers =
        stages.plan(
            new AnswerPostings(100, BUCKETS), stages.plan(new PostKeys(TRUST, BUCKETS), mentions));
    return stages.plan(new AttachCounts(answers, TRUST), mentions);
  }

  private Dataset<Row> pairs(List<Map<PersonField, String>> texts) {
    return stages.plan(
        new CompareCandidates(BUCKETS),
        stages.plan(new OfferSignatures(1, BUCKETS), signatures(texts)));
  }

  private Dataset<Row> links(Dataset<Row> pairs) {
    return stages.plan(new LinkPairs(model(), MIN_LOG_ODDS), pairs);
  }

  private Dataset<Row> persons(List<Map<PersonField, String>> texts) {
    Dataset<Row> components =
        new ConnectLinks(MIN_LOG_ODDS, 10, BUDGET_BYTES, BUCKETS).run(links(pairs(texts)));
    return stages.plan(
        new ResolveConnected(model(), BUCKETS),
        stages.plan(new GatherComponents(components, BUCKETS), signatures(texts)));
  }

  /** Mentions and their signatures as the stages want them: those of bucket i in partition i. */
  private static Dataset<Row> mentions(List<Map<PersonField, String>> texts) {
    MentionBlock block = block(texts);
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < block.size(); row++) {
      long node = Node.of(block, row, ResolveMethod.MATCHING);
      int bucket = Bucket.of(node, BUCKETS);
      Signature signature = signature(texts.get(row)).in(node, node);
      rows.add(BlockTable.row(bucket, BlockTable.MENTIONS, block.encode(new int[] {row}, 0, 1)));
      rows.add(
          BlockTable.row(bucket, BlockTable.SIGNATURES, SignatureBlock.encode(List.of(signature))));
    }
    return spark
        .createDataFrame(rows, BlockTable.MENTION.columns())
        .repartitionById(BUCKETS, functions.col(BlockTable.BUCKET));
  }

  private static MentionBlock block(List<Map<PersonField, String>> texts) {
    MentionBlock block = new MentionBlock(1);
    for (Map<PersonField, String> values : texts) {
      int row = block.append(0, 0, block.size(), 0);
      long fields = values.keySet().stream().mapToLong(PersonField::bit).sum();
      block.setFields(row, fields, fields);
      block.setContent(row, 1_000 + row, 2_000 + row);
      values.forEach((field, text) -> block.setToken(row, field, token(text)));
    }
    return block;
  }

  private static long token(String text) {
    return new SplittableRandom(text.hashCode()).nextLong();
  }

  private static long node(int mention) {
    return Node.of(block(THREE), mention, ResolveMethod.MATCHING);
  }

  private static Signature signature(Map<PersonField, String> values) {
    String[] normals = new String[PersonField.COUNT];
    Arrays.setAll(normals, field -> values.getOrDefault(PersonField.at(field), ""));
    return new DeriveSignature(TokenKey.of(new byte[16])).derive(normals, 1980);
  }

  /** From a thousand pairs like the two of Ada and a million like Ada and Bo. */
  private static MatchModel model() {
    PatternWeights weights = new PatternWeights();
    weights.add(pattern(ADA, ADA_AGAIN), 1_000);
    weights.add(pattern(ADA, BO), 500_000);
    weights.add(
        pattern(BO, Map.of(PersonField.FULL_NAME, "cy po", PersonField.PHONE, "+86139")), 1e6);
    return FitMatchModel.fit(weights, 2_000);
  }

  private static long pattern(Map<PersonField, String> left, Map<PersonField, String> right) {
    long bands = Signature.withBand(0, 2, 1);
    return CompareSignatures.pattern(
        signature(left).counted(bands, new long[0]), signature(right).counted(bands, new long[0]));
  }

  private static List<Set<Long>> sharing(Map<Long, Set<Long>> byKey, BlockingRule rule) {
    return byKey.entrySet().stream()
        .filter(each -> BlockingRule.of(each.getKey()) == rule)
        .map(Map.Entry::getValue)
        .toList();
  }

  private static Set<BlockingRule> rules(Signature signature) {
    return IntStream.range(0, signature.keyCount())
        .mapToObj(key -> BlockingRule.of(signature.key(key)))
        .filter(rule -> rule != BlockingRule.MIN_HASH)
        .collect(Collectors.toSet());
  }

  private static Dataset<Row> empty(TableSchema table) {
    return spark.createDataFrame(List.<Row>of(), table.columns());
  }

  private static CountTable counts(List<Row> rows) {
    CountTable counts = new CountTable();
    for (Row row : rows) {
      if (BlockTable.content(row) == BlockTable.COUNTS) {
        counts.addEncoded(BlockTable.block(row));
      }
    }
    return counts;
  }

  private static LongTable table(List<Row> rows, int content, LongTable empty) {
    for (Row row : rows) {
      if (BlockTable.content(row) == content) {
        empty.appendEncoded(BlockTable.block(row));
      }
    }
    return empty;
  }
}
