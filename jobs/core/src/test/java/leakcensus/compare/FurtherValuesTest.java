package leakcensus.compare;

import static leakcensus.person.PersonField.EMAIL;
import static leakcensus.person.PersonField.FULL_NAME;
import static leakcensus.person.PersonField.NATIONAL_ID;
import static leakcensus.person.PersonField.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import leakcensus.person.PersonField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Mentions with several phones, e-mails or ids, as signatures. */
class FurtherValuesTest {

  private final TextMention mention = new TextMention(1);

  @ParameterizedTest
  @EnumSource(
      value = PersonField.class,
      names = {"NATIONAL_ID", "PHONE", "EMAIL"})
  void agreeWhereAnyTwoDo(PersonField field) {
    SplittableRandom random = new SplittableRandom(20261129);
    ComparisonField compared = ComparisonField.valueOf(field.name());
    int exact = 0;

    for (int i = 0; i < 3_000; i++) {
      List<String> left = values(random);
      List<String> right = values(random);
      Signature one = signature(field, left);
      Signature other = signature(field, right);
      int level = level(one, other, compared);

      boolean shared = !Collections.disjoint(left, right);
      exact += shared ? 1 : 0;
      assertThat(AgreementLevel.isExact(level)).as("%s and %s", left, right).isEqualTo(shared);
      assertThat(level(other, one, compared)).isEqualTo(level);
      if (!shared) {
        // The best that any two values alone say, but for e-mails that are alike and no more.
        int best =
            left.stream()
                .flatMap(
                    mine ->
                        right.stream()
                            .map(
                                theirs ->
                                    level(
                                        signature(field, List.of(mine)),
                                        signature(field, List.of(theirs)),
                                        compared)))
                .min(Integer::compare)
                .orElseThrow();
        assertThat(level == AgreementLevel.NEAR).isEqualTo(best == AgreementLevel.NEAR);
      }
    }
    assertThat(exact).isBetween(40, 2_900);
  }

  @Test
  void meetUnderTheKeysOfEachOfThem() {
    Signature several =
        mention.signature(
            Map.of(FULL_NAME, "ada byron", PHONE, "+861", EMAIL, "ada@a.org", NATIONAL_ID, "id1"),
            Map.of(
                PHONE, List.of("+862"),
                EMAIL, List.of("byron@b.org"),
                NATIONAL_ID, List.of("id2", "id3")));

    for (Map.Entry<PersonField, String> alone :
        List.of(
            Map.entry(PHONE, "+861"),
            Map.entry(PHONE, "+862"),
            Map.entry(EMAIL, "ada@a.org"),
            Map.entry(EMAIL, "byron@b.org"),
            Map.entry(EMAIL, "byron@elsewhere.org"),
            Map.entry(NATIONAL_ID, "id2"),
            Map.entry(NATIONAL_ID, "id3"))) {
      Signature single = mention.signature(Map.of(alone.getKey(), alone.getValue()));

      assertThat(keys(several)).as(alone.getKey().key()).containsAnyElementsOf(keys(single));
    }
    Signature stranger = mention.signature(Map.of(PHONE, "+869", EMAIL, "someone@c.org"));
    assertThat(keys(several)).doesNotContainAnyElementsOf(keys(stranger));
  }

  @Test
  void weighAsTheRarestValueThatBothHave() {
    Signature left = signature(PHONE, List.of("+861", "+862", "+863"));
    Signature right = signature(PHONE, List.of("+862", "+863", "+864"));
    // +862 is common, +863 less so; +861 and +864 are not shared, however rare.
    Signature one = left.withFurtherBands(new int[] {5, 3});
    Signature other =
        right.counted(bands(PHONE, 5), new long[0]).withFurtherBands(new int[] {3, 0});

    int level = level(one, other, ComparisonField.PHONE);

    assertThat(level).isEqualTo(AgreementLevel.EXACT + 3);
    assertThat(level(other, one, ComparisonField.PHONE)).isEqualTo(level);
  }

  @Test
  void comeBackFromTheirBytes() {
    SplittableRandom random = new SplittableRandom(7);
    List<Signature> signatures = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Signature signature = signature(i % 2 == 0 ? PHONE : EMAIL, values(random));
      int[] bands = IntStream.range(0, signature.furtherCount()).map(band -> band % 8).toArray();
      signatures.add(signature.withFurtherBands(bands).in(i, i).ofNodeWith(3));
    }

    List<Signature> decoded = SignatureBlock.decode(SignatureBlock.encode(signatures));

    assertThat(decoded).hasSameSizeAs(signatures);
    for (int i = 0; i < decoded.size(); i++) {
      Signature one = signatures.get(i);
      Signature other = decoded.get(i);
      assertThat(other.furtherCount()).isEqualTo(one.furtherCount());
      for (int further = 0; further < one.furtherCount(); further++) {
        assertThat(other.furtherToken(further)).isEqualTo(one.furtherToken(further));
        assertThat(other.furtherField(further)).isEqualTo(one.furtherField(further));
        assertThat(other.furtherBand(further)).isEqualTo(further % 8);
      }
      assertThat(CompareSignatures.pattern(other, signatures.get(0)))
          .isEqualTo(CompareSignatures.pattern(one, signatures.get(0)));
    }
    assertThat(decoded.stream().mapToInt(Signature::furtherCount).distinct().count())
        .isGreaterThan(1);
  }

  @Test
  void goWithTheirFieldIntoADecoy() {
    Signature named = mention.signature(Map.of(FULL_NAME, "ada byron", PHONE, "+861"));
    Signature lending =
        mention.signature(
            Map.of(PHONE, "+862", EMAIL, "a@a.org"),
            Map.of(PHONE, List.of("+863", "+864"), EMAIL, List.of("b@b.org")));
    Signature[] lenders = new Signature[ComparisonField.COUNT];
    Arrays.fill(lenders, named);
    lenders[ComparisonField.PHONE.ordinal()] = lending;

    Signature decoy = Signature.composed(lenders, 9);

    assertThat(decoy.furtherCount()).isEqualTo(2);
    for (String phone : List.of("+862", "+863", "+864")) {
      assertThat(level(decoy, signature(PHONE, List.of(phone)), ComparisonField.PHONE))
          .isEqualTo(AgreementLevel.EXACT);
    }
    assertThat(level(decoy, signature(EMAIL, List.of("b@b.org")), ComparisonField.EMAIL))
        .isEqualTo(AgreementLevel.MISSING);
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "1, 9"})
  void haveRanksOfTheirOwnThatNoKeyEnters(int key, int otherKey) {
    Set<Long> ranks = new HashSet<>();
    List<List<String>> contents =
        List.of(
            List.of("+861"),
            List.of("+861", "+862"),
            List.of("+861", "+863"),
            List.of("+861", "+862", "+863"));

    for (List<String> content : contents) {
      Signature one = signature(new TextMention(key), PHONE, content);
      Signature other = signature(new TextMention(otherKey), PHONE, content);

      assertThat(one.rank()).isEqualTo(other.rank());
      assertThat(ranks.add(one.rank())).as("a rank of its own").isTrue();
    }
  }

  @Test
  void costNothingWhereThereAreNone() {
    Map<PersonField, String> values = Map.of(PHONE, "+861", EMAIL, "ada@a.org", FULL_NAME, "ada");

    byte[] without = SignatureBlock.encode(List.of(mention.signature(values)));
    byte[] with = SignatureBlock.encode(List.of(mention.signature(values, Map.of())));

    assertThat(with).isEqualTo(without);
    assertThat(mention.signature(values).furtherCount()).isZero();
  }

  /** Two sources may find other values valid, and so list them in another order. */
  @Test
  void areTheSameWhateverOrderTheyCameIn() {
    Map<PersonField, String> values = Map.of(NATIONAL_ID, "id1", FULL_NAME, "ada");

    byte[] one =
        SignatureBlock.encode(
            List.of(mention.signature(values, Map.of(NATIONAL_ID, List.of("id2", "id3")))));
    byte[] other =
        SignatureBlock.encode(
            List.of(mention.signature(values, Map.of(NATIONAL_ID, List.of("id3", "id2")))));

    assertThat(other).isEqualTo(one);
  }

  @Test
  void neverPrintThemselves() {
    assertThat(FurtherValues.of(Map.of(PHONE, List.of("+861", "+862"))))
        .hasToString("FurtherValues[2]");
  }

  /** Short values of few letters, so that many are equal or near; in an order of their own. */
  private static List<String> values(SplittableRandom random) {
    Set<String> values = new TreeSet<>();
    int number = 1 + random.nextInt(4);
    for (int value = 0; value < number; value++) {
      StringBuilder text = new StringBuilder();
      for (int letter = 0; letter < 5; letter++) {
        text.append("abc".charAt(random.nextInt(3)));
      }
      values.add(text.toString());
    }
    return List.copyOf(values);
  }

  private Signature signature(PersonField field, List<String> values) {
    return signature(mention, field, values);
  }

  private static Signature signature(TextMention deriving, PersonField field, List<String> values) {
    return deriving.signature(
        Map.of(field, values.get(0)), Map.of(field, values.subList(1, values.size())));
  }

  private static int level(Signature left, Signature right, ComparisonField field) {
    return AgreementPattern.level(CompareSignatures.pattern(left, right), field);
  }

  private static long bands(PersonField field, int band) {
    return Signature.withBand(0, ComparisonField.valueOf(field.name()).ordinal(), band);
  }

  private static Set<Long> keys(Signature signature) {
    Set<Long> keys = new HashSet<>();
    for (int key = 0; key < signature.keyCount(); key++) {
      keys.add(signature.key(key));
    }
    return keys;
  }
}
