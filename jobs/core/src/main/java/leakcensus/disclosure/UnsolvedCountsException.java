package leakcensus.disclosure;

/** Says that no counts were found that agree with what is told. */
public final class UnsolvedCountsException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  UnsolvedCountsException() {
    super("Invalid counts of persons: none were found that agree with all that is told");
  }
}
