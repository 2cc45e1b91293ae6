package leakcensus.census;

import static org.assertj.core.api.Assertions.assertThat;

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

  private static final LinkageBounds EXACT = new LinkageBounds(900, 900, 900, "Planted.");

  private final CountTable counts = new CountTable();

  @Test
  void takesThePersonsOfEachSourceFromTheirOverlap() {
    overlap(0b001, 88);
    overlap(0b010, 184);
    overlap(0b100, 282);
    overlap(0b011, 5);
    overlap(0b101, 7);
    overlap(0b110, 11);

    IndexMatches matches = matches(EXACT, "c");

    assertThat(matches.comparedPairs()).isEqualTo(300 * 100 + 300 * 200);
    assertThat(matches.persons()).isEqualTo(100 + 200);
    assertThat(matches.matches()).isEqualTo(18);
    assertThat(matches.observedPersons()).isEqualTo(900);
  }

  @Test
  void letsEveryDoubtfulJoinBeAMatchButNoMentionThatIsNobody() {
    overlap(0b001, 50);
    overlap(0b010, 150);
    overlap(0b011, 50);
    counts.add(Measure.UNATTRIBUTABLE_MENTIONS, 1, 0, 30);

    IndexMatches matches = matches(new LinkageBounds(880, 900, 940, "Doubtful."), "a");

    assertThat(matches.fewestMatches()).isEqualTo(40);
    assertThat(matches.matches()).isEqualTo(50);
    assertThat(matches.mostMatches()).isEqualTo(70);
    assertThat(matches.observedPersons()).isEqualTo(880);
  }

  private void overlap(long sources, long persons) {
    counts.add(Measure.OVERLAP, CountTable.ALL_SOURCES, 0, sources, persons);
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
