package leakcensus.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldNamesTest {

  @Test
  void leavesNamesThatTellFieldsApart() {
    assertThat(FieldNames.of(List.of("a", " b ", "A"))).containsExactly("a", "b", "A");
  }

  @Test
  void numbersNamesThatComeAgainAndNamesBlankOnesByPlace() {
    assertThat(FieldNames.of(List.of("name", "tel", "name", "", "tel", " ", "name")))
        .containsExactly("name", "tel", "name#2", "column4", "tel#2", "column6", "name#3");
  }

  @Test
  void neverTakesAWrittenNameForAMadeOne() {
    assertThat(FieldNames.of(List.of("a", "a", "a#2", "", "column4", "a")))
        .containsExactly("a", "a#3", "a#2", "column4#2", "column4", "a#4");
  }

  @Test
  void namesManyFieldsAlikeInNoTime() {
    List<String> names = FieldNames.of(Collections.nCopies(20_000, "a"));

    assertThat(new HashSet<>(names)).hasSize(20_000);
    assertThat(names).startsWith("a", "a#2").endsWith("a#20000");
  }
}
