package leakcensus.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import leakcensus.block.LongTable;
import leakcensus.compare.AgreementLevel;
import leakcensus.compare.AgreementPattern;
import leakcensus.compare.CompareSignatures;
import leakcensus.compare.ComparisonField;
import leakcensus.compare.Signature;
import leakcensus.compare.TextMention;
import leakcensus.count.CountTable;
import leakcensus.count.Measure;
import leakcensus.link.LinkOutcome;
import leakcensus.link.LinkRows;
import leakcensus.link.MentionGroups;
import leakcensus.link.Node;
import leakcensus.link.NodeKind;
import leakcensus.link.ResolveMethod;
import leakcensus.link.TrustSettings;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;
import leakcensus.person.SmallKey;
import leakcensus.person.SmallMention;
import org.junit.jupiter.api.Test;

/** What stands between signatures, the model and components, on cases one can check by eye. */
class LearnFromPairsTest {

  private final TextMention text = new TextMention(1);

  @Test
  void countsEveryPairOfTheSampleOnceComparedOrNot() {
    long alike = pattern(AgreementLevel.EXACT);
    long different = pattern(AgreementLevel.DIFFERENT);
    PairTally compared = new PairTally();
    IntStream.range(0, 40).forEach(pair -> compared.add(alike, 1));
    IntStream.range(0, 60).forEach(pair -> compared.add(different, 1));
    List<Signature> sample =
        List.of(
            whole("bbbb", "1950-01-01"), whole("ffff", "1972-05-06"), whole("kkkk", "1998-10-19"));

    MatchFindings findings = LearnFromPairs.learn(compared, new CompareSample(sample), 100);

    // 4,950 pairs in all, of which the three of the sample stand for 4,850.
    assertThat(findings.signatures()).isEqualTo(100);
    assertThat(findings.comparedPairs()).isEqualTo(100);
    double ofAll =
        findings.model().classRatio(PairClass.SAME) + findings.model().classRatio(PairClass.MOVED);
    assertThat(findings.model().expectedSamePairs() / ofAll).isCloseTo(4_950, within(1e-6));
    assertThat(findings.model().expectedSamePairs()).isCloseTo(40, within(1.0));
    assertThat(findings.comparedSamePairs()).isCloseTo(40, within(1.0));
    assertThat(findings.doubtRatio()).isLessThan(0.0125);
  }

  @Test
  void learnsFromASampleThatIsEmpty() {
    MatchFindings findings = LearnFromPairs.learn(new PairTally(), new CompareSample(List.of()), 0);

    assertThat(findings.comparedPairs()).isZero();
    assertThat(findings.comparedSamePairs()).isZero();
  }

  @Test
  void samplesTheUncomparedPairsAlone() {
    List<Signature> sample = phones("1", "22", "333");
    long key = sample.get(0).key(0);
    Signature one = sample.get(0).counted(0, new long[] {key});
    Signature other = sample.get(1).counted(0, new long[] {key});
    PatternWeights weights = new PatternWeights();

    // The first two share a key and are compared elsewhere: two pairs stand for 500.
    new CompareSample(List.of(one, other, sample.get(2))).addTo(weights, 500);

    assertThat(weights.pairs()).isEqualTo(500);
    assertThat(weights.patterns()).containsExactly(CompareSignatures.pattern(one, sample.get(2)));
  }

  @Test
  void addsNothingWhereEveryPairWasCompared() {
    List<Signature> sample = phones("1", "22");
    Signature one = sample.get(0).counted(0, new long[] {5});
    Signature other = sample.get(1).counted(0, new long[] {5});
    PatternWeights weights = new PatternWeights();

    new CompareSample(List.of(one, other)).addTo(weights, 0);

    assertThat(weights.patterns()).isEmpty();
  }

  @Test
  void groupsSignaturesByTheComponentOfTheirNode() {
    List<Signature> signatures = phones("1", "22", "333", "4444");
    LongTable components = LinkRows.assignments();
    components.append(signatures.get(0).node(), 9);
    components.append(signatures.get(1).node(), -9);
    components.append(signatures.get(2).node(), 9);
    components.append(signatures.get(3).node(), -9);

    Collection<List<Signature>> grouped = GroupComponents.group(signatures, components);

    assertThat(grouped)
        .containsExactly(
            List.of(signatures.get(1), signatures.get(3)),
            List.of(signatures.get(0), signatures.get(2)));
    assertThat(GroupComponents.group(List.of(), LinkRows.assignments())).isEmpty();
  }

  @Test
  void leavesAnIdThatTooManyNamesShareToNobody() {
    List<SmallMention> mentions = new ArrayList<>();
    for (int name = 1; name <= 4; name++) {
      mentions.add(
          SmallMention.of(name, Map.of(PersonField.NATIONAL_ID, 1, PersonField.FULL_NAME, name)));
    }
    for (int phone = 1; phone <= 2; phone++) {
      mentions.add(
          SmallMention.of(
              10 + phone, Map.of(PersonField.NATIONAL_ID, 2, PersonField.PHONE, phone)));
    }
    MentionBlock block = new SmallKey(1).block(mentions);
    MentionGroups groups =
        new MentionGroups(block, new TrustSettings(ResolveMethod.MATCHING, 100, 3));
    List<Signature> signatures = new ArrayList<>();
    for (int row = 0; row < block.size(); row++) {
      long node = Node.of(block, row, ResolveMethod.MATCHING);
      signatures.add(
          text.signature(Map.of(PersonField.PHONE, "+86" + row))
              .in(Node.content(block, row, node), node));
    }

    List<Signature> believed = BelieveNodes.believe(signatures, groups);

    assertThat(believed.subList(0, 4)).extracting(Signature::node).doesNotHaveDuplicates();
    assertThat(believed.subList(0, 4))
        .allMatch(each -> Node.kind(each.node()) == NodeKind.CONTENT && each.id() == each.node());
    assertThat(believed.subList(0, 4)).allMatch(each -> each.nodeMentions() == 1);
    assertThat(believed.subList(4, 6))
        .extracting(Signature::id)
        .containsExactly(signatures.get(4).id(), signatures.get(5).id());
    assertThat(believed.subList(4, 6)).allMatch(each -> each.nodeMentions() == 2);
    assertThat(believed.get(4).node()).isEqualTo(believed.get(5).node());
    assertCounts(believed, groups);
  }

  private static void assertCounts(List<Signature> believed, MentionGroups groups) {
    CountTable counts = BelieveNodes.count(believed);
    counts.addAll(BelieveNodes.refused(groups));
    int all = CountTable.ALL_SOURCES;
    int kind = NodeKind.NATIONAL_ID.ordinal();
    int refused = LinkOutcome.REFUSED_SHARED.ordinal();

    assertThat(counts.at(Measure.SIGNATURES, all, 0)).isEqualTo(6);
    assertThat(counts.bySecond(Measure.NODE_FREQUENCY, all, 0)).isEqualTo(Map.of(1L, 4L, 2L, 1L));
    assertThat(counts.bySecond(Measure.NODE_MENTIONS_FREQUENCY, all, 0))
        .isEqualTo(Map.of(1L, 4L, 2L, 1L));
    assertThat(counts.at(Measure.LINK_IDENTIFIERS, all, kind, refused)).isEqualTo(1);
    assertThat(counts.at(Measure.LINK_MENTIONS, all, kind, refused)).isEqualTo(4);
  }

  /** A mention that has content in every field, and shares none of it. */
  private Signature whole(String word, String date) {
    Map<PersonField, String> values = new EnumMap<>(PersonField.class);
    for (PersonField field : PersonField.values()) {
      values.put(field, word);
    }
    values.put(PersonField.BIRTH_DATE, date);
    return text.signature(values).counted(0, new long[0]);
  }

  /** Mentions of one phone each, no two of which are alike, as nodes of their own. */
  private List<Signature> phones(String... numbers) {
    List<Signature> signatures = new ArrayList<>();
    for (String number : numbers) {
      long node = (long) number.length() << 40 | NodeKind.CONTENT.ordinal();
      signatures.add(text.signature(Map.of(PersonField.PHONE, number)).in(node, node));
    }
    return signatures;
  }

  private static long pattern(int level) {
    long pattern = 0;
    for (ComparisonField field : ComparisonField.values()) {
      pattern = AgreementPattern.with(pattern, field, level);
    }
    return pattern;
  }
}
