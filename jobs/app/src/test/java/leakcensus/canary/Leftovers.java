package leakcensus.canary;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Searches all files that a run has left: names, content, and what the content decodes to. */
final class Leftovers {

  private static final int DEEPEST_LAYER = 3;

  private final CanarySearch search;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private long bytes;
  private long decodedBytes;
  private long streams;

  /** Searches for all that is planted. */
  Leftovers() {
    this(List.of());
  }

  /** Searches for that and for more. */
  Leftovers(List<Canary> more) {
    search = new CanarySearch(Stream.concat(Canaries.all().stream(), more.stream()).toList());
  }

  /** Searches a folder with all below, or a file. */
  Leftovers add(Path root) throws IOException {
    try (Stream<Path> below = Files.walk(root)) {
      for (Path path : below.sorted().toList()) {
        addName(root, path);
        if (Files.isRegularFile(path)) {
          addFile(path);
        }
      }
    }
    return this;
  }

  /** Everything found. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** What was found where it must not be. */
  List<Finding> exposed() {
    return findings.stream().filter(finding -> !finding.isPathInPrivateList()).toList();
  }

  /** The files searched, without empty ones. */
  List<Path> files() {
    return List.copyOf(files);
  }

  /** Bytes of the files. */
  long bytes() {
    return bytes;
  }

  /** Tells what was searched behind a run, and what was found; the same leftovers. */
  Leftovers tell(String run) {
    row(run, false).tell();
    return this;
  }

  /** The same of a control, in which canaries have to be found. */
  Leftovers tellControl(String run) {
    row(run, true).tell();
    return this;
  }

  private CanaryRow row(String run, boolean control) {
    List<Finding> exposed = exposed();
    return new CanaryRow(
        run,
        control,
        search.patterns(),
        files.size(),
        bytes,
        streams,
        decodedBytes,
        findings.size() - exposed.size(),
        exposed.stream().map(finding -> finding.canary().name()).distinct().sorted().toList());
  }

  private void addName(Path root, Path path) throws IOException {
    byte[] name = root.relativize(path).toString().getBytes(StandardCharsets.UTF_8);
    search.search(
        new ByteArrayInputStream(name),
        (pattern, offset) -> findings.add(new Finding(path, pattern, "name", offset)));
  }

  private void addFile(Path file) throws IOException {
    if (Files.size(file) == 0) {
      return;
    }
    files.add(file);
    try (InputStream input = new BufferedInputStream(Files.newInputStream(file))) {
      bytes += searchLayer(file, "as it is", input);
    }
    decode(file, "", Files.readAllBytes(file), 1);
  }

  private void decode(Path file, String outer, byte[] content, int depth) throws IOException {
    for (Decoder.Stream stream : Decoder.streams(content)) {
      String layer = outer + stream.name();
      streams++;
      decodedBytes += searchLayer(file, layer, new ByteArrayInputStream(stream.content()));
      if (depth < DEEPEST_LAYER) {
        decode(file, layer + " in ", stream.content(), depth + 1);
      }
    }
  }

  private long searchLayer(Path file, String layer, InputStream input) throws IOException {
    return search.search(
        input, (pattern, offset) -> findings.add(new Finding(file, pattern, layer, offset)));
  }
}
