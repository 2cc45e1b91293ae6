package leakcensus.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import leakcensus.person.SmallMention.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionBlockTest {

  private static final Domain DOMAIN = new Domain(40, 30, 20, 20, 30, 10);

  private final SmallKey key = new SmallKey(1);

  @ParameterizedTest(name = "{0} mentions")
  @ValueSource(ints = {0, 1, 2, 1_000})
  void comesBackFromItsBytes(int number) {
    List<SmallMention> mentions = SmallMention.random(new Random(number), number, DOMAIN);

    MentionBlock decoded = new MentionBlock(1);
    decoded.appendEncoded(key.block(mentions).encode());

    requireEqual(decoded, mentions);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void addsUpWhateverTheParts(long seed) {
    Random random = new Random(seed);
    List<SmallMention> mentions = SmallMention.random(random, 700, DOMAIN);

    MentionBlock whole = new MentionBlock(3);
    for (int from = 0; from < mentions.size(); ) {
      int to = Math.min(mentions.size(), from + random.nextInt(150));
      whole.appendEncoded(key.block(mentions.subList(from, to)).encode());
      from = to;
    }

    requireEqual(whole, mentions);
  }

  @ParameterizedTest(name = "{0} blocks")
  @ValueSource(ints = {0, 1, 4})
  void comesBackFromSeveralBlocks(int blocks) {
    Random random = new Random(blocks);
    List<SmallMention> mentions = new ArrayList<>();
    List<byte[]> encoded = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      List<SmallMention> some = SmallMention.random(random, 50 * block, DOMAIN);
      mentions.addAll(some);
      encoded.add(key.block(some).encode());
    }

    requireEqual(MentionBlock.of(encoded), mentions);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void keepsFurtherValuesWithTheirMentions(long seed) {
    Random random = new Random(seed);
    List<SmallMention> mentions = SmallMention.randomWithSeveral(random, 700, DOMAIN);
    int[] order = random.ints(900, 0, 700).toArray();

    MentionBlock whole = new MentionBlock(3);
    for (int from = 0; from < order.length; from += 100) {
      whole.appendEncoded(key.block(mentions).encode(order, from, from + 100));
    }

    List<SmallMention> expected = Arrays.stream(order).mapToObj(mentions::get).toList();
    requireEqual(whole, expected);
    FurtherTokens further = whole.further();
    for (int row = 0; row < expected.size(); row++) {
      Set<Long> tokens = new HashSet<>();
      Set<Long> valid = new HashSet<>();
      for (int entry = further.from(row); further.isOf(entry, row); entry++) {
        tokens.add(further.token(entry));
        if (further.isValid(entry)) {
          valid.add(further.token(entry));
        }
      }
      Map<PersonField, Set<Integer>> held = expected.get(row).further();
      assertThat(tokens).isEqualTo(tokens(held, value -> true));
      assertThat(valid).isEqualTo(tokens(held, value -> value > 0));
    }
    assertThat(further.size()).isBetween(100, 3_000);

    whole.clear();

    assertThat(whole.further().size()).isZero();
  }

  @Test
  void countsTheMentionsThatHaveATokenOfAField() {
    MentionBlock block = new MentionBlock(1);
    for (int row = 0; row < 5; row++) {
      block.append(0, 0, row, 0);
    }
    block.setToken(1, PersonField.PHONE, 7);
    block.setToken(4, PersonField.PHONE, -7);
    block.setToken(2, PersonField.EMAIL, 9);

    assertThat(block.tokens(PersonField.PHONE)).isEqualTo(2);
    assertThat(block.tokens(PersonField.EMAIL)).isEqualTo(1);
    assertThat(block.tokens(PersonField.ADDRESS)).isZero();
    block.clear();
    assertThat(block.tokens(PersonField.PHONE)).isZero();
  }

  @Test
  void encodesTheRowsAskedForInTheOrderGiven() {
    List<SmallMention> mentions = SmallMention.random(new Random(4), 100, DOMAIN);
    int[] order = {99, 3, 3, 0, 57, 12};

    MentionBlock some = new MentionBlock(1);
    some.appendEncoded(key.block(mentions).encode(order, 1, 5));

    requireEqual(
        some, List.of(mentions.get(3), mentions.get(3), mentions.get(0), mentions.get(57)));
  }

  @Test
  void takesAboutAHundredBytesAMention() {
    List<SmallMention> mentions = SmallMention.random(new Random(5), 1_000, DOMAIN);

    // 55 bytes of fixed columns and 8 for each of the seven fields that occur
    assertThat(key.block(mentions).encode()).hasSize(12 + 1_000 * (55 + 7 * 8));
  }

  @Test
  void putsTheFieldsOfSeveralBlocksSideBySide() {
    SmallMention phone = SmallMention.of(1, Map.of(PersonField.PHONE, 5));
    SmallMention email = SmallMention.of(2, Map.of(PersonField.EMAIL, 6));

    MentionBlock both = new MentionBlock(1);
    both.appendEncoded(key.block(List.of(phone)).encode());
    both.appendEncoded(key.block(List.of(email)).encode());
    both.appendEncoded(key.block(List.of(phone)).encode());

    requireEqual(both, List.of(phone, email, phone));
  }

  @Test
  void forgetsEverythingWhenCleared() {
    MentionBlock block = key.block(SmallMention.random(new Random(6), 500, DOMAIN));

    block.clear();
    for (int i = 0; i < 500; i++) {
      block.append(2, 3, i, 1);
    }

    MentionBlock fresh = new MentionBlock(1);
    for (int i = 0; i < 500; i++) {
      fresh.append(2, 3, i, 1);
    }
    for (int row = 0; row < 500; row++) {
      assertThat(facts(block, row)).isEqualTo(facts(fresh, row));
    }
  }

  @Test
  void givesNoValidTokenOfContentThatBreaksItsRule() {
    MentionBlock block =
        key.block(List.of(SmallMention.of(1, Map.of(PersonField.PHONE, -5, PersonField.EMAIL, 5))));

    assertThat(block.token(0, PersonField.PHONE)).isNotZero();
    assertThat(block.validToken(0, PersonField.PHONE)).isZero();
    assertThat(block.validToken(0, PersonField.EMAIL)).isEqualTo(key.token(PersonField.EMAIL, 5));
    assertThat(block.token(0, PersonField.SEX)).isZero();
  }

  private Set<Long> tokens(Map<PersonField, Set<Integer>> further, IntPredicate wanted) {
    Set<Long> tokens = new HashSet<>();
    further.forEach(
        (field, values) ->
            values.stream()
                .filter(wanted::test)
                .forEach(value -> tokens.add(key.token(field, value))));
    return tokens;
  }

  private void requireEqual(MentionBlock block, List<SmallMention> mentions) {
    MentionBlock expected = key.block(mentions);
    assertThat(block.size()).isEqualTo(mentions.size());
    for (int row = 0; row < mentions.size(); row++) {
      SmallMention mention = mentions.get(row);
      assertThat(facts(block, row)).isEqualTo(facts(expected, row));
      assertThat(block.source(row)).isEqualTo(mention.source());
      assertThat(block.fileId(row)).isEqualTo(mention.fileId());
      assertThat(block.position(row)).isEqualTo(mention.position());
      assertThat(block.slot(row)).isEqualTo(mention.slot());
      assertThat(block.isLead(row)).isEqualTo(mention.lead());
      assertThat(block.isMapped(row)).isEqualTo(mention.mapped());
      assertThat(block.sex(row)).isEqualTo(mention.sex());
      assertThat(block.birthYear(row)).isEqualTo(mention.birthYear());
      assertThat(block.place(row)).isEqualTo(mention.place());
      assertThat(block.idStep(row)).isEqualTo(mention.idStep());
      assertThat(block.presence(row)).isEqualTo(mention.presence());
      assertThat(block.validity(row)).isEqualTo(mention.validity());
      for (PersonField field : PersonField.values()) {
        long token =
            mention.values().containsKey(field) ? key.token(field, mention.values().get(field)) : 0;
        assertThat(block.token(row, field)).isEqualTo(token);
      }
    }
  }

  private static List<Object> facts(MentionBlock block, int row) {
    List<Object> facts = new ArrayList<>();
    facts.addAll(List.of(block.source(row), block.fileId(row), block.position(row)));
    facts.addAll(List.of(block.slot(row), block.isLead(row), block.isMapped(row)));
    facts.addAll(List.of(block.idStep(row), block.place(row), block.sex(row)));
    facts.addAll(List.of(block.birthYear(row), block.presence(row), block.validity(row)));
    facts.addAll(List.of(block.exactToken(row), block.contentToken(row)));
    for (PersonField field : PersonField.values()) {
      facts.add(block.token(row, field));
    }
    return facts;
  }
}
