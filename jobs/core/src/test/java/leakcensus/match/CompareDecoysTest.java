package leakcensus.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import leakcensus.compare.AgreementLevel;
import leakcensus.compare.AgreementPattern;
import leakcensus.compare.CompareSignatures;
import leakcensus.compare.ComparisonField;
import leakcensus.compare.Signature;
import leakcensus.compare.TextMention;
import leakcensus.link.NodeKind;
import leakcensus.person.PersonField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CompareDecoysTest {

  private static final MatchSettings SETTINGS = new MatchSettings(100, 400, 2_500);

  private static LinkInMemory linked;

  private final TextMention text = new TextMention(1);

  @BeforeAll
  static void link() {
    linked = LinkInMemory.run(new MadeUpPeople(5).mentions(), 1, SETTINGS, 3);
  }

  @Test
  void joinsFewWhereTheModelIsRight() {
    DecoyMatches decoys = decoys(linked.signatures());

    assertThat(decoys.pairs()).isGreaterThan(100_000);
    assertThat((double) decoys.joinedPairs() / decoys.pairs()).isLessThan(1e-4);
    assertThat(decoys.expectedPairs() / decoys.pairs()).isLessThan(1e-4);
  }

  @Test
  void joinsManyWhereValuesAreCommonerThanTheModelTakesThemFor() {
    List<Signature> common = new ArrayList<>();
    for (int mention = 0; mention < 300; mention++) {
      common.add(
          alone(
              mention,
              Map.of(
                  PersonField.FULL_NAME, List.of("ada byron", "bo ek", "cy po").get(mention % 3),
                  PersonField.BIRTH_DATE,
                      List.of("1950-01-11", "1963-02-24", "1976-04-09", "1988-07-30", "1999-12-16")
                          .get(mention % 5))));
    }

    DecoyMatches decoys = CompareDecoys.compare(common, trustful(), 300);

    // One stranger in fifteen bears name and birth date of a decoy; most that bear one are left.
    assertThat((double) decoys.joinedPairs() / decoys.pairs()).isGreaterThan(0.02);
    assertThat(decoys.scaledJoinedPairs()).isGreaterThan(0.02 * 300 * 299 / 2);
  }

  @Test
  void comparesADecoyWithNobodyItBorrowsFrom() {
    List<Signature> five = people(5, 0);
    assertThat(decoys(people(4, 0)).pairs()).isZero();
    assertThat(decoys(List.of()).pairs()).isZero();
    assertThat(decoys(five).pairs()).isEqualTo(5);

    // Each person once more, with another surname: ten decoys, ten mentions, eight lenders or less.
    List<Signature> twice = new ArrayList<>(five);
    twice.addAll(people(5, 100));
    DecoyMatches decoys = decoys(twice);
    assertThat(decoys.pairs()).isBetween(20L, 50L);
    assertThat(decoys.joinedPairs()).isZero();
    assertThat(decoys.expectedPairs()).isLessThan(0.1);
  }

  @Tag("long")
  @Test
  void saysTheSameInEveryOrderAndUnderEveryKey() {
    List<Signature> shuffled = new ArrayList<>(linked.signatures());
    Collections.shuffle(shuffled, new Random(7));
    List<Signature> otherKey =
        LinkInMemory.run(new MadeUpPeople(5).mentions(), 2, SETTINGS, 1).signatures();

    DecoyMatches decoys = decoys(linked.signatures());

    assertThat(decoys(shuffled)).isEqualTo(decoys);
    assertThat(decoys(otherKey)).isEqualTo(decoys);
  }

  @Test
  void composesTheFieldsOfSeveral() {
    Signature one = people(1, 0).get(0).counted(0x321, new long[] {5});
    Signature other =
        alone(7, Map.of(PersonField.PHONE, "+44", PersonField.BIRTH_DATE, "1950-06-07"))
            .counted(0x400, new long[] {6});
    Signature[] lenders = new Signature[ComparisonField.COUNT];
    java.util.Arrays.fill(lenders, one);
    lenders[ComparisonField.BIRTH_DATE.ordinal()] = other;
    lenders[ComparisonField.ADDRESS.ordinal()] = other;

    Signature composed = Signature.composed(lenders, 9);

    assertThat(composed.node()).isEqualTo(9);
    assertThat(composed.keyCount()).isZero();
    assertThat(composed.birthYear()).isEqualTo(1950);
    assertThat(composed.bands()).isEqualTo(0x421);
    assertThat(composed.isPresent(ComparisonField.ADDRESS.ordinal())).isFalse();
    long withOne = CompareSignatures.pattern(composed, one);
    assertThat(level(withOne, ComparisonField.GIVEN_NAME)).isEqualTo(AgreementLevel.EXACT + 1);
    assertThat(level(withOne, ComparisonField.EMAIL)).isEqualTo(AgreementLevel.EXACT);
    assertThat(level(withOne, ComparisonField.BIRTH_DATE)).isEqualTo(AgreementLevel.DIFFERENT);
    assertThat(level(withOne, ComparisonField.ADDRESS)).isEqualTo(AgreementLevel.MISSING);
    long withOther = CompareSignatures.pattern(composed, other);
    assertThat(level(withOther, ComparisonField.BIRTH_DATE)).isEqualTo(AgreementLevel.EXACT + 4);
    assertThat(level(withOther, ComparisonField.PHONE)).isEqualTo(AgreementLevel.MISSING);
  }

  @Test
  void scalesToAllPairs() {
    DecoyMatches decoys = new DecoyMatches(1_000, 2, 0.5, 50_000);

    assertThat(decoys.scaledJoinedPairs()).isCloseTo(100, within(1e-9));
    assertThat(decoys.scaledExpectedPairs()).isCloseTo(25, within(1e-9));
    assertThat(MatchChecks.none().decoys().scaledJoinedPairs()).isZero();
    assertThatThrownBy(() -> new DecoyMatches(1, 2, 0.5, 50))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid decoys: 2 of 1 pairs joined, 0.5 expected, 50.0 in all");
  }

  private static DecoyMatches decoys(List<Signature> sample) {
    return CompareDecoys.compare(sample, linked.findings().model(), 10_000);
  }

  /** A model that takes every equal value for one that strangers never share. */
  private static MatchModel trustful() {
    double[] classes = new double[PairClass.COUNT];
    java.util.Arrays.fill(classes, 1.0 / PairClass.COUNT);
    double[][][] levels = new double[PairClass.COUNT][ComparisonField.COUNT][AgreementLevel.COUNT];
    for (int pairClass = 0; pairClass < PairClass.COUNT; pairClass++) {
      for (double[] ofField : levels[pairClass]) {
        java.util.Arrays.fill(ofField, 0.05);
        ofField[AgreementLevel.EXACT] = pairClass < PairClass.SAME_COUNT ? 0.5 : 1e-6;
      }
    }
    return new MatchModel(classes, levels, 1_000);
  }

  private static int level(long pattern, ComparisonField field) {
    return AgreementPattern.level(pattern, field);
  }

  /** People who have nothing in common; another number of slips changes their surnames. */
  private List<Signature> people(int number, int slips) {
    List<Signature> people = new ArrayList<>();
    for (int person = 0; person < number; person++) {
      String word = letters(person);
      Map<PersonField, String> values = new EnumMap<>(PersonField.class);
      values.put(PersonField.GIVEN_NAME, word);
      values.put(PersonField.SURNAME, letters(person + 40 + slips));
      values.put(
          PersonField.BIRTH_DATE, "19%d%d-0%d-1%d".formatted(person, person, person + 1, person));
      values.put(PersonField.EMAIL, "%s@%s.example".formatted(word, word));
      values.put(PersonField.LOCALITY, word + word);
      people.add(alone(person + slips, values));
    }
    return people;
  }

  private static String letters(int number) {
    String letters = "" + (char) ('a' + number % 26) + (char) ('a' + number / 26 % 26);
    return letters.repeat(3);
  }

  private Signature alone(int number, Map<PersonField, String> values) {
    long node = (number + 1L) << 40 | NodeKind.CONTENT.ordinal();
    return text.signature(values).in(node, node);
  }
}
