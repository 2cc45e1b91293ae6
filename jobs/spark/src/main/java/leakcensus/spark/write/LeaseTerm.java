package leakcensus.spark.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * What a lease says.
 *
 * @param runId run that holds it
 * @param since when the run took it
 * @param until when it ends unless it is renewed; the past once it is given back
 */
record LeaseTerm(String runId, Instant since, Instant until) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** That of a run of which nothing is known but that it has one. */
  static LeaseTerm unknown(Instant until) {
    return new LeaseTerm("unknown", until.minus(Lease.TERM), until);
  }

  boolean isLive(Instant now) {
    return until.isAfter(now);
  }

  LeaseTerm until(Instant end) {
    return new LeaseTerm(runId, since, end);
  }

  String json() {
    return "{\"run_id\":\"%s\",\"since\":\"%s\",\"until\":\"%s\"}%n".formatted(runId, since, until);
  }

  /** The term in some JSON; one that cannot be read was being written when its run died. */
  static LeaseTerm parse(String json, Instant unreadableUntil) {
    try {
      JsonNode root = JSON.readTree(json);
      return new LeaseTerm(
          root.path("run_id").asText(),
          Instant.parse(root.path("since").asText()),
          Instant.parse(root.path("until").asText()));
    } catch (JsonProcessingException | DateTimeException halfWritten) {
      return unknown(unreadableUntil);
    }
  }
}
