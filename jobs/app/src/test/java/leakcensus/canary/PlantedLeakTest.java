package leakcensus.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantedLeakTest {

  @TempDir private Path folder;

  @Test
  void holdsEveryCanaryInAFormThatTheSearchFinds() throws IOException {
    new PlantedLeak(folder, 200).write();

    List<Finding> findings =
        new Leftovers().add(folder).tellControl("the planted leak itself").findings();

    for (Canary canary : Canaries.all()) {
      assertThat(findings)
          .as("%s", canary)
          .anyMatch(finding -> finding.canary().equals(canary) && isPlanted(finding));
    }
  }

  /** The end of a text is no proof of the whole, but only a census puts this name together. */
  private static boolean isPlanted(Finding finding) {
    return finding.canary().equals(Canaries.COMPOSED_NAME)
        || List.of("UTF-8", "GB18030").contains(finding.pattern().form());
  }
}
