package leakcensus.fault;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Hears what a run says. */
final class Heard {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  /** Where it is said. */
  PrintStream stream() {
    return new PrintStream(said, true, StandardCharsets.UTF_8);
  }

  /** All lines so far. */
  List<String> lines() {
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
