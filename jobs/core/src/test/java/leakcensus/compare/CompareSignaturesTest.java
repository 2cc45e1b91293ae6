package leakcensus.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import leakcensus.person.PersonField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareSignaturesTest {

  private final TextMention mention = new TextMention(1);

  @Test
  void isNearWhereOneCharacterLostFromEachAtMostMakesTwoCodesEqual() {
    SplittableRandom random = new SplittableRandom(20260701);
    int near = 0;

    for (int i = 0; i < 30_000; i++) {
      String left = text(random, "abc", 1 + random.nextInt(7));
      String right = text(random, "abc", 1 + random.nextInt(7));
      String expected =
          left.equals(right) ? "exact-0" : isOneLossApart(left, right) ? "near" : "different";
      near += expected.equals("near") ? 1 : 0;

      assertThat(mention.level(PersonField.NATIONAL_ID, ComparisonField.NATIONAL_ID, left, right))
          .as("%s and %s", left, right)
          .isEqualTo(expected);
    }
    assertThat(near).isBetween(1_000, 29_000);
  }

  @Test
  void isNearAfterAnyOneEdit() {
    SplittableRandom random = new SplittableRandom(20260702);

    for (int i = 0; i < 20_000; i++) {
      String text = text(random, "0123456789", 2 + random.nextInt(17));
      String edited = edited(random, text);

      assertThat(mention.level(PersonField.PHONE, ComparisonField.PHONE, text, edited))
          .as("%s and %s", text, edited)
          .isEqualTo(text.equals(edited) ? "exact-0" : "near");
    }
  }

  @Test
  void isNotNearBeyondTwoEdits() {
    SplittableRandom random = new SplittableRandom(20260703);

    for (int i = 0; i < 20_000; i++) {
      String left = text(random, "ab", 1 + random.nextInt(9));
      String right = text(random, "ab", 1 + random.nextInt(9));
      String level = mention.level(PersonField.PHONE, ComparisonField.PHONE, left, right);

      if (level.equals("near")) {
        assertThat(edits(left, right)).as("%s and %s", left, right).isBetween(1, 2);
      } else if (left.length() > 1 && right.length() > 1) {
        assertThat(edits(left, right)).as("%s and %s", left, right).isNotEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // A lost character on each side is two edits, and shares what is left over.
    "abc, bcd, near",
    "abcd, abdc, near",
    "abcd, badc, different",
    "abcd, dabc, near",
    "a, b, different",
    "a, ab, near",
    "ab, ba, near",
  })
  void saysWhatTheDeletionNeighbourhoodCatches(String left, String right, String level) {
    assertThat(mention.level(PersonField.PHONE, ComparisonField.PHONE, left, right))
        .isEqualTo(level);
  }

  @Test
  void levelsAddressesByTheShareOfCommonBigrams() {
    SplittableRandom random = new SplittableRandom(20260704);
    Map<String, Integer> seen = new java.util.TreeMap<>();

    for (int i = 0; i < 20_000; i++) {
      String left = text(random, "abcd", 1 + random.nextInt(i % 2 == 0 ? 12 : 160));
      String right = left;
      for (int edit = random.nextInt(8); edit >= 0 && right.length() > 1; edit--) {
        right = edited(random, right);
      }
      String expected = left.equals(right) ? "exact-0" : byDice(dice(left, right));
      seen.merge(expected, 1, Integer::sum);

      assertThat(mention.level(PersonField.ADDRESS, ComparisonField.ADDRESS, left, right))
          .as("%s and %s", left, right)
          .isEqualTo(expected);
    }
    assertThat(seen).containsOnlyKeys("exact-0", "near", "similar", "weak", "different");
  }

  @Test
  void levelsBirthDatesByTheirParts() {
    SplittableRandom random = new SplittableRandom(20260705);
    Map<String, Integer> seen = new java.util.TreeMap<>();

    for (int i = 0; i < 30_000; i++) {
      String left = date(random);
      String right = date(random);
      String expected = left.equals(right) ? "exact-0" : byParts(left, right);
      seen.merge(expected, 1, Integer::sum);

      assertThat(mention.level(PersonField.BIRTH_DATE, ComparisonField.BIRTH_DATE, left, right))
          .as("%s and %s", left, right)
          .isEqualTo(expected);
    }
    assertThat(seen).containsOnlyKeys("exact-0", "near", "similar", "weak", "different");
  }

  @ParameterizedTest
  @CsvSource({
    "1980-03-04, 1980-03-04, exact-0",
    "1980-03-04, 1980-03-09, near",
    "1980-03-04, 1990-03-04, near",
    "1980-03-04, 1980-04-03, near",
    "1980-03-04, 1980-03-17, similar",
    "1980-03-04, 1980-12-04, similar",
    "1980-03-04, 1957-03-04, similar",
    "1980-03-04, 1981-11-29, weak",
    "1980-03-04, 1979-11-29, weak",
    "1980-03-04, 1982-11-29, different",
    "1980-03-04, 1980-11-29, weak",
    "1980, 1980-03-04, similar",
    "1980, 1981-03-04, different",
    "1980, 1980, similar",
    "1980, 1980-03, similar",
    "1980-03, 1980-03, similar",
    "1980-03, 1980-03-04, similar",
    "1980-03, 1980-11, weak",
    "1980-03, 1980-11-04, weak",
    "1980-03, 1981-03-04, different",
  })
  void levelsBirthDates(String left, String right, String level) {
    assertThat(mention.level(PersonField.BIRTH_DATE, ComparisonField.BIRTH_DATE, left, right))
        .isEqualTo(level);
    assertThat(mention.level(PersonField.BIRTH_DATE, ComparisonField.BIRTH_DATE, right, left))
        .isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    // A swap of the two names is no difference.
    "ada lovelace, lovelace ada, exact-0, exact-0",
    "ada lovelace, lovelac ada, exact-0, near",
    "ada lovelace, ada lovelace, exact-0, exact-0",
    "ada lovelace, grace hopper, different, different",
    // An initial is like every name that begins with it.
    "a lovelace, ada lovelace, similar, exact-0",
    "a lovelace, grace lovelace, different, exact-0",
    "a lovelace, b lovelace, different, exact-0",
    // Characters and their pinyin are two spellings of one name.
    "李小龙, xiaolong li, near, near",
    "李小龙, 李小龍, exact-0, exact-0",
    "歐陽修, 欧阳修, exact-0, exact-0",
    "欧阳修, xiu ouyang, near, near",
    "司马光, 司徒光, exact-0, weak",
    // Two surnames that only sound alike.
    "张伟, 章伟, exact-0, near",
    // The middle name is left out.
    "ada augusta lovelace, ada lovelace, exact-0, exact-0",
    "김민수, 김민호, weak, exact-0",
  })
  void levelsNames(String left, String right, String given, String surname) {
    assertNames(left, right, given, surname);
    assertNames(right, left, given, surname);
  }

  @Test
  void comparesPartsOfANameWithAWholeOne() {
    long pattern =
        mention.pattern(
            Map.of(PersonField.FULL_NAME, "ada lovelace"),
            Map.of(PersonField.GIVEN_NAME, "lovelace"));

    assertThat(
            List.of(
                level(pattern, ComparisonField.GIVEN_NAME),
                level(pattern, ComparisonField.SURNAME)))
        .containsExactlyInAnyOrder("missing", "exact-0");
  }

  @Test
  void takesEqualLocalPartsOfAnEmailAsNear() {
    assertThat(email("ada@example.com", "ada@example.org")).isEqualTo("near");
    assertThat(email("ada@example.com", "adda@example.com")).isEqualTo("near");
    assertThat(email("al@example.com", "al@elsewhere.net")).isEqualTo("different");
    assertThat(email("ada.lovelace@example.com", "ada-lovelace.x@example.com"))
        .isEqualTo("similar");
  }

  @Test
  void takesNothingInCommonForDifferentNamesThatHaveNoLatinForm() {
    long pattern =
        mention.pattern(
            Map.of(PersonField.GIVEN_NAME, "\uD83D\uDE00"),
            Map.of(PersonField.GIVEN_NAME, "\uD83D\uDE80"));

    assertThat(level(pattern, ComparisonField.GIVEN_NAME)).isEqualTo("different");
  }

  @Test
  void findsTheSamePatternInEitherOrderAndUnderEveryKey() {
    SplittableRandom random = new SplittableRandom(20260706);
    TextMention other = new TextMention(2);
    Set<Long> patterns = new HashSet<>();

    for (int i = 0; i < 5_000; i++) {
      Map<PersonField, String> left = randomMention(random);
      Map<PersonField, String> right = spoilt(random, left);
      long pattern = mention.pattern(left, right);

      assertThat(mention.pattern(right, left)).as("%s and %s", left, right).isEqualTo(pattern);
      assertThat(other.pattern(left, right)).as("%s and %s", left, right).isEqualTo(pattern);
      patterns.add(pattern);
    }
    assertThat(patterns).hasSizeGreaterThan(1_000);
  }

  @Test
  void comparesWhateverTextThereIs() {
    List<Map<PersonField, String>> odd = new ArrayList<>();
    for (String text :
        List.of(
            "",
            "a",
            "_",
            " ",
            "a b",
            "x".repeat(10_000),
            "李".repeat(10_000),
            "ab ".repeat(3_000) + "c",
            "\uD83D\uDE00",
            "\uD83D\uDE00".repeat(200),
            "\uD83D",
            "\uDE00 \uD83D",
            "李\uD83D",
            "@",
            "\u0000\u001E",
            "\u0627\u0644\u0633\u0644\u0627\u0645")) {
      Map<PersonField, String> values = new EnumMap<>(PersonField.class);
      for (PersonField field : PersonField.values()) {
        if (field != PersonField.BIRTH_DATE) {
          values.put(field, text);
        }
      }
      odd.add(values);
      odd.add(Map.of(PersonField.FULL_NAME, text, PersonField.BIRTH_DATE, "1980-03-04"));
    }
    List<Signature> signatures = odd.stream().map(mention::signature).toList();

    for (Signature left : signatures) {
      for (Signature right : signatures) {
        assertThat(CompareSignatures.pattern(left, right))
            .isEqualTo(CompareSignatures.pattern(right, left));
      }
      long self = CompareSignatures.pattern(left, left);
      for (int field = 0; field < ComparisonField.COUNT; field++) {
        boolean told =
            field == ComparisonField.LOCALITY.ordinal()
                && left.isPresent(ComparisonField.POSTAL_CODE.ordinal());
        assertThat(AgreementPattern.level(self, field))
            .isEqualTo(
                left.isPresent(field) && !told ? AgreementLevel.EXACT : AgreementLevel.MISSING);
      }
    }
  }

  @Test
  void countsALocalityOnlyWherePostalCodesDoNotTellIt() {
    Map<PersonField, String> here =
        Map.of(PersonField.POSTAL_CODE, "4053", PersonField.LOCALITY, "mitchelton");
    Map<PersonField, String> slip =
        Map.of(PersonField.POSTAL_CODE, "4035", PersonField.LOCALITY, "mitchelton");

    assertThat(level(mention.pattern(here, here), ComparisonField.LOCALITY)).isEqualTo("missing");
    assertThat(level(mention.pattern(here, slip), ComparisonField.LOCALITY)).isEqualTo("exact-0");
  }

  @Test
  void takesNothingFromEmailsThatAreAlikeAsTheNamesAre() {
    Map<PersonField, String> one =
        Map.of(PersonField.FULL_NAME, "ann lee", PersonField.EMAIL, "ann.lee12@example.org");
    Map<PersonField, String> namesake =
        Map.of(PersonField.FULL_NAME, "ann lee", PersonField.EMAIL, "ann.lee13@example.org");
    Map<PersonField, String> other =
        Map.of(PersonField.FULL_NAME, "bob ray", PersonField.EMAIL, "ann.lee13@example.org");

    assertThat(level(mention.pattern(one, namesake), ComparisonField.EMAIL)).isEqualTo("missing");
    assertThat(level(mention.pattern(one, other), ComparisonField.EMAIL)).isEqualTo("near");
    assertThat(level(mention.pattern(one, one), ComparisonField.EMAIL)).isEqualTo("exact-0");
  }

  @Test
  void neverTakesEmailsForAlikeByTheirDomainAlone() {
    assertThat(email("zoe@mail.international-example.org", "kim@mail.international-example.org"))
        .isEqualTo("different");
  }

  private void assertNames(String left, String right, String given, String surname) {
    long pattern =
        mention.pattern(Map.of(PersonField.FULL_NAME, left), Map.of(PersonField.FULL_NAME, right));

    assertThat(
            List.of(
                level(pattern, ComparisonField.GIVEN_NAME),
                level(pattern, ComparisonField.SURNAME)))
        .containsExactly(given, surname);
  }

  private String email(String left, String right) {
    return mention.level(PersonField.EMAIL, ComparisonField.EMAIL, left, right);
  }

  private static String level(long pattern, ComparisonField field) {
    return AgreementLevel.key(AgreementPattern.level(pattern, field));
  }

  /** By the longest common subsequence: what is left when each has lost what the other lacks. */
  private static boolean isOneLossApart(String left, String right) {
    int[][] common = new int[left.length() + 1][right.length() + 1];
    for (int i = 1; i <= left.length(); i++) {
      for (int j = 1; j <= right.length(); j++) {
        common[i][j] =
            left.charAt(i - 1) == right.charAt(j - 1)
                ? common[i - 1][j - 1] + 1
                : Math.max(common[i - 1][j], common[i][j - 1]);
      }
    }
    int kept = common[left.length()][right.length()];
    return kept > 0 && kept >= Math.max(left.length(), right.length()) - 1;
  }

  /** Edit distance with swaps of neighbours (optimal string alignment). */
  private static int edits(String left, String right) {
    int[][] edits = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        edits[i][j] =
            Math.min(edits[i - 1][j - 1] + change, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
        }
      }
    }
    return edits[left.length()][right.length()];
  }

  private static double dice(String left, String right) {
    Set<String> all = bigrams(left);
    Set<String> common = new HashSet<>(all);
    Set<String> others = bigrams(right);
    common.retainAll(others);
    return 2.0 * common.size() / (all.size() + others.size());
  }

  private static Set<String> bigrams(String text) {
    String padded = "_" + text.substring(0, Math.min(120, text.length())) + "_";
    Set<String> bigrams = new HashSet<>();
    for (int at = 0; at + 2 <= padded.length(); at++) {
      bigrams.add(padded.substring(at, at + 2));
    }
    return bigrams;
  }

  private static String byDice(double dice) {
    if (dice >= 0.85) {
      return "near";
    }
    if (dice >= 0.65) {
      return "similar";
    }
    return dice >= 0.45 ? "weak" : "different";
  }

  private static String byParts(String left, String right) {
    String[] one = left.split("-", -1);
    String[] other = right.split("-", -1);
    int wrong = 0;
    for (int at = 0; at < left.length(); at++) {
      wrong += left.charAt(at) == right.charAt(at) ? 0 : 1;
    }
    int same = 0;
    for (int part = 0; part < 3; part++) {
      same += one[part].equals(other[part]) ? 1 : 0;
    }
    boolean swapped = one[0].equals(other[0]) && one[1].equals(other[2]) && one[2].equals(other[1]);
    if (wrong == 1 || swapped) {
      return "near";
    }
    if (same == 2) {
      return "similar";
    }
    return Math.abs(Integer.parseInt(one[0]) - Integer.parseInt(other[0])) <= 1
        ? "weak"
        : "different";
  }

  private static String date(SplittableRandom random) {
    return "%d-%02d-%02d"
        .formatted(1978 + random.nextInt(5), 1 + random.nextInt(12), 1 + random.nextInt(14));
  }

  private static String text(SplittableRandom random, String alphabet, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static String edited(SplittableRandom random, String text) {
    StringBuilder edited = new StringBuilder(text);
    int at = random.nextInt(text.length());
    switch (random.nextInt(4)) {
      case 0 -> edited.deleteCharAt(at);
      case 1 -> edited.insert(at, (char) ('0' + random.nextInt(10)));
      case 2 -> edited.setCharAt(at, (char) ('0' + random.nextInt(10)));
      default -> {
        int next = Math.min(at + 1, text.length() - 1);
        edited.setCharAt(at, text.charAt(next));
        edited.setCharAt(next, text.charAt(at));
      }
    }
    return edited.toString();
  }

  private static Map<PersonField, String> randomMention(SplittableRandom random) {
    Map<PersonField, String> values = new EnumMap<>(PersonField.class);
    for (PersonField field : PersonField.values()) {
      if (random.nextInt(4) > 0) {
        values.put(field, value(random, field));
      }
    }
    if (random.nextBoolean()) {
      values.remove(PersonField.GIVEN_NAME);
      values.remove(PersonField.SURNAME);
    }
    return values;
  }

  private static String value(SplittableRandom random, PersonField field) {
    return switch (field) {
      case BIRTH_DATE -> date(random);
      case FULL_NAME ->
          random.nextBoolean()
              ? text(random, "李王欧阳司马小龙明修", 2 + random.nextInt(3))
              : value(random, PersonField.GIVEN_NAME) + " " + value(random, PersonField.SURNAME);
      case EMAIL -> text(random, "abc", 1 + random.nextInt(6)) + "@example.com";
      case SEX -> random.nextBoolean() ? "male" : "female";
      default -> text(random, "abcdé龍", 1 + random.nextInt(8));
    };
  }

  private static Map<PersonField, String> spoilt(
      SplittableRandom random, Map<PersonField, String> mention) {
    Map<PersonField, String> spoilt = new EnumMap<>(randomMention(random));
    mention.forEach(
        (field, value) -> {
          boolean edit = random.nextBoolean() && field != PersonField.BIRTH_DATE;
          if (random.nextInt(3) > 0) {
            spoilt.put(field, edit && value.length() > 1 ? edited(random, value) : value);
          }
        });
    return spoilt;
  }
}
