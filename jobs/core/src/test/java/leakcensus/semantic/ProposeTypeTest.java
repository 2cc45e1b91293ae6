package leakcensus.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProposeTypeTest {

  private static final long SEED = 61128;

  @Test
  void tellsColumnsWithHeaders() {
    TypeScore score = score(UnaryOperator.identity());

    assertThat(MadeLayout.all()).hasSizeGreaterThanOrEqualTo(30);
    assertThat(score.rightRatio()).as(score.table()).isGreaterThanOrEqualTo(0.95);
    assertThat(score.wrongRatio()).as(score.table()).isLessThan(0.02);
    assertThat(score.openRatio()).as(score.table()).isLessThan(0.10);
  }

  @Tag("long")
  @Test
  void tellsShuffledColumnsWithHeaders() {
    Random random = new Random(SEED);
    TypeScore score = score(layout -> layout.shuffled(random));

    assertThat(score.rightRatio()).as(score.table()).isGreaterThanOrEqualTo(0.95);
    assertThat(score.wrongRatio()).as(score.table()).isLessThan(0.02);
  }

  @Test
  void tellsColumnsWithoutHeaders() {
    TypeScore score = score(MadeLayout::withoutHeaders);

    assertThat(score.rightRatio()).as(score.table()).isGreaterThanOrEqualTo(0.85);
    assertThat(score.wrongRatio()).as(score.table()).isLessThan(0.02);
    assertThat(score.openRatio()).as(score.table()).isLessThan(0.10);
  }

  @Test
  void saysWhyInWordsAndWithoutAValue() {
    ProfileColumn column = new ProfileColumn("身份证号");
    for (int number = 0; number < 100; number++) {
      column.add(MadeIds.of("cn", "1980-02-03", new Random(number)));
    }

    TypeProposal proposal = ProposeType.of(List.of(column.profile())).get(0);

    assertThat(proposal.type()).isEqualTo(SemanticType.CN_RESIDENT_ID);
    assertThat(proposal.best().orElseThrow().reasons())
        .containsExactly(
            "100 % pass area, date and check digit of a Chinese resident id", "header 身份证号");
  }

  @Test
  void leavesAColumnOpenThatNothingSpeaksFor() {
    ProfileColumn column = new ProfileColumn("x17");
    for (int number = 0; number < 100; number++) {
      column.add("abc".substring(number % 3));
    }

    TypeProposal proposal = ProposeType.of(List.of(column.profile())).get(0);

    assertThat(proposal.best().filter(best -> best.type() != SemanticType.OTHER)).isEmpty();
    assertThat(proposal.type()).isEqualTo(SemanticType.OTHER);
  }

  @Test
  void tellsNoSharesOfFewValues() {
    ProfileColumn column = new ProfileColumn("");
    for (int number = 0; number < 10; number++) {
      column.add("a%d@example.org".formatted(number));
    }

    TypeProposal proposal = ProposeType.of(List.of(column.profile())).get(0);

    assertThat(proposal.ranked().get(0).reasons())
        .containsExactly("most are valid e-mail addresses");
  }

  @Test
  void onlyTheBestOfTwoColumnsIsTheBirthDate() {
    ProfileColumn born = new ProfileColumn("dob");
    ProfileColumn other = new ProfileColumn("");
    for (int number = 0; number < 100; number++) {
      born.add("19%02d-03-04".formatted(number % 90 + 10));
      other.add("20%02d-03-04".formatted(number % 13));
    }

    List<TypeProposal> proposals = ProposeType.of(List.of(other.profile(), born.profile()));

    assertThat(proposals)
        .extracting(TypeProposal::type)
        .containsExactly(SemanticType.DATE_TIME, SemanticType.BIRTH_DATE);
  }

  private static TypeScore score(UnaryOperator<MadeLayout> change) {
    TypeScore score = new TypeScore();
    Random random = new Random(SEED);
    for (MadeLayout layout : MadeLayout.all()) {
      MadeLayout changed = change.apply(layout);
      score.add(changed, ProposeType.of(changed.profiles(random)));
    }
    return score;
  }
}
