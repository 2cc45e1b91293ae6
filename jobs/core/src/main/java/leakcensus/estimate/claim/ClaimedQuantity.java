package leakcensus.estimate.claim;

/** What somebody says of a dump: one of several kinds. */
public sealed interface ClaimedQuantity {

  /**
   * So many persons, or more.
   *
   * @param persons persons claimed
   */
  record Persons(long persons) implements ClaimedQuantity {

    public Persons {
      checkAtLeast1("persons", persons);
    }
  }

  /**
   * So large a part of a population.
   *
   * @param shareRatio part claimed; may exceed 1
   * @param population key of the population
   */
  record Share(double shareRatio, String population) implements ClaimedQuantity {

    public Share {
      if (!(shareRatio > 0 && shareRatio < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Invalid share: %s (must be finite and > 0)".formatted(shareRatio));
      }
    }
  }

  /**
   * So many records.
   *
   * @param records records claimed
   */
  record Records(long records) implements ClaimedQuantity {

    public Records {
      checkAtLeast1("records", records);
    }
  }

  /**
   * So many bytes.
   *
   * @param bytes bytes claimed
   */
  record Bytes(long bytes) implements ClaimedQuantity {

    public Bytes {
      checkAtLeast1("bytes", bytes);
    }
  }

  /**
   * So high a price.
   *
   * @param price what is asked
   */
  record Price(ClaimedPrice price) implements ClaimedQuantity {}

  private static void checkAtLeast1(String what, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "Invalid %s: %d (must be at least 1)".formatted(what, value));
    }
  }
}
