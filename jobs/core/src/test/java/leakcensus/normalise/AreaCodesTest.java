package leakcensus.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AreaCodesTest {

  @Test
  void knowsCodesThatAreNoLongerInForce() {
    assertThat(AreaCodes.isKnown(110105)).as("Chaoyang, Beijing").isTrue();
    assertThat(AreaCodes.isKnown(110103)).as("Chongwen, Beijing, to 2010").isTrue();
    assertThat(AreaCodes.isKnown(510202)).as("Chongqing as a part of Sichuan, to 1997").isTrue();
    assertThat(AreaCodes.isKnown(441900)).as("Dongguan, a prefecture without counties").isTrue();
  }

  @Test
  void knowsTheCodesOfResidencePermits() {
    assertThat(List.of(810000, 820000, 830000)).allMatch(AreaCodes::isKnown);
  }

  @Test
  void knowsNothingElse() {
    assertThat(List.of(-1, 0, 110, 109999, 100000, 990000, 999999, Integer.MAX_VALUE))
        .noneMatch(AreaCodes::isKnown);
  }

  @Test
  void holdsEveryCodeOfTheListsOnce() throws IOException {
    try (InputStream resource = AreaCodes.class.getResourceAsStream("gbt2260.csv")) {
      String csv = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      long counties =
          Pattern.compile("(?m)^\\d{6},county,\\d{6},\\d{6}$").matcher(csv).results().count();

      assertThat(counties).isEqualTo(6468);
      assertThat(AreaCodes.all()).hasSize(34 + 540 + 6468 + 1).isSorted().doesNotHaveDuplicates();
    }
  }
}
