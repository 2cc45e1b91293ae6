package leakcensus.pipeline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Names runs by their time, so that names in their order are runs in theirs. */
final class RunIds {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private RunIds() {}

  /** The name of a run that starts now. */
  static String at(Instant start) {
    return FORMAT.format(start);
  }
}
