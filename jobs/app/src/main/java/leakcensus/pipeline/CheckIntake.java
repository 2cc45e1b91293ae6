package leakcensus.pipeline;

import java.util.StringJoiner;
import leakcensus.config.CensusConfig;
import leakcensus.config.InputException;
import leakcensus.config.QuarantineLimit;
import leakcensus.source.FileStatus;
import leakcensus.source.Intake;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.RecordFault;
import leakcensus.source.SourceFile;

/** Refuses a sample that was not read well enough to carry a number. */
final class CheckIntake {

  private final CensusConfig config;
  private final Intake intake;

  CheckIntake(CensusConfig config, Intake intake) {
    this.config = config;
    this.intake = intake;
  }

  /** Checks the accounting, then each source. */
  void check() {
    checkAccounts();
    for (int source = 0; source < config.sources().size(); source++) {
      checkReadable(source);
      checkQuarantine(source);
    }
  }

  private void checkAccounts() {
    for (SourceFile file : intake.files()) {
      long read = intake.count(file.id(), IntakeMeasure.RECORDS_READ);
      long kept = intake.count(file.id(), IntakeMeasure.RECORDS_KEPT);
      if (read != kept + intake.quarantined(file.id())) {
        throw new IllegalStateException(
            "Invalid accounting of file %d: %,d records read, %,d kept, %,d in quarantine"
                .formatted(file.id(), read, kept, intake.quarantined(file.id())));
      }
      long accounted =
          intake.count(file.id(), IntakeMeasure.RECORD_BYTES)
              + intake.count(file.id(), IntakeMeasure.SEPARATOR_BYTES)
              + intake.count(file.id(), IntakeMeasure.HEADER_BYTES);
      boolean plainText = "none".equals(file.compression()) && accounted > 0;
      if (plainText && accounted != file.bytes()) {
        throw new InputException(
            InputException.Kind.UNREADABLE,
            "Cannot account for file %d: %,d bytes read of %,d. Was it changed during the run?"
                .formatted(file.id(), accounted, file.bytes()));
      }
    }
  }

  private void checkReadable(int source) {
    long read = intake.ofSource(source, IntakeMeasure.RECORDS_READ);
    if (read > 0) {
      return;
    }
    long unreadable =
        intake.files().stream()
            .filter(file -> file.source() == source)
            .filter(file -> intake.status(file.id()) == FileStatus.UNREADABLE)
            .count();
    String name = config.sources().get(source).name();
    throw new InputException(
        InputException.Kind.UNREADABLE,
        unreadable > 0
            ? "Cannot open any file of source %s as %s. Check sources.%s.format."
                .formatted(name, config.sources().get(source).format().key(), name)
            : "Cannot find any record in source %s: its files are empty. Check sources.%s.files."
                .formatted(name, name));
  }

  private void checkQuarantine(int source) {
    String name = config.sources().get(source).name();
    QuarantineLimit limit = config.read().quarantine().ofSource(name);
    long read = intake.ofSource(source, IntakeMeasure.RECORDS_READ);
    long quarantined = read - intake.ofSource(source, IntakeMeasure.RECORDS_KEPT);
    if ((double) quarantined / read > limit.maxRatio()) {
      throw refused(
          source, quarantined, "%.1f %%".formatted(100 * limit.maxRatio()), "max-quarantine-ratio");
    }
    if (quarantined > limit.maxRecords()) {
      throw refused(
          source,
          quarantined,
          limit.maxRecords() == 1 ? "1 record" : "%,d records".formatted(limit.maxRecords()),
          "max-quarantine-records");
    }
  }

  private InputException refused(int source, long quarantined, String limit, String key) {
    String name = config.sources().get(source).name();
    String section =
        config.read().quarantine().own().containsKey(name) ? "sources.%s".formatted(name) : "read";
    return new InputException(
        InputException.Kind.QUARANTINE,
        "Cannot use source %s: %,d of %,d records are in quarantine (%s), the limit is %s. Check its format, or raise %s.%s."
            .formatted(
                name,
                quarantined,
                intake.ofSource(source, IntakeMeasure.RECORDS_READ),
                reasons(source),
                limit,
                section,
                key));
  }

  private String reasons(int source) {
    StringJoiner reasons = new StringJoiner("; ");
    for (RecordFault fault : RecordFault.values()) {
      if (intake.quarantinedOfSource(source, fault) > 0) {
        intake
            .firstPositions(source, fault, 1)
            .forEach(
                first ->
                    reasons.add(
                        "%s, first in file %d at %,d"
                            .formatted(fault.meaning(), first.fileId(), first.position())));
      }
    }
    return reasons.toString();
  }
}
