package leakcensus;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import leakcensus.RegularExpressions.Use;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Java's regular expressions go back and try again, so a hostile text can hold one for hours. None
 * of them comes from outside, and none of ours reads a text more often than its length allows.
 */
class RegularExpressionsTest {

  private static final int LENGTH = 400;
  private static final int DEEP = 30_000;

  /** Of a class that searches by another expression. */
  private static final Set<String> MATCHED_WHOLE = Set.of("_[A-Za-z_]+|[a-z]++(?:[A-Z][a-z]++)++");

  /** Reading twice the text costs twice the reads, and four times where something is quadratic. */
  private static final double MOST_GROWTH = 2.6;

  /** What is read at most whatever the length: lengths below it say nothing. */
  private static final long FREE_READS = 4_000;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]++");

  private static List<Use> uses;

  @BeforeAll
  static void find() throws IOException {
    uses = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("leakcensus")) {
      try (InputStream code = type.getSource().orElseThrow().getUri().toURL().openStream()) {
        uses.addAll(RegularExpressions.of(code));
      }
    }
  }

  @Test
  void areConstantsOfTheProgram() {
    assertThat(uses).hasSizeGreaterThan(80);
    assertThat(uses)
        .filteredOn(use -> use.expression() == null)
        .extracting(Use::place)
        .as("but for one of libphonenumber's own metadata, held against the empty text")
        .containsExactly("leakcensus/normalise/RegionPlan.emptyPrefixIsPlain");
  }

  @Tag("long")
  @Test
  void readNoTextMoreOftenThanItsLengthAllows() {
    List<String> slow = new ArrayList<>();
    uses.stream()
        .filter(use -> use.expression() != null)
        .distinct()
        .forEach(use -> slow.addAll(slow(use)));

    assertThat(slow).isEmpty();
  }

  /** The rules' own test. */
  @Test
  void findsWhatIsNoConstantAndWhatIsSlow() throws IOException {
    String file = Hostile.class.getName().replace('.', '/') + ".class";
    List<Use> found;
    try (InputStream code = Hostile.class.getClassLoader().getResourceAsStream(file)) {
      found = RegularExpressions.of(code);
    }

    assertThat(found)
        .extracting(Use::expression)
        .containsExactly(null, "(a+)+b", "\\s*\\R\\s*", "a.*b.*c", "([A-Z][a-z]+)+");
    assertThat(found).hasSize(5);
    assertThat(found.subList(1, 5)).allSatisfy(use -> assertThat(slow(use)).isNotEmpty());
  }

  private static List<String> slow(Use use) {
    List<String> slow = new ArrayList<>();
    boolean isCompiled = use.call().equals("compile");
    boolean isMatch = isCompiled || use.call().equals("matches");
    boolean isSearch =
        isCompiled
            ? use.searches() && !MATCHED_WHOLE.contains(use.expression())
            : !use.call().equals("matches");
    Pattern pattern = Pattern.compile(use.expression(), use.flags());
    for (Text text : texts(use.expression())) {
      if (isMatch && grows(pattern, text, false)
          || isSearch && grows(pattern, text, true)
          || text.isShort() && overflows(pattern, text.of(DEEP))) {
        slow.add("%s in %s, by %s".formatted(use.expression(), use.place(), text));
        return slow;
      }
    }
    return slow;
  }

  private static boolean grows(Pattern pattern, Text text, boolean search) {
    long once = reads(pattern, text.of(LENGTH), search);
    long twice = reads(pattern, text.of(2 * LENGTH), search);
    return twice > FREE_READS && (twice == Long.MAX_VALUE || twice > MOST_GROWTH * once);
  }

  /** Groups that repeat call themselves, until the stack is full. */
  private static boolean overflows(Pattern pattern, String text) {
    try {
      boolean ignored = pattern.matcher(text).matches();
      return false;
    } catch (StackOverflowError full) {
      return true;
    }
  }

  private static long reads(Pattern pattern, String text, boolean search) {
    CountingText counting = new CountingText(text);
    Matcher matcher = pattern.matcher(counting);
    try {
      boolean found = search ? matcher.find() : matcher.matches();
      while (search && found) {
        found = matcher.find();
      }
    } catch (CountingText.EndlessException endless) {
      return Long.MAX_VALUE;
    }
    return counting.reads();
  }

  /**
   * A near miss: a beginning, something that repeats, and an end that fits nothing.
   *
   * @param beginning what comes before
   * @param repeated what comes again and again
   * @param end what comes last
   */
  private record Text(String beginning, String repeated, String end) {

    boolean isShort() {
      return beginning.isEmpty()
          && repeated.length() <= 2
          && repeated.chars().allMatch(c -> c < 128);
    }

    String of(int length) {
      return beginning + repeated.repeat(Math.max(1, length / repeated.length())) + end;
    }
  }

  /** From the words of the expression, and a character of each kind. */
  private static Set<Text> texts(String expression) {
    Set<String> words = new LinkedHashSet<>();
    WORD.matcher(expression).results().forEach(word -> words.add(word.group()));
    Set<String> pieces = new LinkedHashSet<>(List.of(" ", "\n", "a", "A", "1", "路", ".", "_", "-"));
    expression
        .codePoints()
        .filter(character -> !Character.isLetterOrDigit(character))
        .limit(40)
        .forEach(character -> pieces.add(Character.toString(character)));
    words.stream().limit(12).forEach(pieces::add);
    List<String> beginnings = new ArrayList<>(List.of("", "x\n"));
    words.stream().limit(12).flatMap(word -> Stream.of(word, word + " ")).forEach(beginnings::add);
    Set<Text> texts = new LinkedHashSet<>();
    for (String beginning : beginnings) {
      for (String piece : pieces) {
        texts.add(new Text(beginning, piece, "\u0001"));
        texts.add(new Text(beginning, piece, "\n\u0001"));
      }
    }
    for (String piece : pieces) {
      for (String other : pieces) {
        texts.add(new Text("", piece + other, "\n\u0001"));
      }
    }
    return texts;
  }

  /** What must not be: the rules' own test. */
  private static final class Hostile {

    private Hostile() {}

    static boolean given(String text, String expression) {
      return text.matches(expression);
    }

    static boolean nested(String text) {
      return Pattern.compile("(a+)+b").matcher(text).matches();
    }

    static String blanks(String text) {
      return text.replaceAll("\\s*\\R\\s*", " ");
    }

    static boolean several(String text) {
      return text.matches("a.*b.*c");
    }

    static boolean deep(String text) {
      return text.matches("([A-Z][a-z]+)+");
    }
  }
}
