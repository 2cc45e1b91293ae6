package leakcensus.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import leakcensus.compare.AgreementLevel;
import leakcensus.compare.ComparisonField;
import org.junit.jupiter.api.Test;

class LevelPriorTest {

  @Test
  void sharesOutTheLevelsOfOnePersonInFull() {
    assertThat(IntStream.range(0, AgreementLevel.COUNT).mapToDouble(LevelPrior::sameRatio).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(LevelPrior.sameRatio(AgreementLevel.MISSING)).isZero();
  }

  @Test
  void saysWhatTheMembersOfAClassHaveInCommon() {
    assertThat(shared(PairClass.SAME)).isEqualTo(EnumSet.allOf(ComparisonField.class));
    assertThat(shared(PairClass.HOUSEHOLD))
        .containsExactlyInAnyOrder(
            ComparisonField.SURNAME,
            ComparisonField.PHONE,
            ComparisonField.EMAIL,
            ComparisonField.ADDRESS,
            ComparisonField.POSTAL_CODE,
            ComparisonField.LOCALITY,
            ComparisonField.BIRTHPLACE);
    assertThat(shared(PairClass.NEIGHBOURS))
        .containsExactlyInAnyOrder(
            ComparisonField.POSTAL_CODE, ComparisonField.LOCALITY, ComparisonField.BIRTHPLACE);
    assertThat(shared(PairClass.UNRELATED)).isEmpty();
  }

  @Test
  void addsPairsLikeUnrelatedOnesWhereNothingIsShared() {
    double shared =
        LevelPrior.pairs(PairClass.HOUSEHOLD, ComparisonField.PHONE, AgreementLevel.NEAR, 0.3);
    double own =
        LevelPrior.pairs(PairClass.HOUSEHOLD, ComparisonField.GIVEN_NAME, AgreementLevel.NEAR, 0.3);

    assertThat(shared).isCloseTo(10 * 0.12, within(1e-12));
    assertThat(own).isCloseTo(200 * 0.3, within(1e-12));
  }

  private static Set<ComparisonField> shared(PairClass pairClass) {
    return Arrays.stream(ComparisonField.values())
        .filter(field -> pairClass.shares(field))
        .collect(Collectors.toSet());
  }
}
