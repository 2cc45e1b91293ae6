package leakcensus.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import leakcensus.block.LongTable;
import leakcensus.compare.AgreementLevel;
import leakcensus.compare.ComparisonField;
import leakcensus.compare.Signature;
import leakcensus.compare.TextMention;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.link.LinkRows;
import leakcensus.link.NodeKind;
import leakcensus.person.PersonField;
import org.junit.jupiter.api.Test;

class ResolveComponentsTest {

  private static final int ALL = CountTable.ALL_SOURCES;

  private static final Map<PersonField, String> ADA =
      Map.of(PersonField.FULL_NAME, "ada lovelace", PersonField.BIRTH_DATE, "1980-03-04");
  private static final Map<PersonField, String> ADA_MISSPELT =
      Map.of(PersonField.FULL_NAME, "ada lovelase", PersonField.BIRTH_DATE, "1980-03-04");
  private static final Map<PersonField, String> GRACE =
      Map.of(PersonField.FULL_NAME, "grace hopper", PersonField.BIRTH_DATE, "1906-12-09");

  private final TextMention text = new TextMention(1);
  private final ResolveComponents resolving = new ResolveComponents(model());

  @Test
  void putsTheMentionsOfOnePersonTogether() {
    resolving.resolve(
        List.of(content(ADA, 1), content(GRACE, 2), content(ADA_MISSPELT, 3), content(GRACE, 4)));

    Map<Long, Long> persons = persons();

    assertThat(persons).containsOnlyKeys(node(1), node(2), node(3), node(4));
    assertThat(persons.get(node(1))).isEqualTo(persons.get(node(3))).isIn(node(1), node(3));
    assertThat(persons.get(node(2))).isEqualTo(persons.get(node(4))).isIn(node(2), node(4));
    assertThat(persons.get(node(1))).isNotEqualTo(persons.get(node(2)));
  }

  @Test
  void neverJoinsTwoCheckedIds() {
    List<Signature> component = new ArrayList<>();
    component.add(checked(ADA, 1, 1));
    component.add(checked(ADA, 2, 2));
    for (int number = 3; number < 40; number++) {
      component.add(content(ADA, number));
    }

    resolving.resolve(component);

    Map<Long, Long> persons = persons();

    assertThat(persons.get(checkedNode(1))).isNotEqualTo(persons.get(checkedNode(2)));
    assertThat(persons.get(node(3))).isIn(persons.get(checkedNode(1)), persons.get(checkedNode(2)));
  }

  @Test
  void letsTheContentThatAgreesBestSpeakForItsNode() {
    resolving.resolve(
        List.of(checked(ADA, 1, 10), checked(GRACE, 1, 11), content(ADA_MISSPELT, 3)));

    assertThat(persons().get(checkedNode(1))).isEqualTo(persons().get(node(3)));
  }

  @Test
  void countsClustersBySignaturesAsResolvedAndByMentionsAsDrawn() {
    resolving.resolve(
        List.of(
            checked(ADA, 1, 10).ofNodeWith(5),
            checked(ADA, 1, 11).ofNodeWith(5),
            content(ADA_MISSPELT, 3),
            content(GRACE, 4).ofNodeWith(2)));

    assertThat(frequencies(Measure.CONNECTED_NODE_MENTIONS_FREQUENCY, 0))
        .isEqualTo(Map.of(1L, 1L, 2L, 1L, 5L, 1L));
    assertThat(frequencies(Measure.CONNECTED_NODE_FREQUENCY, 0)).isEqualTo(Map.of(1L, 2L, 2L, 1L));
    assertThat(frequencies(Measure.CLUSTER_FREQUENCY, 0)).isEqualTo(Map.of(1L, 1L, 3L, 1L));
    for (int draw = 0; draw < ResolveComponents.DRAWS; draw++) {
      long mentions = 0;
      for (Map.Entry<Long, Long> size : frequencies(Measure.DRAWN_FREQUENCY, draw).entrySet()) {
        mentions += size.getKey() * size.getValue();
      }
      assertThat(mentions).isEqualTo(8);
    }
  }

  @Test
  void dependsOnNoOrderOfTheSignatures() {
    List<Signature> component = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Map<PersonField, String> base = i % 3 == 0 ? ADA : i % 3 == 1 ? ADA_MISSPELT : GRACE;
      Map<PersonField, String> mention = new TreeMap<>(base);
      mention.put(PersonField.PHONE, "+8613800" + i);
      component.add(content(mention, i));
    }
    List<Signature> reversed = new ArrayList<>(component);
    java.util.Collections.reverse(reversed);
    ResolveComponents again = new ResolveComponents(model());

    resolving.resolve(component);
    again.resolve(reversed);

    assertThat(again.assignments().encode()).isEqualTo(resolving.assignments().encode());
    assertThat(again.counts().encode()).isEqualTo(resolving.counts().encode());
  }

  private Map<Long, Long> persons() {
    LongTable assignments = resolving.assignments();
    Map<Long, Long> persons = new TreeMap<>();
    for (int row = 0; row < assignments.size(); row++) {
      persons.put(
          assignments.at(row, LinkRows.ASSIGNED_NODE),
          assignments.at(row, LinkRows.ASSIGNED_COMPONENT));
    }
    return persons;
  }

  private Map<Long, Long> frequencies(Measure measure, int draw) {
    return resolving.counts().bySecond(measure, ALL, draw);
  }

  private Signature content(Map<PersonField, String> mention, int number) {
    return text.signature(mention).in(node(number), node(number));
  }

  private Signature checked(Map<PersonField, String> mention, int id, int content) {
    return text.signature(mention).in(checkedNode(id) | (long) content << 2, checkedNode(id));
  }

  private static long node(int number) {
    return (long) number << 40 | NodeKind.CONTENT.ordinal();
  }

  private static long checkedNode(int id) {
    return (long) id << 50 | NodeKind.NATIONAL_ID.ordinal();
  }

  /** One person agrees in nine fields of ten, two people in one of a hundred. */
  private static MatchModel model() {
    double[][][] levels = new double[PairClass.COUNT][ComparisonField.COUNT][AgreementLevel.COUNT];
    for (int pairClass = 0; pairClass < PairClass.COUNT; pairClass++) {
      for (double[] field : levels[pairClass]) {
        boolean same = pairClass < PairClass.SAME_COUNT;
        Arrays.fill(field, AgreementLevel.EXACT, AgreementLevel.DIFFERENT, same ? 0.08 : 0.001);
        field[AgreementLevel.DIFFERENT] = same ? 0.1 : 0.99;
      }
    }
    return new MatchModel(ratios(), levels, 10_000);
  }

  private static double[] ratios() {
    double[] ratios = new double[PairClass.COUNT];
    Arrays.fill(ratios, 0.001);
    ratios[PairClass.UNRELATED.ordinal()] = 1 - 0.001 * (PairClass.COUNT - 1);
    return ratios;
  }
}
