package leakcensus.register;

import java.util.List;
import leakcensus.person.Sex;
import leakcensus.synthetic.RandomStream;

/** The names of a made-up register: given names, surnames, streets and localities. */
final class RegisterNames {

  private static final int STREETS = 4_000;
  private static final int LOCALITIES = 400;
  private static final double LOCALITY_EXPONENT = 0.7;
  private static final int FIRST_POSTCODE = 2_000;
  private static final int POSTCODE_STEP = 17;
  private static final int MOST_HOUSE_NUMBER = 400;
  private static final List<String> STREET_TYPES =
      List.of("Street", "Road", "Avenue", "Court", "Place", "Crescent", "Drive", "Close");

  private final SyllableNames given;
  private final SyllableNames surnames;
  private final SyllableNames streets;
  private final SyllableNames localities;
  private final ZipfChoice givenRanks;
  private final ZipfChoice surnameRanks;
  private final ZipfChoice localityRanks = new ZipfChoice(LOCALITIES, LOCALITY_EXPONENT);

  RegisterNames(RegisterSettings settings) {
    long seed = settings.seed();
    int givenNames = settings.givenNames().names();
    this.given = new SyllableNames(seed, 0, givenNames, List.of("", "n", "l", "x"));
    this.surnames =
        new SyllableNames(
            seed, 1, settings.surnames().names(), List.of("", "nson", "rman", "ller", "nsky"));
    this.streets = new SyllableNames(seed, 2, STREETS, List.of("", "n", "rs"));
    this.localities = new SyllableNames(seed, 3, LOCALITIES, List.of("nton", "rville", "mbury"));
    this.givenRanks = new ZipfChoice(givenNames / 2, settings.givenNames().exponent());
    this.surnameRanks = new ZipfChoice(settings.surnames().names(), settings.surnames().exponent());
  }

  /** A given name; no name is given to both sexes. */
  String given(Sex sex, RandomStream random) {
    return given.name(2 * givenRanks.draw(random) + (sex == Sex.MALE ? 0 : 1), true);
  }

  String surname(RandomStream random) {
    return surnames.name(surnameRanks.draw(random), true);
  }

  RegisterHome home(RandomStream random) {
    int locality = localityRanks.draw(random);
    return new RegisterHome(
        (1 + random.below(MOST_HOUSE_NUMBER))
            + " "
            + streets.name(random.below(STREETS), true)
            + " "
            + random.pick(STREET_TYPES),
        Integer.toString(FIRST_POSTCODE + POSTCODE_STEP * locality),
        localities.name(locality, true));
  }
}
