package leakcensus.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;
import leakcensus.person.SmallKey;
import leakcensus.person.SmallMention;
import leakcensus.person.SmallMention.Domain;
import org.junit.jupiter.api.Test;

class MentionGroupsTest {

  private static final TrustSettings TRUST = new TrustSettings(ResolveMethod.IDENTIFIERS, 5, 2);

  private final SmallKey key = new SmallKey(3);

  @Test
  void groupsNothingOfNothing() {
    assertThat(new MentionGroups(key.block(List.of()), TRUST).size()).isZero();
  }

  @Test
  void groupsEachMentionOnceByNodeAndInTheOrderOfTheLeak() {
    List<SmallMention> mentions =
        SmallMention.random(new Random(1), 2_000, new Domain(3, 300, 90, 90, 40, 9));
    Collections.shuffle(mentions, new Random(2));
    MentionBlock block = key.block(mentions);
    MentionGroups groups = new MentionGroups(block, TRUST);

    Set<Long> places = new HashSet<>();
    Set<Long> nodes = new HashSet<>();
    for (int start = 0; start < groups.size(); start = groups.end(start)) {
      assertThat(nodes.add(groups.node(start))).isTrue();
      for (int row = start; row < groups.end(start); row++) {
        assertThat(groups.node(row)).isEqualTo(groups.node(start));
        assertThat(places.add(inTheLeak(groups.mentions(), row))).isTrue();
        if (row > start) {
          assertThat(inTheLeak(groups.mentions(), row))
              .isGreaterThan(inTheLeak(groups.mentions(), row - 1));
        }
      }
    }
    assertThat(places).isEqualTo(placesOf(block));
  }

  @Test
  void countsTheIdsThatItDoesNotBelieve() {
    List<SmallMention> mentions = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      mentions.add(SmallMention.of(i, Map.of(PersonField.NATIONAL_ID, 1)));
    }
    for (int i = 0; i < 3; i++) {
      mentions.add(
          SmallMention.of(
              10 + i, Map.of(PersonField.NATIONAL_ID, 2, PersonField.FULL_NAME, i + 1)));
    }
    for (int i = 0; i < 5; i++) {
      mentions.add(
          SmallMention.of(
              20 + i, Map.of(PersonField.NATIONAL_ID, 3, PersonField.FULL_NAME, 1 + i % 2)));
    }

    MentionGroups groups = new MentionGroups(key.block(mentions), TRUST);

    assertThat(groups.refusedIds()).isEqualTo(2);
    assertThat(groups.refusedMentions()).isEqualTo(9);
  }

  @Test
  void putsMentionsOfAnIdThatItDoesNotBelieveTogetherByTheirOtherValues() {
    List<SmallMention> mentions = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      mentions.add(
          SmallMention.of(
              i,
              Map.of(
                  PersonField.NATIONAL_ID, 1, PersonField.PHONE, i % 2, PersonField.FULL_NAME, 5)));
    }

    MentionGroups groups = new MentionGroups(key.block(mentions), TRUST);

    Set<Long> nodes = new HashSet<>();
    for (int start = 0; start < groups.size(); start = groups.end(start)) {
      assertThat(nodes.add(groups.node(start))).isTrue();
    }
    assertThat(groups.refusedMentions()).isEqualTo(8);
    assertThat(nodes).hasSizeLessThan(8);
  }

  private static Set<Long> placesOf(MentionBlock block) {
    return IntStream.range(0, block.size())
        .mapToObj(row -> inTheLeak(block, row))
        .collect(Collectors.toSet());
  }

  private static long inTheLeak(MentionBlock block, int row) {
    return block.fileId(row) * 1_000_000L + block.position(row);
  }
}
