package leakcensus.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import leakcensus.block.Bucket;
import leakcensus.block.LongTable;
import leakcensus.config.InputException;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.link.LinkOutcome;
import leakcensus.link.LinkRows;
import leakcensus.link.Node;
import leakcensus.link.NodeKind;
import leakcensus.link.PostIdentifiers;
import leakcensus.link.ResolveMethod;
import leakcensus.link.TrustSettings;
import leakcensus.normalise.IdStep;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;
import leakcensus.person.PersonRows;
import leakcensus.person.Sex;
import leakcensus.profile.DistinctTokens;
import leakcensus.spark.evaluate.PersonScore;
import leakcensus.spark.evaluate.ScorePersons;
import leakcensus.spark.profile.ProfileMentions;
import leakcensus.spark.profile.ProfilePersons;
import leakcensus.spark.resolve.AssignMentions;
import leakcensus.spark.resolve.ConnectEdges;
import leakcensus.spark.resolve.IdentityGraph;
import leakcensus.spark.resolve.JudgeLinks;
import leakcensus.spark.resolve.LinkMentions;
import leakcensus.spark.resolve.PlaceMentions;
import leakcensus.spark.stage.Stage;
import leakcensus.spark.stage.StageRunner;
import leakcensus.spark.table.AssignmentTable;
import leakcensus.spark.table.BlockTable;
import leakcensus.spark.table.LabelTable;
import leakcensus.spark.table.TableSchema;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The stages from mentions to counted persons over four mentions: Ada with id and phone, Ada with
 * the phone alone, Bo with an e-mail, and somebody of whom the given name is all that is known.
 */
class StagesIT {

  private static final int BUCKETS = 3;
  private static final int ALL = CountTable.ALL_SOURCES;
  private static final long BUDGET_BYTES = 1 << 20;
  private static final TrustSettings TRUST = new TrustSettings(ResolveMethod.IDENTIFIERS, 100, 5);

  private static final int ADA = 0;
  private static final int ADA_AGAIN = 1;
  private static final int BO = 2;
  private static final int SOMEBODY = 3;

  private static final MentionBlock FOUR =
      block(
          Map.of(PersonField.NATIONAL_ID, 1, PersonField.PHONE, 7, PersonField.FULL_NAME, 1),
          Map.of(PersonField.PHONE, 7, PersonField.FULL_NAME, 1),
          Map.of(PersonField.EMAIL, 3, PersonField.FULL_NAME, 2),
          Map.of(PersonField.GIVEN_NAME, 5));

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
  void sendsPhonesAndEmailsToWhereEqualOnesMeet() {
    List<Row> rows = postings(FOUR, TRUST).collectAsList();

    LongTable postings = table(rows, BlockTable.POSTINGS, LinkRows.postings());
    postings.sort();
    assertThat(rows(postings))
        .containsExactlyInAnyOrder(
            List.of(
                token(PersonField.PHONE, 7),
                (long) NodeKind.PHONE.ordinal(),
                token(PersonField.FULL_NAME, 1),
                0L,
                node(ADA),
                1L,
                1L),
            List.of(
                token(PersonField.PHONE, 7),
                (long) NodeKind.PHONE.ordinal(),
                token(PersonField.FULL_NAME, 1),
                0L,
                node(ADA_AGAIN),
                1L,
                1L),
            List.of(
                token(PersonField.EMAIL, 3),
                (long) NodeKind.EMAIL.ordinal(),
                token(PersonField.FULL_NAME, 2),
                0L,
                node(BO),
                1L,
                1L));
    for (Row row : rows) {
      if (BlockTable.content(row) == BlockTable.POSTINGS) {
        long token = LongTable.decode(BlockTable.block(row)).at(0, LinkRows.TOKEN);
        assertThat(BlockTable.bucket(row)).isEqualTo(Bucket.of(token, BUCKETS));
      }
    }
  }

  @Test
  void sendsTheTokensOfAllFieldsAlong() {
    LongTable tokens =
        table(postings(FOUR, TRUST).collectAsList(), BlockTable.TOKENS, DistinctTokens.table());

    assertThat(rows(tokens).stream().map(row -> row.get(DistinctTokens.TOKEN)).distinct())
        .containsExactlyInAnyOrder(
            token(PersonField.NATIONAL_ID, 1),
            token(PersonField.PHONE, 7),
            token(PersonField.FULL_NAME, 1),
            token(PersonField.EMAIL, 3),
            token(PersonField.FULL_NAME, 2),
            token(PersonField.GIVEN_NAME, 5));
  }

  @Test
  void countsNationalIdsThatTooManyShare() {
    MentionBlock shared =
        block(
            Map.of(PersonField.NATIONAL_ID, 1),
            Map.of(PersonField.NATIONAL_ID, 1),
            Map.of(PersonField.NATIONAL_ID, 2));

    CountTable counts =
        counts(postings(shared, new TrustSettings(ResolveMethod.IDENTIFIERS, 1, 5)));

    int id = NodeKind.NATIONAL_ID.ordinal();
    int refused = LinkOutcome.REFUSED_SHARED.ordinal();
    assertThat(counts.at(Measure.LINK_IDENTIFIERS, ALL, id, refused)).isEqualTo(1);
    assertThat(counts.at(Measure.LINK_MENTIONS, ALL, id, refused)).isEqualTo(2);
  }

  @Test
  void judgesWhatJoinsWhom() {
    List<Row> rows = edges(FOUR).collectAsList();

    assertThat(rows(table(rows, BlockTable.EDGES, LinkRows.edges())))
        .containsExactly(
            List.of(
                (long) NodeKind.PHONE.ordinal(),
                Math.min(node(ADA), node(ADA_AGAIN)),
                Math.max(node(ADA), node(ADA_AGAIN))));
    CountTable counts = counts(edges(FOUR));
    int joined = LinkOutcome.JOINED.ordinal();
    int single = LinkOutcome.SINGLE.ordinal();
    assertThat(counts.at(Measure.LINK_IDENTIFIERS, ALL, NodeKind.PHONE.ordinal(), joined))
        .isEqualTo(1);
    assertThat(counts.at(Measure.LINK_JOINS, ALL, NodeKind.PHONE.ordinal(), joined)).isEqualTo(1);
    assertThat(counts.at(Measure.LINK_IDENTIFIERS, ALL, NodeKind.EMAIL.ordinal(), single))
        .isEqualTo(1);
    assertThat(counts.at(Measure.FIELD_DISTINCT, ALL, PersonField.PHONE.ordinal())).isEqualTo(1);
    assertThat(counts.at(Measure.FIELD_DISTINCT, ALL, PersonField.FULL_NAME.ordinal()))
        .isEqualTo(2);
  }

  @Test
  void refusesABlockThatIsNoPosting() {
    Dataset<Row> mentions = mentions(FOUR);

    assertThatThrownBy(() -> stages.plan(new JudgeLinks(TRUST), mentions).collectAsList())
        .rootCause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Invalid block in table posting: content 0");
  }

  @Test
  void connectsWhatIsJoined() {
    IdentityGraph graph = connect(FOUR);

    List<Row> rows = graph.assignments().collectAsList();
    assertThat(rows).extracting(BlockTable::bucket).containsExactly(0, 1, 2);
    List<List<Long>> assigned = rows(table(rows, BlockTable.ASSIGNMENTS, LinkRows.assignments()));
    assertThat(assigned)
        .extracting(row -> row.get(LinkRows.ASSIGNED_NODE))
        .containsExactlyInAnyOrder(node(ADA), node(ADA_AGAIN));
    assertThat(assigned)
        .extracting(row -> row.get(LinkRows.ASSIGNED_COMPONENT))
        .containsOnly(assigned.get(0).get(LinkRows.ASSIGNED_COMPONENT))
        .containsAnyOf(node(ADA), node(ADA_AGAIN));
    assertThat(graph.counts().at(Measure.FIELD_DISTINCT, ALL, PersonField.PHONE.ordinal()))
        .isEqualTo(1);
    assertThat(spark.sparkContext().getPersistentRDDs().isEmpty()).isTrue();
  }

  @Test
  void putsMentionsIntoPersons() {
    LongTable persons = table(placed(FOUR).collectAsList(), BlockTable.PERSONS, PersonRows.table());

    Map<Long, List<Long>> found = new TreeMap<>();
    for (List<Long> row : rows(persons)) {
      found.put(
          row.get(PersonRows.PERSON),
          List.of(row.get(PersonRows.MENTIONS), row.get(PersonRows.CHECKED_MENTIONS)));
    }
    assertThat(found.values())
        .containsExactlyInAnyOrder(List.of(2L, 1L), List.of(1L, 0L), List.of(1L, 0L));
    assertThat(found).containsKeys(node(BO), node(SOMEBODY));
  }

  @Test
  void saysWhichPersonEachMentionIs() {
    List<Row> rows = assigned(FOUR).collectAsList();

    Map<Long, Long> persons = new TreeMap<>();
    Map<Long, Boolean> attributable = new TreeMap<>();
    for (Row row : rows) {
      long position = row.<Long>getAs(AssignmentTable.POSITION);
      persons.put(position, row.getAs(AssignmentTable.PERSON));
      attributable.put(position, row.getAs(AssignmentTable.ATTRIBUTABLE));
      assertThat(row.<Integer>getAs(AssignmentTable.FILE_ID)).isZero();
      assertThat(row.<Integer>getAs(AssignmentTable.SLOT)).isZero();
      assertThat(row.<Boolean>getAs(AssignmentTable.ORGANISATION)).isFalse();
    }
    assertThat(attributable).isEqualTo(Map.of(0L, true, 1L, true, 2L, true, 3L, false));
    assertThat(persons.get(0L)).isEqualTo(persons.get(1L));
    assertThat(persons.get(2L)).isEqualTo(node(BO));
    assertThat(persons.get(3L)).isEqualTo(node(SOMEBODY));
  }

  @Test
  void scoresPersonsAgainstTrueEntities() {
    PersonScore score = new ScorePersons(labels(0, 8L, 1, 8L, 2, 9L)).run(assigned(FOUR));

    assertThat(score.truePersons()).isEqualTo(2);
    assertThat(score.labelledMentions()).isEqualTo(3);
    assertThat(score.agreement().mentions()).isEqualTo(3);
    assertThat(score.agreement().pairF1Ratio()).isEqualTo(1);
  }

  @Test
  void leavesEntitiesOutThatTheTruthCallsOrganisationsInAllTheirMentions() {
    Dataset<Row> labels =
        labels(0, 8L, 1, 8L, 2, 9L)
            .withColumn(
                LabelTable.TRUE_ORGANISATION,
                functions.col(LabelTable.POSITION).geq(functions.lit(ADA_AGAIN)));

    PersonScore score = new ScorePersons(labels).run(assigned(FOUR));

    assertThat(score.truePersons()).isEqualTo(1);
    assertThat(score.trueOrganisations()).isEqualTo(1);
    assertThat(score.labelledMentions()).isEqualTo(2);
    assertThat(score.agreement().mentions()).isEqualTo(2);
  }

  @Test
  void keepsPersonsInTheTruthWhomTheRunTakesForOrganisations() {
    MentionBlock mentions = fourOfWhichAreOrganisations(ADA_AGAIN, BO);

    PersonScore score = new ScorePersons(labels(0, 8L, 1, 8L, 2, 9L)).run(assigned(mentions));

    assertThat(score.truePersons()).isEqualTo(2);
    assertThat(score.trueOrganisations()).isZero();
    assertThat(score.personsTakenForOrganisations()).isEqualTo(1);
    assertThat(score.labelledMentions()).isEqualTo(3);
    assertThat(score.agreement().mentions()).isEqualTo(3);
  }

  @Test
  void refusesToScoreOrganisationsAlone() {
    ScorePersons scoring =
        new ScorePersons(
            labels(2, 9L).withColumn(LabelTable.TRUE_ORGANISATION, functions.lit(true)));
    Dataset<Row> assigned = assigned(FOUR);

    assertThatThrownBy(() -> scoring.run(assigned))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot score the run: all true entities among its mentions are organisations. Check"
                + " --truth-organisations.");
  }

  private static MentionBlock fourOfWhichAreOrganisations(int... organisations) {
    MentionBlock mentions = new MentionBlock(4);
    mentions.appendEncoded(FOUR.encode());
    for (int row : organisations) {
      mentions.markOrganisation(row);
    }
    return mentions;
  }

  @Test
  void refusesToScoreARunWithoutAnyLabelledMention() {
    ScorePersons scoring = new ScorePersons(labels(77, 8L));
    Dataset<Row> assigned = assigned(FOUR);

    assertThatThrownBy(() -> scoring.run(assigned))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "Cannot score the run: none of its mentions has a true entity. Check --truth-source.");
  }

  @Test
  void countsWhatMentionsHold() {
    CountTable counts = counts(stages.plan(new ProfileMentions(), mentions(FOUR)));

    assertThat(counts.at(Measure.RECORDS, 0, 0)).isEqualTo(4);
    assertThat(counts.at(Measure.MENTIONS, 0, 0)).isEqualTo(4);
    assertThat(counts.at(Measure.UNATTRIBUTABLE_MENTIONS, 0, 0)).isEqualTo(1);
    assertThat(counts.at(Measure.FIELD_PRESENT, 0, 0, PersonField.PHONE.ordinal())).isEqualTo(2);
    assertThat(counts.at(Measure.FIELD_PRESENT, 0, 0, PersonField.EMAIL.ordinal())).isEqualTo(1);
    assertThat(counts.bySecond(Measure.EXACT_FREQUENCY, ALL, 0)).isEqualTo(Map.of(1L, 4L));
  }

  @Test
  void countsPersons() {
    CountTable counts =
        counts(stages.plan(new ProfilePersons(new long[] {100}, BUCKETS), placed(FOUR)));

    assertThat(counts.bySecond(Measure.PERSON_FREQUENCY, ALL, 0)).isEqualTo(Map.of(1L, 1L, 2L, 1L));
    assertThat(counts.bySecond(Measure.CHECKED_ID_FREQUENCY, ALL, 0)).isEqualTo(Map.of(1L, 1L));
    assertThat(counts.at(Measure.PERSON_PRESENT, ALL, PersonField.PHONE.ordinal())).isEqualTo(1);
    assertThat(counts.at(Measure.REPEAT_PAIRS, 0, 0)).isEqualTo(1);
    assertThat(counts.bySecond(Measure.REPEAT_GAPS, 0, 0).values()).containsExactly(1L);
  }

  @Test
  void findsNobodyInNothing() {
    MentionBlock nothing = block();

    CountTable links = counts(edges(nothing));
    IdentityGraph graph = connect(nothing);
    CountTable persons =
        counts(stages.plan(new ProfilePersons(new long[0], BUCKETS), placed(nothing)));
    CountTable mentions = counts(stages.plan(new ProfileMentions(), mentions(nothing)));

    byte[] none = new CountTable().encode();
    assertThat(links.encode()).isEqualTo(none);
    assertThat(graph.counts().encode()).isEqualTo(none);
    assertThat(
            rows(
                table(
                    graph.assignments().collectAsList(),
                    BlockTable.ASSIGNMENTS,
                    LinkRows.assignments())))
        .isEmpty();
    assertThat(persons.encode()).isEqualTo(none);
    assertThat(mentions.encode()).isEqualTo(none);
    assertThat(assigned(nothing).collectAsList()).isEmpty();
  }

  static Stream<Stage> stages() {
    Dataset<Row> assignments = empty(BlockTable.ASSIGNMENT);
    return Stream.of(
        new LinkMentions(TRUST, PostIdentifiers.kinds(0), BUCKETS),
        new JudgeLinks(TRUST),
        new PlaceMentions(assignments, TRUST, BUCKETS),
        new AssignMentions(assignments, TRUST),
        new ProfileMentions(),
        new ProfilePersons(new long[0], BUCKETS));
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
  void namesTheColumnThatAssignmentsLack() {
    Dataset<Row> incomplete = empty(BlockTable.ASSIGNMENT).drop(BlockTable.BUCKET);
    String sentence =
        "Cannot read table assignment: no column bucket int (found"
            + " struct<content:int,block:binary>)";

    assertThatThrownBy(() -> new PlaceMentions(incomplete, TRUST, BUCKETS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(sentence);
    assertThatThrownBy(() -> new AssignMentions(incomplete, TRUST))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(sentence);
  }

  private Dataset<Row> postings(MentionBlock mentions, TrustSettings trust) {
    return stages.plan(
        new LinkMentions(trust, PostIdentifiers.kinds(0), BUCKETS), mentions(mentions));
  }

  private Dataset<Row> edges(MentionBlock mentions) {
    return stages.plan(new JudgeLinks(TRUST), postings(mentions, TRUST));
  }

  private IdentityGraph connect(MentionBlock mentions) {
    return new ConnectEdges(BUDGET_BYTES, BUCKETS).run(edges(mentions));
  }

  private Dataset<Row> placed(MentionBlock mentions) {
    return stages.plan(
        new PlaceMentions(connect(mentions).assignments(), TRUST, BUCKETS), mentions(mentions));
  }

  private Dataset<Row> assigned(MentionBlock mentions) {
    return stages.plan(
        new AssignMentions(connect(mentions).assignments(), TRUST), mentions(mentions));
  }

  /** Mentions as the stages want them: those of bucket i in partition i. */
  private static Dataset<Row> mentions(MentionBlock mentions) {
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < mentions.size(); row++) {
      rows.add(
          BlockTable.row(
              Bucket.of(Node.of(mentions, row, ResolveMethod.IDENTIFIERS), BUCKETS),
              BlockTable.MENTIONS,
              mentions.encode(new int[] {row}, 0, 1)));
    }
    return spark
        .createDataFrame(rows, BlockTable.MENTION.columns())
        .repartitionById(BUCKETS, functions.col(BlockTable.BUCKET));
  }

  private static Dataset<Row> empty(TableSchema table) {
    return spark.createDataFrame(List.<Row>of(), table.columns());
  }

  /** Labels of mentions by their position, each followed by its entity. */
  private static Dataset<Row> labels(long... positionsAndEntities) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < positionsAndEntities.length; i += 2) {
      rows.add(
          RowFactory.create(0, positionsAndEntities[i], 0, positionsAndEntities[i + 1], false));
    }
    return spark.createDataFrame(rows, LabelTable.SCHEMA.columns());
  }

  private static CountTable counts(Dataset<Row> rows) {
    CountTable counts = new CountTable();
    for (Row row : rows.collectAsList()) {
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

  private static List<List<Long>> rows(LongTable table) {
    List<List<Long>> rows = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      int at = row;
      rows.add(IntStream.range(0, table.width()).mapToObj(column -> table.at(at, column)).toList());
    }
    return rows;
  }

  private static long node(int mention) {
    return Node.of(FOUR, mention, ResolveMethod.IDENTIFIERS);
  }

  /** Mentions of source 0, each a record of its own, all of whose values pass their rules. */
  @SafeVarargs
  private static MentionBlock block(Map<PersonField, Integer>... mentions) {
    MentionBlock block = new MentionBlock(1);
    for (Map<PersonField, Integer> values : mentions) {
      int row = block.append(0, 0, block.size(), 0);
      long fields = values.keySet().stream().mapToLong(PersonField::bit).sum();
      block.markLead(row);
      block.markMapped(row);
      block.setFields(row, fields, fields);
      boolean identified = values.containsKey(PersonField.NATIONAL_ID);
      block.setFacts(row, identified ? IdStep.VALID_18.ordinal() : 0, 0, Sex.UNKNOWN, 0);
      block.setContent(row, 1_000 + row, 2_000 + row);
      values.forEach((field, value) -> block.setToken(row, field, token(field, value)));
    }
    return block;
  }

  private static long token(PersonField field, int value) {
    return new SplittableRandom(31L * field.ordinal() + value).nextLong();
  }
}
