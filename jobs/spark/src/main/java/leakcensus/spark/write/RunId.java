package leakcensus.spark.write;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * Names of runs: their time, so that names in their order are runs in theirs. What has no such name
 * in an output folder is none of a census, and is left alone.
 */
public final class RunId {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final String ID = "\\d{8}T\\d{6}\\.\\d{3}Z";
  private static final Pattern RUN = Pattern.compile(ID);
  private static final Pattern UNFINISHED =
      Pattern.compile("\\.[\\w.]+\\.jsonl?\\.(?:purge-)?" + ID);

  private RunId() {}

  /** The name of a run that starts at a time. */
  public static String at(Instant start) {
    return FORMAT.format(start);
  }

  /** Whether a name is one of a run. */
  public static boolean isOne(String name) {
    return RUN.matcher(name).matches();
  }

  /** Whether a name is that of a text that a run has not finished. */
  static boolean isUnfinishedText(String name) {
    return UNFINISHED.matcher(name).matches();
  }
}
