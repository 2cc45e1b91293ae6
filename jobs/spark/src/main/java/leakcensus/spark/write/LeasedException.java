package leakcensus.spark.write;

import java.io.IOException;

/** Another run holds the output folder. */
public final class LeasedException extends IOException {

  private static final long serialVersionUID = 1;

  LeasedException(LeaseTerm other) {
    super(
        "run %s holds the output folder since %s; its lease ends at %s unless it is renewed"
            .formatted(other.runId(), other.since(), other.until()));
  }
}
