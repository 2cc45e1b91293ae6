package leakcensus.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryPatternTest {

  @ParameterizedTest
  @CsvSource({
    "*.csv, a.csv",
    "*.csv, .csv",
    "?.csv, a.csv",
    "a*b*c, abc",
    "a*b*c, axbxbxc",
    "**, a",
    "**, a/b/c",
    "**/a.csv, a.csv",
    "**/a.csv, x/y/a.csv",
    "x/**/a.csv, x/a.csv",
    "x/**/a.csv, x/y/z/a.csv",
    "x/**, x/y/z",
    "a**z, a/b/z",
    "*.zip!/*.csv, a.zip!/b.csv",
    "**!/**/b.csv, x/a.zip!/b.csv",
    "a.zip!/**!/c, a.zip!/x/b.zip!/c",
    "张*.csv, 张三.csv"
  })
  void matches(String pattern, String name) {
    assertThat(EntryPattern.parse(pattern).matches(name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "*.csv, a.csv.gz",
    "*.csv, x/a.csv",
    "*.csv, A.CSV",
    "?.csv, .csv",
    "x?a, x/a",
    "a*b*c, acb",
    "**/a.csv, xa.csv",
    "x/**/a.csv, x/ya.csv",
    "x/**, xy",
    "**, a.zip!/b",
    "*.zip, a.zip!/b",
    "**!/**, a",
    "**!/**, a!/b!/c",
    "[ab], a",
    "a.c, abc"
  })
  void doesNotMatch(String pattern, String name) {
    assertThat(EntryPattern.parse(pattern).matches(name)).isFalse();
  }

  @Test
  void matchesTheFileItselfByTheEmptyPattern() {
    assertThat(EntryPattern.parse("").matches("")).isTrue();
    assertThat(EntryPattern.parse("**").matches("")).isTrue();
    assertThat(EntryPattern.parse("").matches("a")).isFalse();
  }

  @Test
  void takesNoLongerForAHostileName() {
    String pattern = "*a".repeat(100) + "b";
    String name = "a".repeat(60_000);

    // A matcher that goes back would try more ways than there are atoms.
    assertThat(EntryPattern.parse(pattern).matches(name)).isFalse();
  }
}
