package leakcensus.pseudonym;

import java.io.IOException;

/** What was sealed was changed, or sealed by another key, or for another place. */
public final class BrokenSealException extends IOException {

  private static final long serialVersionUID = 1;

  BrokenSealException() {
    super("Cannot open what was sealed: it was changed, or another key sealed it");
  }
}
