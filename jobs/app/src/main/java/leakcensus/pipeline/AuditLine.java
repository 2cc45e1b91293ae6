package leakcensus.pipeline;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import leakcensus.source.Intake;
import leakcensus.source.IntakeMeasure;
import leakcensus.source.SourceFile;
import leakcensus.visible.VisibleText;

/**
 * What the audit of an output folder says of one run: who, when, what, on which input, with which
 * outcome. It holds no path and no value.
 */
final class AuditLine {

  private final Map<String, Object> entries = new LinkedHashMap<>();

  /** The line of a command that begins. */
  AuditLine(String command, String runId, Instant started) {
    entries.put("started", started.toString());
    entries.put("user", VisibleText.of(System.getProperty("user.name", "")));
    entries.put("command", command);
    entries.put("run_id", runId);
    entries.put("version", ToolVersion.version());
  }

  /** Adds what the run was told to do. */
  AuditLine settings(String fingerprint, String keyId) {
    entries.put("configuration_fingerprint", fingerprint);
    entries.put("key_id", keyId);
    return this;
  }

  /** Adds what it was done to. */
  AuditLine input(String fingerprint, Intake intake) {
    entries.put("input_fingerprint", fingerprint);
    entries.put("files", intake.files().size());
    entries.put(
        "bytes", intake.files().stream().mapToLong(SourceFile::bytes).reduce(0, Math::addExact));
    entries.put("records_read", intake.total(IntakeMeasure.RECORDS_READ));
    entries.put("records_kept", intake.total(IntakeMeasure.RECORDS_KEPT));
    return this;
  }

  /** Adds what was removed. */
  AuditLine removed(long files, long bytes) {
    entries.put("files_removed", files);
    entries.put("bytes_removed", bytes);
    return this;
  }

  /** The whole line. */
  Map<String, Object> ended(ExitCode code, Instant finished) {
    entries.put("finished", finished.toString());
    entries.put("exit_code", code.number());
    return entries;
  }
}
