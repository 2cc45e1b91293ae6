package leakcensus.config;

/**
 * Where a run is written.
 *
 * @param path folder that holds the runs, a path or a URI
 * @param assignments whether the table of mentions and their persons is written
 */
public record OutputSettings(String path, boolean assignments) {

  public OutputSettings {
    if (path.isBlank()) {
      throw new IllegalArgumentException("Missing path: name the folder that holds the runs");
    }
  }
}
