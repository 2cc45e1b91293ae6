package leakcensus.link;

import static leakcensus.person.PersonField.ADDRESS;
import static leakcensus.person.PersonField.BIRTH_DATE;
import static leakcensus.person.PersonField.EMAIL;
import static leakcensus.person.PersonField.FULL_NAME;
import static leakcensus.person.PersonField.NATIONAL_ID;
import static leakcensus.person.PersonField.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import leakcensus.block.Bucket;
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

      assertThat(Bucket.of(Node.of(block, 0), 64)).isEqualTo(bucket);
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
  void isSomebodyByAnIdentifierOrByANameWithBirthDateOrAddress() {
    assertThat(
            List.of(
                Map.of(NATIONAL_ID, 1),
                Map.of(EMAIL, 1),
                Map.of(PHONE, 1),
                Map.of(FULL_NAME, 1, BIRTH_DATE, 1),
                Map.of(FULL_NAME, -1, ADDRESS, 1)))
        .allMatch(values -> Node.isAttributable(block(values), 0));
    assertThat(
            List.of(
                Map.<PersonField, Integer>of(),
                Map.of(FULL_NAME, 1),
                Map.of(NATIONAL_ID, -1, PHONE, -1, EMAIL, -1),
                Map.of(FULL_NAME, 1, BIRTH_DATE, -1),
                Map.of(FULL_NAME, 1, ADDRESS, -1),
                Map.of(BIRTH_DATE, 1, ADDRESS, 1)))
        .noneMatch(values -> Node.isAttributable(block(values), 0));
  }

  private NodeKind kind(Map<PersonField, Integer> values) {
    return Node.kind(node(values));
  }

  private long node(Map<PersonField, Integer> values) {
    return Node.of(block(values), 0);
  }

  private MentionBlock block(Map<PersonField, Integer> values) {
    return key.block(List.of(SmallMention.of(1, values)));
  }
}
