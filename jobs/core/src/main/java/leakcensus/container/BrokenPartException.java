package leakcensus.container;

import java.io.IOException;

/**
 * A part that cannot be read further because of what it holds; what came before stands. Its message
 * says nothing of the content, and it has no cause: messages of decoders end here.
 */
public final class BrokenPartException extends IOException {

  private final EntryFault fault;

  BrokenPartException(EntryFault fault) {
    super("Cannot read a packed part further: " + fault.meaning());
    this.fault = fault;
  }

  /** Why. */
  public EntryFault fault() {
    return fault;
  }
}
