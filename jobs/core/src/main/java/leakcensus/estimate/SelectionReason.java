package leakcensus.estimate;

/** Why a row answers for its scope, each in a sentence for readers who know no statistics. */
public enum SelectionReason {
  /** The sample itself. */
  SAMPLE_COUNTED("The people in the sample are counted, not estimated."),
  /** The sample is the dump. */
  DUMP_COUNTED(
      "The sample is the whole dump, so its people are counted, and nothing is estimated."),
  /** Nothing supports a number. */
  NO_NUMBER("No number was chosen, since it would be a guess: what would support one is missing."),
  /** An identified set. */
  PERMITTED_PERSONS(
      "Chosen because it assumes least: it keeps every number of persons from which a random sample"
          + " like this one could have come, however unevenly records are spread over them."),
  /** An identified set of doubtful links. */
  PERMITTED_PERSONS_LINKED(
      "Chosen because it assumes least: it keeps every number of persons from which a random sample"
          + " like this one could have come, however unevenly records are spread over them, and"
          + " however the doubtful links between records fall."),
  /** An index of persons. */
  PERSON_INDEX(
      "Chosen because a source with one record a person gives the number directly: the more often"
          + " people of it are met elsewhere, the fewer there are."),
  /** Independent draws. */
  REPEATED_DRAWS(
      "Chosen because the records were drawn one by one: how often the same people came again shows"
          + " how many there are at least, but never how many at most."),
  /** A lower bound over checked ids. */
  CHECKED_REPEATS(
      "Chosen because the sample permits no more than a lower end: people with a checked id who came"
          + " twice cannot be fewer than that."),
  /** A lower bound. */
  REPEATS(
      "Chosen because the sample permits no more than a lower end: people who came twice cannot be"
          + " fewer than that."),
  /** Two lists. */
  TWO_LISTS(
      "Chosen because there are two lists: how many people of one stand on the other shows how many"
          + " stand on neither, if the lists know nothing of each other."),
  /** Three lists or more. */
  MORE_LISTS(
      "Chosen because there are three lists or more: how they overlap shows how far they depend on"
          + " each other, and how many people stand on none.");

  private final String sentence;

  SelectionReason(String sentence) {
    this.sentence = sentence;
  }

  /** The reason in a sentence. */
  public String sentence() {
    return sentence;
  }
}
