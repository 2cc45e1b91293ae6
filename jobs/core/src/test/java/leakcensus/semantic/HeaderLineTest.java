package leakcensus.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderLineTest {

  private static final long SEED = 5;

  @Test
  void tellsTheHeadersOfAllLayouts() {
    for (MadeLayout layout : MadeLayout.all()) {
      List<String> headers = layout.columns().stream().map(MadeLayout.Column::header).toList();

      assertThat(HeaderLine.namesColumns(headers)).as(layout.name()).isTrue();
    }
  }

  @Test
  void takesRecordsOfAllLayoutsForNoHeaders() {
    Random random = new Random(SEED);
    int records = 0;
    int taken = 0;
    for (MadeLayout layout : MadeLayout.all()) {
      for (int number = 0; number < 20; number++) {
        MadeRecord made = new MadeRecord(layout.country(), number, random);
        List<String> record =
            layout.columns().stream().map(column -> made.value(column.kind())).toList();
        records++;
        taken += HeaderLine.namesColumns(record) ? 1 : 0;
      }
    }

    assertThat((double) taken / records)
        .as("of %d records, seed %d", records, SEED)
        .isLessThan(0.01);
  }

  @ParameterizedTest
  @ValueSource(strings = {"c1,c2,c3", "alpha,custRef", "_a,_b"})
  void takesUnknownWordsForNames(String line) {
    assertThat(HeaderLine.namesColumns(List.of(line.split(",")))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"alpha,beta", "Quillon,Vexford,Brindlewick", "ada99,hunter2", "陌生,词语"})
  void takesWordsThatNoListKnowsForARecordSinceTheyMayBeSomebody(String line) {
    assertThat(HeaderLine.namesColumns(List.of(line.split(",")))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,2,3", "Ada,Byron,ada@mail.com", "王伟,13800138000", "x,x", "a,,b", ""})
  void takesValuesRepeatsAndBlanksForARecord(String line) {
    assertThat(HeaderLine.namesColumns(List.of(line.split(",")))).isFalse();
  }
}
