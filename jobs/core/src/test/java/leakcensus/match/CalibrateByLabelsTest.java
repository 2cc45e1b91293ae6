package leakcensus.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakcensus.compare.CompareSignatures;
import leakcensus.compare.Signature;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Labels of pairs of made-up families, in doubt or not. */
class CalibrateByLabelsTest {

  private static LinkInMemory linking;
  private static Map<MentionPosition, Signature> signatures;
  private static List<LabelledPair> doubtful;

  @BeforeAll
  static void compare() {
    linking =
        LinkInMemory.run(new MadeUpPeople(7).mentions(), 1, new MatchSettings(100, 400, 2_500), 3);
    signatures = new HashMap<>();
    List<Signature> all = linking.signatures();
    for (int i = 0; i < all.size(); i++) {
      signatures.put(position(i), all.get(i));
    }
    doubtful = new ArrayList<>();
    for (int left = 0; left < all.size(); left++) {
      for (int right = left + 1; right < all.size(); right++) {
        if (isDoubtful(all.get(left), all.get(right)) && doubtful.size() < 200) {
          doubtful.add(new LabelledPair(position(left), position(right), true));
        }
      }
    }
    assertThat(doubtful).hasSizeGreaterThan(20);
  }

  @Test
  void raisesWhatIsExpectedWhereAllAreOnePersonAndLowersItWhereNoneIs() {
    MatchFindings raised = calibrated(answered(true));
    MatchFindings lowered = calibrated(answered(false));

    double before = linking.findings().comparedSamePairs();
    assertThat(raised.comparedSamePairs()).isGreaterThan(before);
    assertThat(lowered.comparedSamePairs()).isLessThan(before);
    // Of pairs that were never compared labels say nothing.
    double unseen = linking.findings().model().expectedSamePairs() - before;
    assertThat(raised.model().expectedSamePairs() - raised.comparedSamePairs())
        .isCloseTo(Math.max(0, unseen), within(1e-6));
    assertThat(raised.labels().orElseThrow().samePairsWith())
        .isEqualTo(raised.model().expectedSamePairs());
    assertThat(raised.labels().orElseThrow().samePairsWithout())
        .isEqualTo(linking.findings().model().expectedSamePairs());
  }

  @Test
  void leavesPairsFarFromAllLabelsAsTheyAre() {
    MatchModel model = linking.findings().model();
    MatchModel calibrated = calibrated(answered(true)).model();
    for (long pattern : linking.findings().tally().pairs().keySet()) {
      if (Math.abs(model.logOdds(pattern)) > 20) {
        assertThat(calibrated.logOdds(pattern)).isEqualTo(model.logOdds(pattern));
      }
    }
  }

  @Test
  void countsLabelsByWhatBecameOfThem() {
    Signature one = signatures.get(position(0));
    Map<MentionPosition, Signature> known = new HashMap<>(signatures);
    known.put(position(1_000_000), one);
    List<LabelledPair> pairs =
        List.of(
            doubtful.get(0),
            new LabelledPair(position(0), position(1_000_000), true),
            new LabelledPair(position(0), position(2_000_000), true));

    MatchFindings found =
        CalibrateByLabels.calibrate(linking.findings(), known, new PairLabels(pairs, 4));

    LabelEffect effect = found.labels().orElseThrow();
    assertThat(effect.labels()).isEqualTo(3);
    assertThat(effect.unanswered()).isEqualTo(4);
    assertThat(effect.used()).isEqualTo(1);
    assertThat(effect.usedSame()).isEqualTo(1);
    assertThat(effect.decided()).isEqualTo(1);
    assertThat(effect.notFound()).isEqualTo(1);
  }

  @Test
  void staysWithTheModelWhereNoLabelCanBeUsed() {
    PairLabels elsewhere =
        new PairLabels(
            List.of(new LabelledPair(position(3_000_000), position(3_000_001), true)), 0);

    MatchFindings found = CalibrateByLabels.calibrate(linking.findings(), signatures, elsewhere);

    assertThat(found.model()).isSameAs(linking.findings().model());
    assertThat(found.labels().map(LabelEffect::notFound)).isEqualTo(Optional.of(1L));
    assertThat(linking.findings().labels()).isEmpty();
  }

  @Test
  void refusesCountsThatDoNotAddUp() {
    assertThatThrownBy(() -> new LabelEffect(5, 0, 1, 1, 2, 2, Calibration.NONE, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid labels: 5 with an answer, but 1 not found, 1 decided, 2 used, 2 of them one"
                + " person");
  }

  private static MatchFindings calibrated(PairLabels labels) {
    return CalibrateByLabels.calibrate(linking.findings(), signatures, labels);
  }

  private static PairLabels answered(boolean same) {
    return new PairLabels(
        doubtful.stream().map(pair -> new LabelledPair(pair.left(), pair.right(), same)).toList(),
        0);
  }

  private static boolean isDoubtful(Signature one, Signature other) {
    return one.node() != other.node()
        && ComparePairs.isComparable(one, other)
        && Math.abs(linking.findings().model().logOdds(CompareSignatures.pattern(one, other))) < 4;
  }

  private static MentionPosition position(long offset) {
    return new MentionPosition(0, offset, 0);
  }
}
