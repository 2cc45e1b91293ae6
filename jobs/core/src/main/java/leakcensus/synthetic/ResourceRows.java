package leakcensus.synthetic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The rows of a table that comes with this package: no quotes, one header, comments by {@code #}.
 */
final class ResourceRows {

  private ResourceRows() {}

  static List<List<String>> read(String name) {
    try (InputStream bytes = ResourceRows.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IllegalStateException("Missing resource: " + name);
      }

      return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> List.of(line.split(",", -1)))
          .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot read resource: " + name, fault);
    }
  }
}
