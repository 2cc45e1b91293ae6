package leakcensus.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import leakcensus.testing.LocalSpark;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty thousand people are counted the same in every dress. */
@Tag("long")
@ExtendWith(LocalSpark.class)
class WholeCorpusIT {

  private static final int PERSONS = 20_000;
  private static final Transliterator TO_TRADITIONAL =
      Transliterator.getInstance("Simplified-Traditional");

  /** Stands for the few characters that Big5 has not. */
  private static final String FITTING = "\u4e00";

  @TempDir private static Path folder;
  private static Corpus corpus;
  private static Corpus traditional;
  private static Corpus matched;

  private final SparkSession spark;

  WholeCorpusIT(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeAll
  static void countOnce(SparkSession spark) throws IOException {
    People people = Corpus.synthesise(spark, folder.resolve("leak"), PERSONS);
    corpus = Corpus.count(spark, people, Corpus.BY_IDENTIFIERS, folder);
    traditional =
        Corpus.count(spark, people.with(WholeCorpusIT::traditional), Corpus.BY_IDENTIFIERS, folder);
    matched = Corpus.count(spark, people, Corpus.BY_MATCHING, folder);
  }

  @Test
  void isSixtyDressesAndMore() {
    assertThat(Dresses.all().size() + Dresses.traditional().size()).isGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @MethodSource("leakcensus.corpus.Dresses#all")
  void countsTheSameIn(Dress dress) throws IOException {
    corpus.check(spark, dress);
  }

  @ParameterizedTest
  @MethodSource("leakcensus.corpus.Dresses#traditional")
  void countsTheSameInTraditionalCharactersIn(Dress dress) throws IOException {
    traditional.check(spark, dress);
  }

  @ParameterizedTest
  @MethodSource("leakcensus.corpus.Dresses#matched")
  void matchesTheSameIn(Dress dress) throws IOException {
    matched.check(spark, dress);
  }

  private static String traditional(String text) {
    return TO_TRADITIONAL
        .transliterate(text)
        .codePoints()
        .mapToObj(Character::toString)
        .map(character -> TextEncoding.BIG5.has(character) ? character : FITTING)
        .collect(Collectors.joining());
  }
}
