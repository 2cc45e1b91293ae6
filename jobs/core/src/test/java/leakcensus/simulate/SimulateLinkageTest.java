package leakcensus.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import leakcensus.estimate.FrequencyOfFrequencies;
import leakcensus.simulate.LinkageSetting.Missing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulateLinkageTest {

  private static final FrequencyOfFrequencies TWOS =
      FrequencyOfFrequencies.of(Map.of(1L, 50_000L, 2L, 20_000L));

  @ParameterizedTest
  @EnumSource(Missing.class)
  void missesPairsAtTheStatedRatio(Missing missing) {
    FrequencyOfFrequencies linked =
        LinkedSample.link(TWOS, setting(0, 0.3, missing), new SplittableRandom(81));

    assertThat(linked.records()).isEqualTo(90_000);
    assertThat(linked.pairs()).as("seed 81").isCloseTo(14_000, within(5 * Math.sqrt(4_200)));
  }

  @Test
  void healsAPersonBySomeLinksButNotAHardPerson() {
    FrequencyOfFrequencies fours = FrequencyOfFrequencies.of(Map.of(4L, 10_000L));

    FrequencyOfFrequencies pairs =
        LinkedSample.link(fours, setting(0, 0.3, Missing.PAIRS), new SplittableRandom(82));
    FrequencyOfFrequencies persons =
        LinkedSample.link(fours, setting(0, 0.3, Missing.PERSONS), new SplittableRandom(82));

    assertThat(pairs.personsSeen(4) / 1e4).as("seed 82").isCloseTo(connected(0.3), within(0.02));
    assertThat(persons.personsSeen(4) / 1e4).isCloseTo(0.7, within(0.02));
    assertThat(persons.personsSeen(1)).isEqualTo(4 * (10_000 - persons.personsSeen(4)));
  }

  @Test
  void joinsStrangersAtTheStatedRatio() {
    FrequencyOfFrequencies ones = FrequencyOfFrequencies.of(Map.of(1L, 100_000L));

    FrequencyOfFrequencies linked =
        LinkedSample.link(ones, setting(1e-7, 0, Missing.PAIRS), new SplittableRandom(83));

    assertThat(linked.records()).isEqualTo(100_000);
    assertThat(100_000 - linked.observedPersons()).as("seed 83").isCloseTo(500, within(5 * 23L));
  }

  /** The rows that take links as they are fail where those that correct for them hold. */
  @Test
  void tellsTheCorrectedFromTheUncorrected() {
    LinkageSetting setting = LinkageSetting.all().get(9);

    LinkageCell cell = run(12, setting);

    assertThat(cell.birthday().coverage().ratio()).isLessThan(0.1);
    assertThat(cell.birthdayLinked().coverage().ratio()).isGreaterThan(0.9);
    assertThat(cell.birthdayLinked().boundedRatio()).isEqualTo(1);
    assertThat(cell.headlineLinked().coverage().ratio()).isGreaterThan(0.9);
    assertThat(cell.lowerBoundLinked().ratio()).isGreaterThan(0.9);
    assertThat(run(2, setting).birthdayLinked()).isEqualTo(run(2, setting).birthdayLinked());
  }

  private static LinkageCell run(int repetitions, LinkageSetting setting) {
    return new SimulateLinkage(repetitions, 84, 0.95).run(List.of(setting), done -> {}).get(0);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> new SimulateLinkage(0, 1, 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid repetitions: 0 (must be >= 1)");
    assertThatThrownBy(() -> setting(1e-5, 0, Missing.PAIRS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid linkage: 1.0E-5 false and 0.0 missed (must be 0 to 1e-6 and 0 to below 1)");
  }

  /** Chance that four nodes hang together if each edge is missing with this chance. */
  private static double connected(double missing) {
    int[][] edges = {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}};
    double chance = 0;
    for (int graph = 0; graph < 64; graph++) {
      int[] part = {0, 1, 2, 3};
      double weight = 1;
      for (int edge = 0; edge < 6; edge++) {
        boolean there = (graph >>> edge & 1) != 0;
        weight *= there ? 1 - missing : missing;
        if (there) {
          int from = part[edges[edge][0]];
          for (int node = 0; node < 4; node++) {
            part[node] = part[node] == from ? part[edges[edge][1]] : part[node];
          }
        }
      }
      boolean one = part[0] == part[1] && part[1] == part[2] && part[2] == part[3];
      chance += one ? weight : 0;
    }
    return chance;
  }

  private static LinkageSetting setting(double falsely, double missed, Missing missing) {
    LinkageSetting any = LinkageSetting.all().get(0);
    return new LinkageSetting(any.law(), 0.1, 1e5, falsely, missed, missing, 1, 1, 0, 0);
  }
}
