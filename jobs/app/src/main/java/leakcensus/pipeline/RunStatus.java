package leakcensus.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import leakcensus.spark.write.Lease;
import leakcensus.spark.write.Manifest;
import leakcensus.visible.VisibleText;

/**
 * What the status file of a run says, which cluster deploy modes need since they hide exit codes.
 *
 * @param runId id of the run
 * @param started when it began
 */
record RunStatus(String runId, Instant started) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * The run is at work, and says so again before long.
   *
   * @param standing where it stands
   * @param now when that is
   */
  String running(Standing standing, Instant now) {
    Map<String, Object> status = begin("running", now);
    status.put("alive_until", now.plus(Lease.TERM).toString());
    status.put("step", standing.step());
    status.put("step_number", standing.number());
    status.put("steps", standing.steps());
    status.put("step_seconds", standing.seconds());
    status.put("tasks_done", standing.tasksDone());
    status.put("tasks", standing.tasks());
    status.put("records_read", standing.read().records());
    status.put("records_quarantined", standing.read().quarantined());
    status.put("bytes_read", standing.read().bytes());
    status.put("bytes_expected", standing.read().bytesExpected());
    status.put("records_per_second", standing.recordsPerSecond());
    return json(status);
  }

  /** The run is committed. */
  String succeeded(Manifest manifest, Map<String, Double> secondsByStep, Instant now) {
    Map<String, Object> status = begin("succeeded", now);
    status.put("exit_code", ExitCode.OK.number());
    status.put("content_hash", manifest.contentHash());
    status.put("seconds_by_step", secondsByStep);
    return json(status);
  }

  /** The run has ended otherwise. */
  String failed(Throwable fault, Instant now) {
    ExitCode code = ExitCode.of(fault);
    Map<String, Object> status = begin(code == ExitCode.OK ? "unchanged" : "failed", now);
    status.put("exit_code", code.number());
    status.put("fault", fault.getClass().getSimpleName());
    if (code != ExitCode.INTERNAL || fault instanceof WithoutValues) {
      status.put("message", VisibleText.of(String.valueOf(fault.getMessage())));
    }
    return json(status);
  }

  private Map<String, Object> begin(String state, Instant now) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("run_id", runId);
    status.put("status", state);
    status.put("started", started.toString());
    status.put("updated", now.toString());
    return status;
  }

  private static String json(Map<String, Object> status) {
    try {
      return JSON.writeValueAsString(status) + "\n";
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("Cannot write the status as JSON", fault);
    }
  }
}
