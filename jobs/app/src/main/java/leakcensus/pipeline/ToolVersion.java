package leakcensus.pipeline;

import java.util.Optional;

/** The version of leak-census, as its jar tells. */
public final class ToolVersion {

  private ToolVersion() {}

  /** The version, or {@code development} outside a jar. */
  public static String version() {
    return Optional.ofNullable(ToolVersion.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
