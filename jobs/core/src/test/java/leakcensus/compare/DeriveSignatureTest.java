package leakcensus.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import leakcensus.person.PersonField;
import org.junit.jupiter.api.Test;

class DeriveSignatureTest {

  private static final Map<PersonField, String> ADA =
      Map.of(
          PersonField.FULL_NAME, "ada lovelace",
          PersonField.BIRTH_DATE, "1980-03-04",
          PersonField.PHONE, "+8613800138000",
          PersonField.EMAIL, "ada@example.com",
          PersonField.LOCALITY, "london",
          PersonField.POSTAL_CODE, "100000",
          PersonField.ADDRESS, "12 st james square",
          PersonField.NATIONAL_ID, "11010519491231002x");

  private final TextMention mention = new TextMention(1);

  @Test
  void offersAWholeMentionUnderEveryRule() {
    Signature ada = mention.signature(ADA);

    assertThat(rules(ada)).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(BlockingRule.class));
    assertThat(keys(ada)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void offersNothingWhereThereIsNothing() {
    Signature nobody = mention.signature(Map.of());

    assertThat(nobody.keyCount()).isZero();
    for (int field = 0; field < ComparisonField.COUNT; field++) {
      assertThat(nobody.isPresent(field)).isFalse();
    }
  }

  @Test
  void bringsMentionsTogetherByWhatTheyShare() {
    assertThat(shared(PersonField.PHONE, "+8613800138000")).containsExactly(BlockingRule.PHONE);
    assertThat(shared(PersonField.EMAIL, "ada@example.com"))
        .containsExactlyInAnyOrder(BlockingRule.EMAIL, BlockingRule.EMAIL_LOCAL_PART);
    assertThat(shared(PersonField.EMAIL, "ada@elsewhere.org"))
        .containsExactly(BlockingRule.EMAIL_LOCAL_PART);
    assertThat(shared(PersonField.BIRTH_DATE, "1980-03-04"))
        .containsExactly(BlockingRule.BIRTH_DATE);
    assertThat(shared(PersonField.NATIONAL_ID, "11010519491231002x"))
        .containsExactly(BlockingRule.NATIONAL_ID);
    assertThat(shared(PersonField.ADDRESS, "12 st james square")).contains(BlockingRule.ADDRESS);
    assertThat(shared(PersonField.ADDRESS, "7 rue de rivoli")).isEmpty();
  }

  @Test
  void bringsNamesTogetherThatSoundAlikeAndStandInEitherOrder() {
    assertThat(shared(PersonField.FULL_NAME, "lovelace ada")).contains(BlockingRule.NAME_SOUNDS);
    assertThat(shared(PersonField.FULL_NAME, "adda lovelase")).contains(BlockingRule.NAME_SOUNDS);
    assertThat(shared(PersonField.FULL_NAME, "grace hopper")).isEmpty();
    assertThat(
            common(
                Map.of(PersonField.FULL_NAME, "李小龙"), Map.of(PersonField.FULL_NAME, "xiaolong li")))
        .contains(BlockingRule.NAME_SOUNDS);
    assertThat(common(Map.of(PersonField.FULL_NAME, "歐陽修"), Map.of(PersonField.FULL_NAME, "欧阳修")))
        .contains(BlockingRule.NAME_SOUNDS, BlockingRule.MIN_HASH);
  }

  @Test
  void bringsShortFormsTogetherWithTheNamesTheyMayStandFor() {
    for (String bill : List.of("bill smith", "smith bill", "smith billy")) {
      assertThat(
              without(
                  BlockingRule.MIN_HASH,
                  common(
                      Map.of(PersonField.FULL_NAME, "william smith"),
                      Map.of(PersonField.FULL_NAME, bill))))
          .containsExactly(BlockingRule.NAME_SOUNDS);
    }
    assertThat(
            common(
                Map.of(PersonField.GIVEN_NAME, "peggy", PersonField.SURNAME, "jones"),
                Map.of(PersonField.FULL_NAME, "margaret jones")))
        .contains(BlockingRule.NAME_SOUNDS);
  }

  @Test
  void bringsOneNamePartWithPartOfABirthDateTogether() {
    assertThat(born("1980-11-29"))
        .containsExactlyInAnyOrder(
            BlockingRule.NAME_BIRTH_YEAR, BlockingRule.NAME_NEAR_YEAR_LOCALITY);
    assertThat(born("1957-03-04")).containsExactly(BlockingRule.NAME_BIRTH_DAY);
    assertThat(born("1987-11-04")).containsExactly(BlockingRule.NAME_DECADE_DAY);
    assertThat(born("1957-11-29")).isEmpty();
    for (String inPart : List.of("1980", "1980-11")) {
      assertThat(born(inPart))
          .containsExactlyInAnyOrder(
              BlockingRule.NAME_BIRTH_YEAR, BlockingRule.NAME_NEAR_YEAR_LOCALITY);
      assertThat(shared(PersonField.BIRTH_DATE, inPart)).isEmpty();
    }
    for (String near : List.of("1979-11-29", "1981-11-29")) {
      assertThat(
              common(
                  Map.of(
                      PersonField.FULL_NAME, "ada lovelace",
                      PersonField.LOCALITY, "london",
                      PersonField.BIRTH_DATE, "1980-03-04"),
                  Map.of(
                      PersonField.SURNAME, "lovelace",
                      PersonField.LOCALITY, "lodnon",
                      PersonField.BIRTH_DATE, near)))
          .contains(BlockingRule.NAME_NEAR_YEAR_LOCALITY);
    }
  }

  @Test
  void ranksByContentAloneAndNeverByKey() {
    TextMention other = new TextMention(2);
    Set<Long> ranks =
        IntStream.range(0, 200_000)
            .mapToObj(number -> mention.signature(Map.of(PersonField.PHONE, "+86" + number)).rank())
            .collect(Collectors.toSet());

    assertThat(ranks).hasSize(200_000);
    assertThat(other.signature(ADA).rank()).isEqualTo(mention.signature(ADA).rank());
    assertThat(other.signature(ADA).key(0)).isNotEqualTo(mention.signature(ADA).key(0));
    assertThat(mention.signature(Map.of(PersonField.PHONE, "7")).rank())
        .isNotEqualTo(mention.signature(Map.of(PersonField.EMAIL, "7")).rank());
  }

  @Test
  void hasOneTokenForAValueWhateverStandsBesideIt() {
    Signature ada = mention.signature(ADA);
    Signature phone = mention.signature(Map.of(PersonField.PHONE, "+8613800138000"));
    Signature other = mention.signature(Map.of(PersonField.PHONE, "+8613800138001"));
    int field = ComparisonField.PHONE.ordinal();

    assertThat(ada.token(field)).isEqualTo(phone.token(field)).isNotEqualTo(other.token(field));
    assertThat(ada.birthYear()).isEqualTo(1980);
    assertThat(phone.birthYear()).isZero();
  }

  private Set<BlockingRule> born(String date) {
    return without(
        BlockingRule.MIN_HASH,
        common(
            Map.of(PersonField.FULL_NAME, "ada lovelace", PersonField.BIRTH_DATE, "1980-03-04"),
            Map.of(PersonField.SURNAME, "lovelace", PersonField.BIRTH_DATE, date)));
  }

  private Set<BlockingRule> shared(PersonField field, String value) {
    return without(BlockingRule.MIN_HASH, common(ADA, Map.of(field, value)));
  }

  private Set<BlockingRule> common(Map<PersonField, String> left, Map<PersonField, String> right) {
    List<Long> keys = keys(mention.signature(left));
    return keys(mention.signature(right)).stream()
        .filter(keys::contains)
        .map(BlockingRule::of)
        .collect(Collectors.toSet());
  }

  private static Set<BlockingRule> without(BlockingRule rule, Set<BlockingRule> rules) {
    return rules.stream().filter(each -> each != rule).collect(Collectors.toSet());
  }

  private static Set<BlockingRule> rules(Signature signature) {
    return keys(signature).stream().map(BlockingRule::of).collect(Collectors.toSet());
  }

  private static List<Long> keys(Signature signature) {
    return IntStream.range(0, signature.keyCount()).mapToObj(signature::key).toList();
  }
}
