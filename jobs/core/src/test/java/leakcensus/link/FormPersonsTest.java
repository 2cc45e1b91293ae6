package leakcensus.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import leakcensus.block.LongTable;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;
import leakcensus.person.PersonRows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormPersonsTest {

  private static final TrustSettings TRUST = new TrustSettings(ResolveMethod.IDENTIFIERS, 9, 9);
  private static final long ID = 0x1234_5678_9ABC_DEF0L;

  /** A gap is measured between two mentions of a person, in one source or across two. */
  @ParameterizedTest(name = "sources {0}, joined: {1}")
  @CsvSource({
    "0, false, false",
    "0 0, false, true",
    "0 1, false, true",
    "0 1 2, false, false",
    "0, true, true",
    "0 1 2, true, true",
  })
  void keepsPositionsOnlyWhereAGapMayBeMeasured(String sources, boolean joined, boolean kept) {
    MentionBlock mentions = new MentionBlock(1);
    for (String source : sources.split(" ")) {
      int row = mentions.append(Integer.parseInt(source), 7, 100 + mentions.size(), 0);
      mentions.setFields(row, PersonField.NATIONAL_ID.bit(), PersonField.NATIONAL_ID.bit());
      mentions.setToken(row, PersonField.NATIONAL_ID, ID);
    }
    MentionGroups groups = new MentionGroups(mentions, TRUST);
    LongTable assignments = LinkRows.assignments();
    if (joined) {
      assignments.append(groups.node(0), 5);
    }

    LongTable persons = new FormPersons(groups, assignments).form();

    assertThat(persons.size()).isEqualTo(List.of(sources.split(" ")).stream().distinct().count());
    for (int row = 0; row < persons.size(); row++) {
      assertThat(persons.at(row, PersonRows.PERSON)).isEqualTo(joined ? 5 : groups.node(0));
      assertThat(persons.at(row, PersonRows.FIRST_FILE)).isEqualTo(kept ? 7 : 0);
      assertThat(persons.at(row, PersonRows.FIRST_POSITION)).isEqualTo(kept ? 100 + row : 0);
    }
  }
}
