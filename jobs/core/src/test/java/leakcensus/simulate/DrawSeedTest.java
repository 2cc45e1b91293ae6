package leakcensus.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawSeedTest {

  @Test
  void sharesNoSeedBetweenCasesSeedsAndDraws() {
    Set<Long> seeds = new HashSet<>();
    for (int seed = 1; seed <= 10; seed++) {
      for (String name : new String[] {"a|0.1", "a|0.01", "b|0.1"}) {
        for (int draw = 0; draw < 1000; draw++) {
          seeds.add(DrawSeed.of(seed, name).at(draw));
        }
      }
    }

    assertThat(seeds).hasSize(30_000);
  }

  @Test
  void staysTheSame() {
    assertThat(DrawSeed.of(1, "a|0.1").at(3)).isEqualTo(DrawSeed.of(1, "a|0.1").at(3));
  }
}
