package leakcensus;

/** A text that counts how often one of its characters is read. */
final class CountingText implements CharSequence {

  /** No expression may read so often; an exponential one would not come to its end. */
  private static final long MOST_READS = 1_000_000;

  private final String text;
  private final long[] reads;

  CountingText(String text) {
    this(text, new long[1]);
  }

  /** Thrown in the middle of a search that reads its text too often. */
  static final class EndlessException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private CountingText(String text, long[] reads) {
    this.text = text;
    this.reads = reads;
  }

  long reads() {
    return reads[0];
  }

  @Override
  public char charAt(int index) {
    reads[0]++;
    if (reads[0] > MOST_READS) {
      throw new EndlessException();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new CountingText(text.substring(start, end), reads);
  }

  @Override
  public String toString() {
    return text;
  }
}
