package leakcensus.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakcensus.block.LongTable;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.estimate.LinkageBounds;
import leakcensus.link.LinkOutcome;
import leakcensus.link.NodeKind;
import leakcensus.normalise.DateOrder;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.person.PersonField;
import leakcensus.source.Intake;
import leakcensus.source.RecordFormat;
import leakcensus.source.Slot;
import leakcensus.source.Source;
import leakcensus.source.SplitTally;
import org.junit.jupiter.api.Test;

class BoundLinkageTest {

  private static final int ALL = CountTable.ALL_SOURCES;

  private final CountTable counts = new CountTable();

  @Test
  void takesTheGroupsAsTheBestCount() {
    persons(1, 90);
    persons(4, 10);

    LinkageBounds bounds = bounds();

    assertThat(bounds.persons()).isEqualTo(100);
    assertThat(bounds.upperPersons()).isEqualTo(100);
  }

  @Test
  void holdsEveryCheckedIdForAPerson() {
    persons(1, 100);
    counts.add(Measure.CHECKED_ID_FREQUENCY, ALL, 0, 1, 30);
    counts.add(Measure.CHECKED_ID_FREQUENCY, ALL, 0, 3, 7);

    LinkageBounds bounds = bounds();

    assertThat(bounds.lowerPersons()).isEqualTo(37);
    assertThat(bounds.assumptions())
        .isEqualTo(
            "Upper end: a checked id, and a phone or e-mail under one name, belong to one person;"
                + " mentions too thin to be anyone, and organisations, count as one"
                + " person each. Lower end:"
                + " every checked id is a person; mentions without one may all be people already"
                + " counted.");
  }

  @Test
  void knowsOfOnePersonOnlyWithoutACheckedId() {
    persons(1, 100);

    LinkageBounds bounds = bounds();

    assertThat(bounds.lowerPersons()).isEqualTo(1);
    assertThat(bounds.assumptions())
        .isEqualTo(
            "Upper end: a checked id, and a phone or e-mail under one name, belong to one person;"
                + " mentions too thin to be anyone, and organisations, count as one"
                + " person each. Lower end:"
                + " there is no id with a check digit, so nothing tells how many groups are the same"
                + " person.");
  }

  @Test
  void knowsOfNobodyWithoutPersons() {
    counts.add(Measure.UNATTRIBUTABLE_MENTIONS, 0, 0, 3);
    counts.add(Measure.ORGANISATION_MENTIONS, 0, 0, 2);

    assertThat(bounds())
        .extracting(
            LinkageBounds::lowerPersons, LinkageBounds::persons, LinkageBounds::upperPersons)
        .containsExactly(0L, 0L, 5L);
  }

  @Test
  void undoesJoinsThatNoNameConfirms() {
    persons(2, 100);
    unnamedJoins(NodeKind.EMAIL, LinkOutcome.JOINED, 8);
    unnamedJoins(NodeKind.PHONE, LinkOutcome.JOINED, 3);
    unnamedJoins(NodeKind.PHONE, LinkOutcome.JOINED_BY_NAME, 1);
    joins(NodeKind.PHONE, LinkOutcome.JOINED, 50);

    assertThat(bounds())
        .extracting(LinkageBounds::persons, LinkageBounds::upperPersons)
        .containsExactly(100L, 112L);
  }

  @Test
  void takesThinMentionsOfAllSourcesForPersonsOfTheirOwn() {
    persons(2, 100);
    counts.add(Measure.UNATTRIBUTABLE_MENTIONS, 0, 0, 5);
    counts.add(Measure.UNATTRIBUTABLE_MENTIONS, 1, 0, 20);

    assertThat(bounds())
        .extracting(LinkageBounds::persons, LinkageBounds::upperPersons)
        .containsExactly(100L, 125L);
  }

  @Test
  void addsAllUp() {
    persons(1, 60);
    persons(2, 40);
    counts.add(Measure.PERSON_FREQUENCY, 0, 0, 1, 999);
    counts.add(Measure.CHECKED_ID_FREQUENCY, ALL, 0, 1, 55);
    counts.add(Measure.CHECKED_ID_FREQUENCY, 0, 0, 1, 888);
    counts.add(Measure.UNATTRIBUTABLE_MENTIONS, 1, 0, 7);
    unnamedJoins(NodeKind.EMAIL, LinkOutcome.JOINED, 4);

    assertThat(bounds())
        .extracting(
            LinkageBounds::lowerPersons, LinkageBounds::persons, LinkageBounds::upperPersons)
        .containsExactly(55L, 100L, 111L);
  }

  private void persons(long mentions, long persons) {
    counts.add(Measure.PERSON_FREQUENCY, ALL, 0, mentions, persons);
  }

  private void joins(NodeKind kind, LinkOutcome outcome, long joins) {
    counts.add(Measure.LINK_JOINS, ALL, kind.ordinal(), outcome.ordinal(), joins);
  }

  private void unnamedJoins(NodeKind kind, LinkOutcome outcome, long joins) {
    counts.add(Measure.LINK_UNNAMED_JOINS, ALL, kind.ordinal(), outcome.ordinal(), joins);
  }

  private LinkageBounds bounds() {
    LongTable nothing = SplitTally.table();
    return BoundLinkage.of(
        new CensusFacts(
            List.of(source("people"), source("orders")),
            Intake.of(List.of(), nothing),
            counts,
            Optional.empty()));
  }

  private static Source source(String name) {
    return new Source(
        name,
        List.of("file"),
        new RecordFormat.JsonLines(),
        "UTF-8",
        List.of(Slot.of("holder", Map.of(PersonField.PHONE, List.of("mobile")))),
        List.of(),
        new NormaliseSettings("CN", NationalIdRule.CN_RESIDENT_ID, DateOrder.DAY_FIRST));
  }
}
