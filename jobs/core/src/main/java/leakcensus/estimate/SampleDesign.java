package leakcensus.estimate;

import java.util.List;
import java.util.OptionalLong;

/** How the sample came out of the dump, as the configuration states it; no data can prove it. */
public sealed interface SampleDesign {

  /** The names in the configuration. */
  List<String> KEYS =
      List.of(Unknown.KEY, WholeDump.KEY, RandomRecords.KEY, IndependentDraws.KEY, Head.KEY);

  /** The name in the configuration. */
  String key();

  /** The design of a configuration key; the number of records of the dump, where it is known. */
  static SampleDesign ofKey(String key, OptionalLong dumpRecords) {
    return switch (key) {
      case Unknown.KEY -> new Unknown();
      case WholeDump.KEY -> new WholeDump();
      case RandomRecords.KEY -> new RandomRecords(dumpRecords);
      case IndependentDraws.KEY -> new IndependentDraws();
      case Head.KEY -> new Head();
      default ->
          throw new IllegalArgumentException(
              "Unknown sample design: %s (must be one of %s)"
                  .formatted(key, String.join(", ", KEYS)));
    };
  }

  /** Nobody knows: the sample says nothing about the dump beyond itself. */
  record Unknown() implements SampleDesign {

    static final String KEY = "unknown";

    @Override
    public String key() {
      return KEY;
    }
  }

  /** The sample is the whole dump. */
  record WholeDump() implements SampleDesign {

    static final String KEY = "whole-dump";

    @Override
    public String key() {
      return KEY;
    }
  }

  /**
   * Every record of the dump had the same chance to be in the sample.
   *
   * @param dumpRecords number of records of the whole dump, where it is known or claimed
   */
  record RandomRecords(OptionalLong dumpRecords) implements SampleDesign {

    static final String KEY = "random-records";

    public RandomRecords {
      if (dumpRecords.isPresent() && !(dumpRecords.getAsLong() >= 1)) {
        throw new IllegalArgumentException(
            "Invalid dump records: %d (must be >= 1)".formatted(dumpRecords.getAsLong()));
      }
    }

    @Override
    public String key() {
      return KEY;
    }
  }

  /**
   * Each record was drawn for itself, and the same one may have come again: a draw says nothing of
   * those before it, and the size of the dump plays no part.
   */
  record IndependentDraws() implements SampleDesign {

    static final String KEY = "independent-draws";

    @Override
    public String key() {
      return KEY;
    }
  }

  /** The first records of the dump, or of an index of it. */
  record Head() implements SampleDesign {

    static final String KEY = "head";

    @Override
    public String key() {
      return KEY;
    }
  }
}
