package leakcensus.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What Spark has noted of a run, in an event log that is not compressed. */
public final class EventLog {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> events;

  private EventLog(List<JsonNode> events) {
    this.events = events;
  }

  /** All events in the files below a folder. */
  public static EventLog read(Path folder) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(EventLog::holdsEvents).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          events.add(JSON.readTree(line));
        }
      }
    }
    return new EventLog(events);
  }

  /** Executors that Spark has lost. */
  public long lostExecutors() {
    return of("SparkListenerExecutorRemoved").count();
  }

  /** Executors that Spark has had. */
  public long executors() {
    return of("SparkListenerExecutorAdded").count();
  }

  /**
   * Attempts at tasks that ended so, such as {@code FetchFailed} or {@code ExecutorLostFailure}.
   */
  public long taskEnds(String reason) {
    return tasks(end -> end.path("Task End Reason").path("Reason").asText().equals(reason)).size();
  }

  /** Attempts at tasks that Spark began since another attempt was slow. */
  public long speculative() {
    return tasks(end -> end.path("Task Info").path("Speculative").asBoolean()).size();
  }

  /** The same, of those that came first. */
  public long speculativeWinners() {
    return tasks(
            end ->
                end.path("Task Info").path("Speculative").asBoolean()
                    && end.path("Task End Reason").path("Reason").asText().equals("Success"))
        .size();
  }

  /** Attempts at stages behind the first one. */
  public long repeatedStages() {
    return of("SparkListenerStageSubmitted")
        .filter(event -> event.path("Stage Info").path("Stage Attempt ID").asInt() > 0)
        .count();
  }

  /** Bytes that tasks have moved from memory to disk while they sorted or grouped. */
  public long spilledBytes() {
    return tasks(end -> true).stream()
        .mapToLong(end -> end.path("Task Metrics").path("Disk Bytes Spilled").asLong())
        .sum();
  }

  /**
   * Bytes of kept tables for which there was no room in memory, where the log has updates of
   * blocks.
   */
  public long keptOnDiskBytes() {
    return of("SparkListenerBlockUpdated")
        .map(event -> event.path("Block Updated Info"))
        .filter(block -> block.path("Block ID").asText().startsWith("rdd_"))
        .mapToLong(block -> block.path("Disk Size").asLong())
        .sum();
  }

  /** Bytes that tasks have written for tasks of later stages. */
  public long shuffledBytes() {
    return ofTasks("Shuffle Write Metrics", "Shuffle Bytes Written");
  }

  /** Bytes that tasks have read of what others wrote for them; more than that if read again. */
  public long fetchedBytes() {
    return ofTasks("Shuffle Read Metrics", "Remote Bytes Read")
        + ofTasks("Shuffle Read Metrics", "Local Bytes Read");
  }

  /** Attempts at tasks. */
  public long attempts() {
    return tasks(end -> true).size();
  }

  private long ofTasks(String metrics, String measure) {
    return tasks(end -> true).stream()
        .mapToLong(end -> end.path("Task Metrics").path(metrics).path(measure).asLong())
        .sum();
  }

  private List<JsonNode> tasks(Predicate<JsonNode> wanted) {
    return of("SparkListenerTaskEnd").filter(wanted).toList();
  }

  private Stream<JsonNode> of(String event) {
    return events.stream().filter(found -> found.path("Event").asText().equals(event));
  }

  /** Application logs are one file each, or folders of parts. */
  private static boolean holdsEvents(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file)
        && !name.startsWith(".")
        && !name.startsWith("appstatus")
        && !name.endsWith(".crc");
  }
}
