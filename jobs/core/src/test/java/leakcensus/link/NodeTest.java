package leakcensus.link;

import static leakcensus.normalise.IdStep.VALID_15;
import static leakcensus.person.PersonField.ADDRESS;
import static leakcensus.person.PersonField.BIRTHPLACE;
import static leakcensus.person.PersonField.BIRTH_DATE;
import static leakcensus.person.PersonField.EMAIL;
import static leakcensus.person.PersonField.FULL_NAME;
import static leakcensus.person.PersonField.GIVEN_NAME;
import static leakcensus.person.PersonField.LOCALITY;
import static leakcensus.person.PersonField.NATIONAL_ID;
import static leakcensus.person.PersonField.PHONE;
import static leakcensus.person.PersonField.POSTAL_CODE;
import static leakcensus.person.PersonField.SEX;
import static leakcensus.person.PersonField.SURNAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import leakcensus.block.Bucket;
import leakcensus.normalise.IdStep;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;
import leakcensus.person.SmallKey;
import leakcensus.person.SmallMention;
import org.junit.jupiter.api.Test;

class NodeTest {

  private final SmallKey key = new SmallKey(5);

  @Test
  void standsOnTheStrongestValidIdentifier() {
    assertThat(kind(Map.of(NATIONAL_ID, 1, EMAIL, 1, PHONE, 1))).isEqualTo(NodeKind.NATIONAL_ID);
    assertThat(kind(Map.of(NATIONAL_ID, -1, EMAIL, 1, PHONE, 1))).isEqualTo(NodeKind.EMAIL);
    assertThat(kind(Map.of(NATIONAL_ID, -1, EMAIL, -1, PHONE, 1))).isEqualTo(NodeKind.PHONE);
    assertThat(kind(Map.of(NATIONAL_ID, -1, EMAIL, -1, PHONE, -1))).isEqualTo(NodeKind.CONTENT);
    assertThat(kind(Map.of())).isEqualTo(NodeKind.CONTENT);
  }

  @Test
  void staysInTheBucketOfItsNationalId() {
    for (int id = 1; id < 200; id++) {
      MentionBlock block = block(Map.of(NATIONAL_ID, id, FULL_NAME, id));
      int bucket = Bucket.of(key.token(NATIONAL_ID, id), 64);

      assertThat(Bucket.of(Node.of(block, 0, ResolveMethod.IDENTIFIERS), 64)).isEqualTo(bucket);
      assertThat(Bucket.of(Node.withoutNationalId(block, 0), 64)).isEqualTo(bucket);
      assertThat(Node.kind(Node.withoutNationalId(block, 0))).isEqualTo(NodeKind.CONTENT);
    }
  }

  @Test
  void tellsNamesAndBirthDatesOfOnePhoneApart() {
    Map<PersonField, Integer> base = Map.of(PHONE, 1, FULL_NAME, 1, BIRTH_DATE, 1);

    assertThat(node(Map.of(PHONE, 1, FULL_NAME, 1, BIRTH_DATE, 1, ADDRESS, 9)))
        .isEqualTo(node(base));
    assertThat(
            List.of(
                node(Map.of(PHONE, 1, FULL_NAME, 2, BIRTH_DATE, 1)),
                node(Map.of(PHONE, 1, FULL_NAME, 1, BIRTH_DATE, 2)),
                node(Map.of(PHONE, 1, FULL_NAME, 1)),
                node(Map.of(PHONE, 1, BIRTH_DATE, 1)),
                node(Map.of(PHONE, 2, FULL_NAME, 1, BIRTH_DATE, 1)),
                node(base)))
        .doesNotHaveDuplicates();
  }

  @Test
  void standsOnACheckedIdOrOnAllFieldsWhereMentionsAreMatched() {
    Map<PersonField, Integer> checked = Map.of(NATIONAL_ID, 1, PHONE, 1);
    Map<PersonField, Integer> other = Map.of(NATIONAL_ID, 1, PHONE, 2);

    assertThat(matched(checked)).isEqualTo(matched(other));
    assertThat(Node.kind(matched(checked))).isEqualTo(NodeKind.NATIONAL_ID);
    for (PersonField field : List.of(EMAIL, PHONE)) {
      assertThat(Node.kind(matched(Map.of(field, 1)))).isEqualTo(NodeKind.CONTENT);
      assertThat(matched(Map.of(field, 1))).isEqualTo(matched(Map.of(field, 1)));
      assertThat(matched(Map.of(field, 1))).isNotEqualTo(matched(Map.of(field, 1, ADDRESS, 1)));
    }
  }

  @Test
  void doesNotStandOnAnIdWithoutACheckDigitWhereMentionsAreMatched() {
    SmallMention unchecked = withIdStep(SmallMention.of(1, Map.of(NATIONAL_ID, 1)), VALID_15);

    MentionBlock block = key.block(List.of(unchecked));

    assertThat(Node.kind(Node.of(block, 0, ResolveMethod.MATCHING))).isEqualTo(NodeKind.CONTENT);
    assertThat(Node.kind(Node.of(block, 0, ResolveMethod.IDENTIFIERS)))
        .isEqualTo(NodeKind.NATIONAL_ID);
  }

  @Test
  void namesTheContentsOfANodeApartAndInItsBucket() {
    MentionBlock one = block(Map.of(NATIONAL_ID, 1, PHONE, 1));
    MentionBlock two = block(Map.of(NATIONAL_ID, 1, PHONE, 2));
    MentionBlock thin = block(Map.of(PHONE, 2));
    long node = Node.of(one, 0, ResolveMethod.MATCHING);
    long withoutId = Node.of(thin, 0, ResolveMethod.MATCHING);

    long first = Node.content(one, 0, node);
    long second = Node.content(two, 0, node);

    assertThat(first).isEqualTo(Node.content(one, 0, node)).isNotEqualTo(second);
    assertThat(List.of(Node.kind(first), Node.kind(second))).containsOnly(NodeKind.NATIONAL_ID);
    assertThat(List.of(Bucket.of(first, 1 << 20), Bucket.of(second, 1 << 20)))
        .containsOnly(Bucket.of(node, 1 << 20));
    assertThat(Node.content(thin, 0, withoutId)).isEqualTo(withoutId);
    assertThat(Node.withoutNationalId(first)).isEqualTo(Node.withoutNationalId(one, 0));
  }

  @Test
  void isSomebodyByAnIdentifierOrPartOfANameWithBirthDateOrAWholeNameWithAPlace() {
    assertThat(
            List.of(
                Map.of(NATIONAL_ID, 1),
                Map.of(EMAIL, 1),
                Map.of(PHONE, 1),
                Map.of(FULL_NAME, 1, BIRTH_DATE, 1),
                Map.of(GIVEN_NAME, 1, BIRTH_DATE, 1),
                Map.of(SURNAME, 1, BIRTH_DATE, 1),
                Map.of(FULL_NAME, -1, ADDRESS, 1),
                Map.of(FULL_NAME, 1, LOCALITY, 1),
                Map.of(FULL_NAME, 1, POSTAL_CODE, 1),
                Map.of(FULL_NAME, 1, BIRTHPLACE, 1)))
        .allMatch(values -> Node.isAttributable(block(values), 0));
    assertThat(
            List.of(
                Map.<PersonField, Integer>of(),
                Map.of(FULL_NAME, 1),
                Map.of(GIVEN_NAME, 1, SURNAME, 1),
                Map.of(NATIONAL_ID, -1, PHONE, -1, EMAIL, -1),
                Map.of(FULL_NAME, 1, BIRTH_DATE, -1),
                Map.of(SURNAME, 1, BIRTH_DATE, -1),
                Map.of(FULL_NAME, 1, ADDRESS, -1, LOCALITY, -1, POSTAL_CODE, -1, BIRTHPLACE, -1),
                Map.of(GIVEN_NAME, 1, SURNAME, 1, ADDRESS, 1),
                Map.of(BIRTH_DATE, 1, ADDRESS, 1),
                Map.of(FULL_NAME, 1, SEX, 1)))
        .noneMatch(values -> Node.isAttributable(block(values), 0));
  }

  @Test
  void isSomebodyByAWholeNameWithAYearOfBirthButNotByPartOfOne() {
    assertThat(Node.isAttributable(bornIn(1987, Map.of(FULL_NAME, 1, BIRTH_DATE, -1)), 0)).isTrue();
    assertThat(Node.isAttributable(bornIn(1987, Map.of(SURNAME, 1, BIRTH_DATE, -1)), 0)).isFalse();
    assertThat(Node.isAttributable(bornIn(1987, Map.of(BIRTH_DATE, -1)), 0)).isFalse();
    assertThat(Node.isAttributable(bornIn(0, Map.of(FULL_NAME, 1, BIRTH_DATE, -1)), 0)).isFalse();
  }

  @Test
  void standsOnNoneOfTwoCheckedIdsWhereMentionsAreCompared() {
    SmallMention alone = SmallMention.of(1, Map.of(NATIONAL_ID, 1, FULL_NAME, 2));
    SmallMention invalidBeside = alone.with(Map.of(NATIONAL_ID, Set.of(-2)));
    SmallMention checkedBeside = alone.with(Map.of(NATIONAL_ID, Set.of(3)));

    assertThat(node(invalidBeside, ResolveMethod.MATCHING))
        .isEqualTo(node(alone, ResolveMethod.MATCHING));
    assertThat(Node.kind(node(alone, ResolveMethod.MATCHING))).isEqualTo(NodeKind.NATIONAL_ID);
    assertThat(Node.kind(node(checkedBeside, ResolveMethod.MATCHING))).isEqualTo(NodeKind.CONTENT);
    assertThat(node(checkedBeside, ResolveMethod.IDENTIFIERS))
        .isEqualTo(node(alone, ResolveMethod.IDENTIFIERS));
  }

  @Test
  void isOneContentOnlyWhereFurtherValuesAreTheSame() {
    SmallMention alone = SmallMention.of(1, Map.of(PHONE, 1, FULL_NAME, 2));
    SmallMention two = alone.with(Map.of(PHONE, Set.of(7)));
    SmallMention three = alone.with(Map.of(PHONE, new LinkedHashSet<>(List.of(7, 8))));
    SmallMention again = alone.with(Map.of(PHONE, new LinkedHashSet<>(List.of(8, 7))));
    SmallMention elsewhere = alone.with(Map.of(EMAIL, Set.of(7)));

    assertThat(
            Stream.of(alone, two, three, elsewhere)
                .map(mention -> node(mention, ResolveMethod.MATCHING)))
        .doesNotHaveDuplicates();
    assertThat(node(again, ResolveMethod.MATCHING)).isEqualTo(node(three, ResolveMethod.MATCHING));
  }

  @Test
  void isNobodyWhereItIsAnOrganisation() {
    MentionBlock block = block(Map.of(FULL_NAME, 1, EMAIL, 1, PHONE, 1, BIRTH_DATE, 1));
    block.markOrganisation(0);

    assertThat(Node.isAttributable(block, 0)).isFalse();
    assertThat(block.isOrganisation(0)).isTrue();
    block.clear();
    assertThat(block.append(0, 0, 0, 0)).isZero();
    assertThat(block.isOrganisation(0)).isFalse();
  }

  private MentionBlock bornIn(int year, Map<PersonField, Integer> values) {
    SmallMention mention = SmallMention.of(1, values);
    return key.block(
        List.of(
            new SmallMention(
                mention.source(),
                mention.fileId(),
                mention.position(),
                mention.slot(),
                mention.lead(),
                mention.mapped(),
                mention.idStep(),
                mention.place(),
                mention.sex(),
                year,
                mention.otherBits(),
                mention.exact(),
                mention.content(),
                mention.values())));
  }

  private long node(SmallMention mention, ResolveMethod method) {
    return Node.of(key.block(List.of(mention)), 0, method);
  }

  private long matched(Map<PersonField, Integer> values) {
    return Node.of(block(values), 0, ResolveMethod.MATCHING);
  }

  private static SmallMention withIdStep(SmallMention mention, IdStep step) {
    return new SmallMention(
        mention.source(),
        mention.fileId(),
        mention.position(),
        mention.slot(),
        mention.lead(),
        mention.mapped(),
        step.ordinal(),
        mention.place(),
        mention.sex(),
        mention.birthYear(),
        mention.otherBits(),
        mention.exact(),
        mention.content(),
        mention.values());
  }

  private NodeKind kind(Map<PersonField, Integer> values) {
    return Node.kind(node(values));
  }

  private long node(Map<PersonField, Integer> values) {
    return Node.of(block(values), 0, ResolveMethod.IDENTIFIERS);
  }

  private MentionBlock block(Map<PersonField, Integer> values) {
    return key.block(List.of(SmallMention.of(1, values)));
  }
}
