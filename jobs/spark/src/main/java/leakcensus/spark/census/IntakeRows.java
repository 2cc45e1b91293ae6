package leakcensus.spark.census;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import leakcensus.census.CensusFacts;
import leakcensus.source.DetectedCharset;
import leakcensus.source.Intake;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.QuarantinePosition;
import leakcensus.source.RecordFault;
import leakcensus.source.Source;
import leakcensus.source.SourceFile;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryRows;

/** Rows of the tables that account for the input. */
final class IntakeRows {

  private static final int FIRST_POSITIONS = 10;

  private IntakeRows() {}

  static SummaryRows intake(CensusFacts facts, String runId) {
    SummaryRows rows = new SummaryRows(CensusTables.INTAKE, runId);
    Intake intake = facts.intake();
    for (SourceFile file : intake.files()) {
      Source source = facts.sources().get(file.source());
      boolean binary = source.format().isBinary();
      rows.add(
          source.name(),
          (long) file.id(),
          source.format().key(),
          binary ? "-" : charset(source, intake.charset(file.id())),
          file.compression(),
          file.bytes(),
          intake.count(file.id(), IntakeMeasure.RECORD_BYTES),
          intake.count(file.id(), IntakeMeasure.SEPARATOR_BYTES),
          intake.count(file.id(), IntakeMeasure.HEADER_BYTES),
          intake.count(file.id(), IntakeMeasure.RECORDS_READ),
          intake.count(file.id(), IntakeMeasure.RECORDS_KEPT),
          intake.quarantined(file.id()),
          intake.status(file.id()).key(),
          intake
              .charset(file.id())
              .map(found -> OptionalLong.of(found.confidencePercent()))
              .orElse(OptionalLong.empty()),
          intake.count(file.id(), IntakeMeasure.RECORDS_WITH_BAD_BYTES),
          intake.count(file.id(), IntakeMeasure.RECORDS_RAGGED));
    }
    return rows;
  }

  private static String charset(Source source, Optional<DetectedCharset> found) {
    return found.map(charset -> charset.charset().toString()).orElse(source.charsetName());
  }

  static SummaryRows quarantine(CensusFacts facts, String runId) {
    SummaryRows rows = new SummaryRows(CensusTables.QUARANTINE, runId);
    Intake intake = facts.intake();
    for (int source = 0; source < facts.sources().size(); source++) {
      for (RecordFault fault : RecordFault.values()) {
        long records = intake.quarantinedOfSource(source, fault);
        if (records > 0) {
          List<QuarantinePosition> first = intake.firstPositions(source, fault, FIRST_POSITIONS);
          rows.add(
              facts.sources().get(source).name(),
              fault.key(),
              fault.meaning(),
              records,
              first.stream().map(position -> (long) position.fileId()).toList(),
              first.stream().map(QuarantinePosition::position).toList());
        }
      }
    }
    return rows;
  }
}
