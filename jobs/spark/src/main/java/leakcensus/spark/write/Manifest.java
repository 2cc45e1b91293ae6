package leakcensus.spark.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import leakcensus.spark.table.SummaryTable;
import leakcensus.spark.table.TableSchema;

/**
 * What a run has published; written last, it is the commit.
 *
 * @param runId id of the run
 * @param contentHash hash of what all tables say, whatever run said it
 * @param tables the tables
 * @param files what stands beside them, such as the report; outside the content hash
 * @param keyId id of the key under which all tables are encrypted; empty where they are in clear
 */
public record Manifest(
    String runId,
    String contentHash,
    List<TableEntry> tables,
    List<FileEntry> files,
    Optional<String> keyId) {

  /** Name of the file in the folder of the run. */
  public static final String FILE = "manifest.json";

  private static final String ENCRYPTION = "encryption";
  private static final String KEY_ID = "key_id";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * One published table.
   *
   * @param name name of the table
   * @param file file in the folder of the run
   * @param rows number of rows; -1 where they are not counted
   * @param bytes length of the file
   * @param sha256 SHA-256 of the file
   * @param contentHash hash of what the table says; empty for a table of mentions
   * @param columns its columns, as name and type
   */
  public record TableEntry(
      String name,
      String file,
      long rows,
      long bytes,
      String sha256,
      String contentHash,
      List<String> columns) {

    public TableEntry {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A file beside the tables, or a folder of files.
   *
   * @param file its name in the folder of the run
   * @param bytes length of the file, or of all files
   * @param sha256 SHA-256 of the file, or of the names and hashes of all files
   */
  public record FileEntry(String file, long bytes, String sha256) {}

  public Manifest {
    tables = List.copyOf(tables);
    files = List.copyOf(files);
  }

  /** A manifest of tables alone. */
  public Manifest(String runId, String contentHash, List<TableEntry> tables) {
    this(runId, contentHash, tables, List.of(), Optional.empty());
  }

  /** The manifest of some tables in clear. */
  static Manifest of(String runId, List<TableEntry> tables) {
    return of(runId, tables, List.of(), Optional.empty());
  }

  /** The manifest of some tables, and of files beside them. */
  static Manifest of(
      String runId, List<TableEntry> tables, List<FileEntry> files, Optional<String> keyId) {
    List<String> hashes = new ArrayList<>();
    tables.stream()
        .filter(table -> !table.contentHash().isEmpty())
        .forEach(table -> hashes.add(table.name() + " " + table.contentHash()));
    return new Manifest(
        runId, ContentHash.of(hashes.stream().sorted().toList()), tables, files, keyId);
  }

  /** The columns of a summary table, as name and type. */
  static List<String> columns(SummaryTable table) {
    return table.columns().stream()
        .map(column -> column.name() + " " + column.type().sqlName())
        .toList();
  }

  /** The columns of a table that Spark writes, as name and type. */
  static List<String> columns(TableSchema table) {
    return Arrays.stream(table.columns().fields())
        .map(column -> column.name() + " " + column.dataType().simpleString())
        .toList();
  }

  /** The manifest as JSON. */
  public String json() {
    ObjectNode root = JSON.createObjectNode();
    root.put("run_id", runId).put("content_hash", contentHash);
    keyId.ifPresent(
        id -> root.putObject(ENCRYPTION).put("algorithm", TableCipher.ALGORITHM).put(KEY_ID, id));
    ArrayNode list = root.putArray("tables");
    for (TableEntry table : tables) {
      ObjectNode entry = list.addObject();
      entry
          .put("name", table.name())
          .put("file", table.file())
          .put("rows", table.rows())
          .put("bytes", table.bytes())
          .put("sha256", table.sha256())
          .put("content_hash", table.contentHash());
      ArrayNode columns = entry.putArray("columns");
      table.columns().forEach(columns::add);
    }
    ArrayNode beside = root.putArray("files");
    for (FileEntry file : files) {
      beside
          .addObject()
          .put("file", file.file())
          .put("bytes", file.bytes())
          .put("sha256", file.sha256());
    }
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("Cannot write the manifest as JSON", fault);
    }
  }

  /**
   * The manifest that some JSON holds.
   *
   * @throws IllegalArgumentException if it is no manifest
   */
  public static Manifest parse(String json) {
    try {
      JsonNode root = JSON.readTree(json);
      List<TableEntry> tables = new ArrayList<>();
      for (JsonNode entry : root.path("tables")) {
        List<String> columns = new ArrayList<>();
        entry.path("columns").forEach(column -> columns.add(column.asText()));
        tables.add(
            new TableEntry(
                entry.path("name").asText(),
                entry.path("file").asText(),
                entry.path("rows").asLong(),
                entry.path("bytes").asLong(),
                entry.path("sha256").asText(),
                entry.path("content_hash").asText(),
                columns));
      }
      List<FileEntry> files = new ArrayList<>();
      for (JsonNode entry : root.path("files")) {
        files.add(
            new FileEntry(
                entry.path("file").asText(),
                entry.path("bytes").asLong(),
                entry.path("sha256").asText()));
      }
      return new Manifest(
          root.path("run_id").asText(),
          root.path("content_hash").asText(),
          tables,
          files,
          root.has(ENCRYPTION)
              ? Optional.of(root.path(ENCRYPTION).path(KEY_ID).asText())
              : Optional.empty());
    } catch (JsonProcessingException fault) {
      throw new IllegalArgumentException("Cannot read the manifest: it is no JSON", fault);
    }
  }
}
