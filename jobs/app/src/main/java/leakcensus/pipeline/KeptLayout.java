package leakcensus.pipeline;

/** What is kept under a lasting key for a later run, and may be read by the same layout alone. */
final class KeptLayout {

  /** Counts up whenever tokens, blocks or sketches change their meaning. */
  private static final int NUMBER = 4;

  private KeptLayout() {}

  /** The version of the tool and the layout, in words. */
  static String name() {
    return "%s, layout %d".formatted(ToolVersion.version(), NUMBER);
  }
}
