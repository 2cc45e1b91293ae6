package leakcensus.simulate;

/** How the records of a dump stand, and which of them came into the sample in which order. */
enum RecordOrder {
  RANDOM("random-order", "records drawn at random, in random order", 0, 1, 1),
  BY_PERSON("by-person", "a run of a dump sorted by person, or by household", 0, 1, 1),
  NEAR_TENTH(
      "near-tenth", "a run in which the records of a person lie within a tenth of it", 0.1, 1, 1),
  NEAR_HALF("near-half", "a run in which the records of a person lie within half of it", 0.5, 1, 1),
  NEAR_TWICE("near-twice", "a run; the records of a person lie within twice its length", 2, 1, 1),
  REGIONS("regions", "two whole regions one after the other, each in random order", 0, 2, 1),
  BLOCKS(
      "blocks", "twenty runs; the records of a person lie within the length of one", 0.05, 1, 20),
  SHUFFLED_HEAD(
      "shuffled-head", "a run of a dump sorted by person, put into random order", 0, 1, 1);

  private final String key;
  private final String meaning;
  private final double width;
  private final int regions;
  private final int runs;

  RecordOrder(String key, String meaning, double width, int regions, int runs) {
    this.key = key;
    this.meaning = meaning;
    this.width = width;
    this.regions = regions;
    this.runs = runs;
  }

  String key() {
    return key;
  }

  String meaning() {
    return meaning;
  }

  /** Whether the order inside the sample tells nothing. */
  boolean shuffled() {
    return this == RANDOM || this == SHUFFLED_HEAD;
  }

  /** Reach of the records of a person over the length of the sample. */
  double width() {
    return width;
  }

  /** Regions of which the sample holds all. */
  int regions() {
    return regions;
  }

  /** Runs of the dump that make the sample. */
  int runs() {
    return runs;
  }
}
