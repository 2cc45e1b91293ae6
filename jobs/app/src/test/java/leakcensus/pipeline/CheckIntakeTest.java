package leakcensus.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import leakcensus.config.CensusConfig;
import leakcensus.config.ConfigReader;
import leakcensus.config.InputException;
import leakcensus.config.LoadedConfig;
import leakcensus.source.Intake;
import leakcensus.source.RecordFault;
import leakcensus.source.SourceFile;
import leakcensus.source.SplitTally;
import org.junit.jupiter.api.Test;

class CheckIntakeTest {

  private static final String REASON = "not well formed: broken, cut off, or of another format";

  @Test
  void holdsTheNumberInQuarantineAgainstTheLimit() {
    assertPasses(100, 3, "read.max-quarantine-records=3");
    assertRefused(
        100,
        4,
        "the limit is 3 records. Check its format, or raise read.max-quarantine-records.",
        "read.max-quarantine-records=3");
    assertRefused(
        100,
        1,
        "the limit is 0 records. Check its format, or raise read.max-quarantine-records.",
        "read.max-quarantine-records=0");
  }

  @Test
  void hasNoLimitByNumberUnlessOneIsStated() {
    assertPasses(100_000, 4_000);
    assertPasses(100_000, 4_000, "read.max-quarantine-records=null");
  }

  @Test
  void appliesBothLimits() {
    assertRefused(
        100,
        6,
        "the limit is 5.0 %. Check its format, or raise read.max-quarantine-ratio.",
        "read.max-quarantine-records=1000");
  }

  @Test
  void prefersTheLimitsOfTheSource() {
    assertPasses(
        100, 4, "read.max-quarantine-records=3", "sources.people.max-quarantine-records=null");
    assertPasses(100, 90, "sources.people.max-quarantine-ratio=0.9");
    assertRefused(
        100,
        4,
        "the limit is 3 records. Check its format, or raise sources.people.max-quarantine-records.",
        "sources.people.max-quarantine-records=3");
    assertRefused(
        100,
        4,
        "the limit is 1.0 %. Check its format, or raise sources.people.max-quarantine-ratio.",
        "sources.people.max-quarantine-ratio=0.01");
  }

  private static void assertPasses(long records, long broken, String... settings) {
    CheckIntake check = new CheckIntake(config(settings), intake(records, broken));

    assertThatCode(check::check).doesNotThrowAnyException();
  }

  private static void assertRefused(long records, long broken, String end, String... settings) {
    CheckIntake check = new CheckIntake(config(settings), intake(records, broken));

    assertThatThrownBy(check::check)
        .isExactlyInstanceOf(InputException.class)
        .hasMessage(
            "Cannot use source people: %d of %d records are in quarantine (%s, first in file 0 at 0), %s"
                .formatted(broken, records, REASON, end))
        .extracting(fault -> ((InputException) fault).kind())
        .isEqualTo(InputException.Kind.QUARANTINE);
  }

  private static CensusConfig config(String... settings) {
    List<String> all =
        new ArrayList<>(
            List.of("sources={people {files = a, format = csv, fields {phone = tel}}}"));
    all.addAll(List.of(settings));
    return ConfigReader.read(LoadedConfig.load(Optional.empty(), all));
  }

  private static Intake intake(long records, long broken) {
    SplitTally tally = new SplitTally(0);
    for (long record = 0; record < records; record++) {
      tally.read(10);
      if (record < broken) {
        tally.quarantine(RecordFault.BAD_SYNTAX, 10 * record);
      } else {
        tally.keep();
      }
    }
    return Intake.of(List.of(new SourceFile(0, 0, 10 * records, "none", false)), tally.rows());
  }
}
