package leakcensus.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.estimate.LinkageBounds;
import leakcensus.estimate.SourceStatements;
import leakcensus.estimate.capture.IndexMatches;
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

class MatchIndexesTest {

  private static final int ALL = CountTable.ALL_SOURCES;
  private static final LinkageBounds EXACT = new LinkageBounds(900, 900, 900, "Planted.");

  private final CountTable counts = new CountTable();

  @Test
  void addsUpTheCouplesOfAnIndexAndAnotherSource() {
    persons(0, 1, 100);
    persons(1, 1, 200);
    persons(2, 1, 300);
    counts.add(Measure.REPEAT_PERSONS, 0, 1, 5);
    counts.add(Measure.REPEAT_PERSONS, 0, 2, 7);
    counts.add(Measure.REPEAT_PERSONS, 1, 2, 11);

    IndexMatches first = matches(EXACT, "a");
    IndexMatches last = matches(EXACT, "c");
    IndexMatches all = matches(EXACT, "a", "b", "c");

    assertThat(first.comparedPairs()).isEqualTo(100 * 200 + 100 * 300);
    assertThat(first.persons()).isEqualTo(500);
    assertThat(first.matches()).isEqualTo(12);
    assertThat(last.comparedPairs()).isEqualTo(300 * 100 + 300 * 200);
    assertThat(last.persons()).isEqualTo(300);
    assertThat(last.matches()).isEqualTo(18);
    assertThat(all.matches()).isEqualTo(23);
    assertThat(all.observedPersons()).isEqualTo(900);
  }

  @Test
  void countsPersonsHoweverOftenTheyAreNamed() {
    persons(0, 1, 100);
    persons(1, 1, 40);
    persons(1, 4, 10);
    counts.add(Measure.REPEAT_PERSONS, 0, 1, 8);
    counts.add(Measure.REPEAT_PAIRS, 0, 1, 32);

    IndexMatches matches = matches(EXACT, "a");

    assertThat(matches.comparedPairs()).isEqualTo(100 * 50);
    assertThat(matches.persons()).isEqualTo(50);
    assertThat(matches.matches()).isEqualTo(8);
    assertThat(matches.dispersionRatio()).isEqualTo(1);
  }

  @Test
  void knowsThatAPersonInThreeSourcesMakesThreeMatches() {
    persons(0, 1, 100);
    persons(1, 1, 100);
    persons(2, 1, 100);
    counts.add(Measure.OVERLAP, ALL, 0, 0b011, 6);
    counts.add(Measure.OVERLAP, ALL, 0, 0b111, 2);

    // couples 6 x 1 + 2 x 3, squares 6 x 1 + 2 x 9
    assertThat(matches(EXACT, "a", "b", "c").dispersionRatio()).isCloseTo(2, within(1e-12));
    // with one index alone: 6 x 1 + 2 x 2, squares 6 + 8
    assertThat(matches(EXACT, "a").dispersionRatio()).isCloseTo(1.4, within(1e-12));
  }

  @Test
  void letsEveryDoubtfulJoinBeAMatchButNoMentionThatIsNobody() {
    persons(0, 1, 100);
    persons(1, 1, 200);
    counts.add(Measure.REPEAT_PERSONS, 0, 1, 50);
    counts.add(Measure.UNATTRIBUTABLE_MENTIONS, 1, 0, 30);

    IndexMatches matches = matches(new LinkageBounds(880, 900, 940, "Doubtful."), "a");

    assertThat(matches.fewestMatches()).isEqualTo(40);
    assertThat(matches.matches()).isEqualTo(50);
    assertThat(matches.mostMatches()).isEqualTo(70);
    assertThat(matches.observedPersons()).isEqualTo(880);
  }

  private void persons(int source, long mentions, long persons) {
    counts.add(Measure.PERSON_FREQUENCY, source, 0, mentions, persons);
  }

  private IndexMatches matches(LinkageBounds linkage, String... indexes) {
    return MatchIndexes.of(
        new CensusFacts(
            List.of(source("a"), source("b"), source("c")),
            Intake.of(List.of(), SplitTally.table()),
            counts,
            Optional.empty()),
        new SourceStatements(new TreeSet<>(List.of(indexes)), new TreeMap<>()),
        linkage);
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
