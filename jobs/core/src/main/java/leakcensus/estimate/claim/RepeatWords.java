package leakcensus.estimate.claim;

import java.util.Locale;
import java.util.OptionalDouble;

/** Says in words what the repeats of a sample make of a claim. */
final class RepeatWords {

  /** What would be rounded to none. */
  private static final double SMALLEST_TIMES = 0.5;

  private final Claim claim;
  private final ClaimEvidence evidence;
  private final RepeatStatistic statistic;

  RepeatWords(Claim claim, ClaimEvidence evidence, RepeatStatistic statistic) {
    this.claim = claim;
    this.evidence = evidence;
    this.statistic = statistic;
  }

  String noPairs() {
    return "The sample has too few records to hold a repeated person.";
  }

  String tooFewRecords(double dumpMentions) {
    return words(
        "The dump names persons %,.0f times in all, so %,.0f persons cannot stand behind it.",
        dumpMentions, claim.persons());
  }

  String tooSmallIndex(double indexedPersons) {
    return words(
        "The configuration states that a person index holds %,.0f records, one for every person, so"
            + " %,.0f persons cannot stand behind the dump.",
        indexedPersons, claim.persons());
  }

  String uneven() {
    return noted(
        found()
            + "; either fewer persons stand behind the dump, or records are spread over them as"
            + words(" unevenly as a CV2 of %.3g, and no cap on that is stated.", breakEven()));
  }

  String tooManyPairs(double pValue, OptionalDouble mostPersons) {
    String most =
        mostPersons.isPresent()
            ? words(" At most %,.0f persons stand behind it.", mostPersons.getAsDouble())
            : "";
    if (!statistic.free()) {
      return noted(
          found()
              + words(
                  "; that is too many even if records were as uneven as a CV2 of %.3g.",
                  evidence.maxCv2().getAsDouble())
              + most);
    }
    return noted(
        found() + words("; chance brings so many in %s of such samples.", part(pValue)) + most);
  }

  String withinCap() {
    return noted(
        found()
            + words("; the claim stands if records are as uneven as a CV2 of %.3g,", breakEven())
            + words(" within chance of the stated cap of %.3g.", evidence.maxCv2().getAsDouble()));
  }

  String withinWideCap() {
    return withinCap() + " Under so wide a cap the sample could not contradict half of it either.";
  }

  String morePersons(OptionalDouble fewestPersons) {
    return noted(
        found()
            + (evidence.missedPairs() > 0
                ? words(", with %,.0f links that may have been missed", evidence.missedPairs())
                : "")
            + words(
                ", so more persons than claimed stand behind the dump: at least %,.0f.",
                fewestPersons.getAsDouble()));
  }

  String tooSmall(double power) {
    return noted(
        words(
            "The sample is too small: were the truth half of %,.0f persons, it would show that"
                + " with a chance of %.2g only.",
            claim.persons(), power));
  }

  String missingPairs() {
    return noted(
        words(
            "Repeated persons were found %,.0f times where independent draws from %,.0f persons"
                + " would give %s; sources with one row a person, or with different persons,"
                + " hide repeats, so the number of records of every source is needed.",
            statistic.pairs(), claim.persons(), expectedTimes()));
  }

  String noExcess() {
    return noted(found() + ", so the sample does not speak against the claim.");
  }

  String assumptions() {
    String random =
        "Every record of a source had the same chance to be in the sample; missed links hide"
            + " repeats, and false links beyond the expected ones feign them.";
    if (statistic.free()) {
      return random
          + " The person indexes hold exactly one record for every person behind the dump, as the"
          + " configuration states; how records are spread in other sources plays no part.";
    }
    return statistic.firm()
        ? random
        : random + " Sizes of sources are unknown: repeats are those of independent draws.";
  }

  private String found() {
    return words(
        statistic.free()
            ? "Persons of an index were met in another source %,.0f times where %,.0f persons would"
                + " give %s"
            : "Repeated persons were found %,.0f times where %,.0f persons would give %s",
        statistic.pairs(),
        claim.persons(),
        expectedTimes());
  }

  private String noted(String sentence) {
    return statistic.note().isEmpty() ? sentence : sentence + " " + statistic.note();
  }

  private double breakEven() {
    return statistic.law().breakEvenCv2(claim.persons(), statistic.pairs());
  }

  /** In whole times: a mean has a fraction, and nobody meets a fraction of a person. */
  private String expectedTimes() {
    double expected = statistic.law().expectedPairs(claim.persons(), 0);
    return expected < SMALLEST_TIMES ? "less than one" : words("%,.0f", expected);
  }

  private static String part(double ratio) {
    return ratio < 1e-6 ? "fewer than one in a million" : words("%.2g %%", 100 * ratio);
  }

  private static String words(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
