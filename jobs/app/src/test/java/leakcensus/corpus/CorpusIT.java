package leakcensus.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import leakcensus.testing.LocalSpark;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same people are counted the same in a few very different dresses. */
@ExtendWith(LocalSpark.class)
class CorpusIT {

  private static final int PERSONS = 2_000;

  @TempDir private static Path folder;
  private static Corpus corpus;

  private final SparkSession spark;

  CorpusIT(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeAll
  static void countOnce(SparkSession spark) throws IOException {
    People people = Corpus.synthesise(spark, folder.resolve("leak"), PERSONS);
    corpus = Corpus.count(spark, people, Corpus.BY_IDENTIFIERS, folder);
  }

  @ParameterizedTest
  @MethodSource("leakcensus.corpus.Dresses#quick")
  void countsTheSameIn(Dress dress) throws IOException {
    corpus.check(spark, dress);
  }

  @Test
  void seesOneSexLess() throws IOException {
    List<List<String>> rows = new ArrayList<>(corpus.people().rows());
    int column = Dress.COLUMNS.indexOf("sex");
    int row = 0;
    while (rows.get(row).get(column).isEmpty()) {
      row++;
    }
    List<String> changed = new ArrayList<>(rows.get(row));
    changed.set(column, "");
    rows.set(row, changed);
    Corpus other =
        new Corpus(new People(Dress.COLUMNS, rows), corpus.settings(), folder, corpus.expected());

    assertThat(corpus.frequencies()).anyMatch(line -> line.contains("level=Optional[person]"));
    assertThatThrownBy(() -> other.check(spark, Dresses.quick().get(0)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("csv-semicolon GB18030 ZIP: rows that differ")
        .hasMessageContaining("missing in field_profile: ");
  }
}
