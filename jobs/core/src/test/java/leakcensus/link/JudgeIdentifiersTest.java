package leakcensus.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import org.junit.jupiter.api.Test;

class JudgeIdentifiersTest {

  private static final long PHONE = NodeKind.PHONE.ordinal();
  private static final long ONE = 1 << 2 | NodeKind.CONTENT.ordinal();
  private static final long TWO = 2 << 2 | NodeKind.CONTENT.ordinal();
  private static final long THREE = 3 << 2 | NodeKind.CONTENT.ordinal();
  private static final long FOUR = 4 << 2 | NodeKind.CONTENT.ordinal();
  private static final long NO_NAME = 0;
  private static final long NO_BIRTH = 0;

  private final LongTable postings = LinkRows.postings();
  private final JudgeIdentifiers judge =
      new JudgeIdentifiers(new TrustSettings(ResolveMethod.IDENTIFIERS, 10, 3));

  @Test
  void joinsNothingWhereOneNodeOnlyUsesIt() {
    post(7, 50, NO_BIRTH, ONE, 2);
    post(7, NO_NAME, NO_BIRTH, ONE, 3);

    judge.judge(postings);

    assertThat(edges()).isEmpty();
    requireCounts(LinkOutcome.SINGLE, 1, 5, 0, 0);
  }

  @Test
  void joinsAllNodesWhoseMentionsAgree() {
    post(7, 50, 60, TWO, 2);
    post(7, 50, NO_BIRTH, ONE, 1);
    post(7, NO_NAME, 60, THREE, 1);

    judge.judge(postings);

    assertThat(edges()).containsExactly(List.of(PHONE, ONE, TWO), List.of(PHONE, ONE, THREE));
    requireCounts(LinkOutcome.JOINED, 1, 4, 2, 1);
  }

  @Test
  void countsNoMoreUnnamedJoinsThanJoins() {
    post(7, NO_NAME, NO_BIRTH, ONE, 1);
    post(7, NO_NAME, 60, TWO, 1);

    judge.judge(postings);

    requireCounts(LinkOutcome.JOINED, 1, 2, 1, 1);
  }

  @Test
  void joinsByNameWhereTheMentionsDisagree() {
    post(7, 50, NO_BIRTH, ONE, 1);
    post(7, 50, 60, TWO, 1);
    post(7, 51, NO_BIRTH, THREE, 1);
    post(7, NO_NAME, NO_BIRTH, FOUR, 1);

    judge.judge(postings);

    assertThat(edges()).containsExactly(List.of(PHONE, ONE, TWO));
    requireCounts(LinkOutcome.JOINED_BY_NAME, 1, 4, 1, 0);
  }

  @Test
  void refusesADisagreementThatNoNameMends() {
    post(7, 50, 60, ONE, 1);
    post(7, 50, 61, TWO, 1);
    post(7, 51, NO_BIRTH, THREE, 1);

    judge.judge(postings);

    assertThat(edges()).isEmpty();
    requireCounts(LinkOutcome.REFUSED_CONFLICT, 1, 3, 0, 0);
  }

  @Test
  void refusesTwoNationalIdsUnderOneName() {
    post(7, 50, NO_BIRTH, 1 << 2, 1);
    post(7, 50, NO_BIRTH, 2 << 2, 1);
    post(7, 50, NO_BIRTH, THREE, 1);

    judge.judge(postings);

    assertThat(edges()).isEmpty();
    requireCounts(LinkOutcome.REFUSED_CONFLICT, 1, 3, 0, 0);
  }

  @Test
  void refusesWhatMoreMentionsShareThanTheLimit() {
    post(7, 50, NO_BIRTH, ONE, 10);
    post(8, 50, NO_BIRTH, ONE, 10);
    post(8, 50, NO_BIRTH, TWO, 1);
    post(9, 50, NO_BIRTH, ONE, 9);
    post(9, 50, NO_BIRTH, TWO, 1);

    judge.judge(postings);

    assertThat(edges()).containsExactly(List.of(PHONE, ONE, TWO));
    requireCounts(LinkOutcome.SINGLE, 1, 10, 0, 0);
    requireCounts(LinkOutcome.REFUSED_SHARED, 1, 11, 0, 0);
    requireCounts(LinkOutcome.JOINED, 1, 10, 1, 0);
  }

  @Test
  void refusesLimitsBelowOne() {
    assertThatThrownBy(() -> new TrustSettings(ResolveMethod.IDENTIFIERS, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid max-mentions: 0 (must be at least 1)");
    assertThatThrownBy(() -> new TrustSettings(ResolveMethod.IDENTIFIERS, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid max-names: 0 (must be at least 1)");
  }

  @Test
  void namesItsOutcomesForTheTables() {
    assertThat(LinkOutcome.values())
        .extracting(LinkOutcome::key)
        .containsExactly(
            "single",
            "joined",
            "joined-by-name",
            "refused-conflict",
            "refused-shared",
            "refused-chain");
    assertThat(LinkOutcome.values()).extracting(LinkOutcome::meaning).doesNotHaveDuplicates();
  }

  private void post(long token, long name, long birth, long node, long mentions) {
    postings.append(token, PHONE, name, birth, node, 1, mentions);
  }

  private List<List<Long>> edges() {
    LongTable edges = judge.edges();
    List<List<Long>> found = new ArrayList<>();
    for (int row = 0; row < edges.size(); row++) {
      found.add(List.of(edges.at(row, 0), edges.at(row, 1), edges.at(row, 2)));
    }
    return found;
  }

  private void requireCounts(
      LinkOutcome outcome, long identifiers, long mentions, long joins, long unnamedJoins) {
    assertThat(
            List.of(
                count(Measure.LINK_IDENTIFIERS, outcome),
                count(Measure.LINK_MENTIONS, outcome),
                count(Measure.LINK_JOINS, outcome),
                count(Measure.LINK_UNNAMED_JOINS, outcome)))
        .containsExactly(identifiers, mentions, joins, unnamedJoins);
  }

  private long count(Measure measure, LinkOutcome outcome) {
    return judge.counts().at(measure, CountTable.ALL_SOURCES, PHONE, outcome.ordinal());
  }
}
