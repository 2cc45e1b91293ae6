package leakcensus.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.Map;
import leakcensus.spark.write.Manifest;
import leakcensus.visible.VisibleText;

/** The status file of a run, which cluster deploy modes need since they hide exit codes. */
final class RunStatus {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private RunStatus() {}

  static String succeeded(String runId, Manifest manifest, Map<String, Double> secondsByStep) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("run_id", runId);
    status.put("status", "succeeded");
    status.put("exit_code", 0);
    status.put("content_hash", manifest.contentHash());
    status.put("seconds_by_step", secondsByStep);
    return json(status);
  }

  static String failed(String runId, Throwable fault) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("run_id", runId);
    status.put("status", ExitCode.of(fault) == ExitCode.OK ? "unchanged" : "failed");
    status.put("exit_code", ExitCode.of(fault).number());
    status.put("fault", fault.getClass().getSimpleName());
    if (ExitCode.of(fault) != ExitCode.INTERNAL) {
      status.put("message", VisibleText.of(String.valueOf(fault.getMessage())));
    }
    return json(status);
  }

  private static String json(Map<String, Object> status) {
    try {
      return JSON.writeValueAsString(status) + "\n";
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("Cannot write the status as JSON", fault);
    }
  }
}
