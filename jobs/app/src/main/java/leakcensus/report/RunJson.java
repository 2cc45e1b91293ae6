package leakcensus.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import leakcensus.spark.table.CensusTables;
import leakcensus.spark.table.SummaryColumn;
import leakcensus.spark.table.SummaryRows;
import leakcensus.spark.write.Manifest;

/** What a run found, as one JSON object for programs. */
public final class RunJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** One row a file or a number of mentions: programs read them from the Parquet file. */
  private static final Set<String> LONG_TABLES =
      Set.of(CensusTables.INTAKE.name(), CensusTables.FREQUENCY.name());

  private RunJson() {}

  /** A run as JSON: its tables by name but for the long ones, and where all of them are. */
  public static ObjectNode of(
      List<SummaryRows> tables, Manifest manifest, String path, Map<String, Double> seconds) {
    ObjectNode run = header(manifest);
    run.put("path", path);
    run.put("content_hash", manifest.contentHash());
    ObjectNode steps = run.putObject("seconds_by_step");
    seconds.forEach(steps::put);
    for (SummaryRows rows : tables) {
      if (!LONG_TABLES.contains(rows.table().name())) {
        addRows(rows, run.putArray(rows.table().name()));
      }
    }
    return run;
  }

  /** An object to fill. */
  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** The rows of a table as JSON objects. */
  static void addRows(SummaryRows rows, ArrayNode list) {
    rows.rows().forEach(row -> list.add(object(rows, row)));
  }

  /** What every JSON object of a run begins with. */
  static ObjectNode header(Manifest manifest) {
    ObjectNode run = JSON.createObjectNode();
    run.put("run_id", manifest.runId());
    return run;
  }

  /** The text of a JSON object, on one line. */
  public static String text(ObjectNode object) {
    try {
      return JSON.writeValueAsString(object);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("Cannot write the result as JSON", fault);
    }
  }

  private static ObjectNode object(SummaryRows rows, List<Optional<Object>> row) {
    ObjectNode object = JSON.createObjectNode();
    for (int i = 0; i < row.size(); i++) {
      SummaryColumn column = rows.table().columns().get(i);
      if (column.name().equals("run_id")) {
        continue;
      }
      object.set(column.name(), JSON.valueToTree(row.get(i).orElse(null)));
    }
    return object;
  }
}
