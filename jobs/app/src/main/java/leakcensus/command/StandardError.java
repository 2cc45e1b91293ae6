package leakcensus.command;

import leakcensus.pipeline.Progress;

/** Where progress goes. Java cannot tell whether that is a terminal; the launcher can. */
final class StandardError {

  /** Set to true by the launcher where standard error is a terminal. */
  private static final String IS_TERMINAL = "leakcensus.terminal";

  private StandardError() {}

  /** Progress for whoever reads standard error. */
  static Progress progress() {
    return new Progress(System.err, Boolean.getBoolean(IS_TERMINAL));
  }
}
