package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page says is shown by a test is shown by one that is there. */
class DocumentedTestsTest {

  private static final Path HOME = Path.of("..", "..");
  private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");
  private static final Pattern TEST =
      Pattern.compile("@(?:Parameterized)?Test\\b(?s:.*?)void (\\w+)\\(");

  @ParameterizedTest
  @CsvSource({"docs/bad-inputs.md, 50", "docs/faults.md, 15"})
  void areThere(String document, int atLeast) throws IOException {
    String page = Files.readString(HOME.resolve(document));
    List<MatchResult> named = NAMED.matcher(page).results().toList();
    List<String> missing = new ArrayList<>();
    for (MatchResult test : named) {
      Pattern method = Pattern.compile("void " + test.group(2) + "\\(");
      if (sources(test.group(1)).stream().noneMatch(text -> method.matcher(text).find())) {
        missing.add(test.group());
      }
    }

    assertThat(named).hasSizeGreaterThan(atLeast);
    assertThat(missing).isEmpty();
  }

  /** The nightly build leaves these to {@code bench/faults}, which goes by the page. */
  @Test
  void nameEveryTestOfAFault() throws IOException {
    String page = Files.readString(HOME.resolve("docs/faults.md"));
    List<String> unnamed = new ArrayList<>();
    int tests = 0;
    try (Stream<Path> files = Files.walk(HOME.resolve("jobs"))) {
      for (Path file : files.filter(found -> found.toString().endsWith("IT.java")).toList()) {
        String text = read(file);
        if (text.contains("@Tag(\"fault\")")) {
          String name = file.getFileName().toString().replace(".java", "");
          for (MatchResult test : TEST.matcher(text).results().toList()) {
            tests++;
            if (!page.contains("`%s.%s`".formatted(name, test.group(1)))) {
              unnamed.add(name + "." + test.group(1));
            }
          }
        }
      }
    }

    assertThat(tests).isGreaterThan(15);
    assertThat(unnamed).isEmpty();
  }

  private static List<String> sources(String name) throws IOException {
    try (Stream<Path> files = Files.walk(HOME.resolve("jobs"))) {
      return files
          .filter(file -> file.endsWith(name + ".java"))
          .map(DocumentedTestsTest::read)
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
