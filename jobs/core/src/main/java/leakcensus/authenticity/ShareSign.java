package leakcensus.authenticity;

import java.util.Locale;
import java.util.Optional;

/**
 * A sign that is a share of mentions, persons or records which genuine data keep small.
 *
 * <p>The reading rests on the lower end of the interval, so that few mentions never make a sign.
 * The limits are judgements and no theorems: what genuine data have at most is taken from what
 * innocent causes are known to do, what made-up data have at least from what chance alone does to
 * values that know nothing of each other.
 */
enum ShareSign {
  /** Ids of the right shape whose area code no list ever held: 99.3 % of random digits. */
  ID_AREA_CODE(
      0.0,
      0.05,
      0.5,
      "ids of the right shape begin with an area code that no list ever held",
      "Random digits would in 99.3 % of cases; a typing error does now and then."),
  /** Ids with a known area code whose birth date does not exist: 99.9 % of random digits. */
  ID_CALENDAR(
      0.0,
      0.05,
      0.5,
      "ids with a known area code hold a birth date that the calendar lacks",
      "Random digits would in 99.9 % of cases; a typing error does now and then."),
  /** Ids that would be invented by someone who does not know the check digit: 11/10 of failures. */
  ID_CHECK_DIGIT(
      0.0,
      0.1,
      0.5,
      "ids with a known area code and a birth date would be invented, if no error of typing or"
          + " reading were among those with a wrong check digit (10 of 11 invented ids fail it)",
      "Whoever computes the check digit leaves no such sign."),
  /**
   * Checked ids against the field of the sex: one half where the two know nothing of each other.
   */
  ID_SEX(
      0.0,
      0.05,
      0.25,
      "checked ids contradict the field of the sex",
      "Sexes drawn apart from the id contradict it in about half of the mentions."),
  /** Checked ids against the field of the birth date. */
  ID_BIRTH_DATE(
      0.0,
      0.1,
      0.5,
      "checked ids contradict the field of the birth date",
      "Dates drawn apart from the id contradict it almost always."),
  /** Pairs of one area and birth date with neighbouring numbers: 4 of 999 by chance. */
  ID_NEIGHBOURS(
      4.0 / 999,
      0.5,
      2.0,
      "pairs of checked ids of one area code and birth date have sequence numbers that are 1 or 2"
          + " apart (expected is what chance does)",
      "Offices hand numbers out in order, so that a whole register has many; it is unusual where"
          + " most pairs are neighbours."),
  /** Ids of one area and birth date that are more than the births of a day. */
  ID_CROWDING(
      0.0,
      0.01,
      0.1,
      "checked ids share area code and birth date with a hundred others or more",
      "Hardly a county has as many births on one day; ids counted through have."),
  /** Persons of a hundred years and more: 118,866 of 1,409,778,724 in the census of 2020. */
  AGE_100(
      118_866.0 / 1_409_778_724,
      0.01,
      0.1,
      "persons with a year of birth would be 100 years or older at the end of 2026",
      "A register that keeps the dead has more of them than the living, a few per cent if it is"
          + " old; years drawn evenly from 1900 on give a fifth."),
  /** Persons of 110 years and more, who are all but dead. */
  AGE_110(
      0.0,
      0.005,
      0.05,
      "persons with a year of birth would be 110 years or older at the end of 2026",
      "Such years are the dead, placeholders such as 1900, or made up."),
  /** The commonest phone. */
  COMMONEST_PHONE(
      0.0,
      0.02,
      0.2,
      "phones are one and the same value",
      "Placeholders, shops and hotlines stand on many records; it is never said which value."),
  /** The commonest e-mail address. */
  COMMONEST_EMAIL(
      0.0,
      0.02,
      0.2,
      "e-mail addresses are one and the same value",
      "Placeholders stand on many records; it is never said which value."),
  /** The commonest address. */
  COMMONEST_ADDRESS(
      0.0,
      0.05,
      0.5,
      "addresses are one and the same value",
      "Institutions, and addresses that name a town alone, stand on many records; it is never said"
          + " which value."),
  /** The commonest national id. */
  COMMONEST_NATIONAL_ID(
      0.0,
      0.01,
      0.1,
      "national ids are one and the same value",
      "Some people have very many records; it is never said which value."),
  /** Records whose normalised content stood there before: recycled, not made up. */
  REPEATED_RECORDS(
      0.0,
      0.3,
      2.0,
      "records repeat another one after normalisation",
      "A dump put together from older ones, or blown up for its size, repeats itself; this is no"
          + " sign of made-up values.");

  private final double expectedRatio;
  private final double usualRatio;
  private final double fabricatedRatio;
  private final String finding;
  private final String note;

  ShareSign(
      double expectedRatio,
      double usualRatio,
      double fabricatedRatio,
      String finding,
      String note) {
    this.expectedRatio = expectedRatio;
    this.usualRatio = usualRatio;
    this.fabricatedRatio = fabricatedRatio;
    this.finding = finding;
    this.note = note;
  }

  /** The name in the tables. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The share of genuine data. */
  double expectedRatio() {
    return expectedRatio;
  }

  /** What follows from the lower end of the share. */
  Reading reading(double lowerRatio) {
    if (lowerRatio >= fabricatedRatio) {
      return Reading.FABRICATION_LIKELY;
    }
    return lowerRatio > usualRatio ? Reading.UNUSUAL : Reading.USUAL;
  }

  /** The reading in words, with the share where it may be told. */
  String explanation(Optional<Double> ratio) {
    String share =
        ratio
            .map(value -> String.format(Locale.ROOT, "%.2f %% of", 100 * value))
            .orElse("A withheld share of");
    return "%s %s. %s".formatted(share, finding, note);
  }
}
