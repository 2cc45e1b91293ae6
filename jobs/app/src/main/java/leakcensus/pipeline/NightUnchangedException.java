package leakcensus.pipeline;

/** A night that publishes nothing: there is nothing new, or too little to be told. */
public final class NightUnchangedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private NightUnchangedException(String message) {
    super(message);
  }

  static NightUnchangedException nothingNew(int night) {
    return new NightUnchangedException(
        "No new files since night %,d: its numbers stand.".formatted(night));
  }

  static NightUnchangedException tooFew(int night, long records, int fewest) {
    return new NightUnchangedException(
        "Only %,d new records since night %,d, fewer than disclosure.min-cell = %,d: published, they would tell of single persons. They will be counted together with the next files; the numbers of night %,d stand."
            .formatted(records, night, fewest, night));
  }
}
