package leakcensus.spark.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.fs.Path;

/**
 * Who ran what on an output folder, and what came of it: {@code audit.jsonl}, a line for each run,
 * for the owner alone. It is written anew with each line, by the holder of the lease, since object
 * stores cannot append.
 */
public final class AuditLog {

  private static final String FILE = "audit.jsonl";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OutputFiles output;

  /** The log of an output folder. */
  public AuditLog(OutputFiles output) {
    this.output = output;
  }

  /**
   * Adds a line.
   *
   * @param runId run that writes it
   * @param line its entries in their order; none may hold a path or a value of the sample
   */
  public void add(String runId, Map<String, Object> line) throws IOException {
    Path file = new Path(output.output(), FILE);
    String before = output.read(file).orElse("");
    output.publish(file, before + json(line) + "\n", runId, OutputFiles.OWNER_ONLY);
  }

  private static String json(Map<String, Object> line) {
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("Cannot write a line of the audit as JSON", fault);
    }
  }
}
