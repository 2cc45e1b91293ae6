package leakcensus.inspect;

/**
 * A file, or a part of one, that is in no source, or not wholly.
 *
 * @param part name of the part; empty for the file itself, or where it is not known
 * @param reason why
 * @param times how often in the file
 */
public record PartLeftOut(String part, LeftOut reason, long times) {

  /** Without the name of the part, which can hold values. */
  @Override
  public String toString() {
    return "PartLeftOut[%s, %d]".formatted(reason.key(), times);
  }
}
