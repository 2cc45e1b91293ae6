package leakcensus.synthetic;

import java.util.Optional;
import leakcensus.synthetic.RandomStream.Purpose;

/**
 * The persons behind a synthetic dump, each of whom follows from the seed and his or her number.
 *
 * <p>Person i is inhabitant p(i) of the census of 2020, where p is a keyed permutation of all
 * inhabitants: any range of persons is a simple random sample of the census without replacement,
 * and no two persons share a national id, a phone of their own or an e-mail address.
 *
 * <p>Errors: members of a household share address, sometimes surname and phone, but their ages and
 * id provinces are independent; children have phones as adults have.
 */
public final class SyntheticPopulation {

  /** The most persons that a population can have. */
  public static final long MOST_PERSONS = Census2020.INHABITANTS;

  /** Chance that a member behind the first two bears the name of the first. */
  private static final double FAMILY_NAME_RATIO = 0.85;

  /** Chance that a household lives in the province in which its first member's id was issued. */
  private static final double HOME_PROVINCE_RATIO = 0.8;

  private static final long FIRST_MAIL_NUMBER = 100_000_000L;
  private static final double NUMBER_MAIL_RATIO = 0.6;

  private final long seed;
  private final double sharedPhoneRatio;
  private final double emailRatio;
  private final NumberPermutation inhabitants;
  private final NumberPermutation mails;
  private final PhoneNumbers phones;
  private final Households households;

  public SyntheticPopulation(SyntheticSettings settings) {
    this.seed = settings.seed();
    this.sharedPhoneRatio = settings.sharedPhoneRatio();
    this.emailRatio = settings.emailRatio();
    this.inhabitants = new NumberPermutation(seed, Purpose.INHABITANT, MOST_PERSONS);
    this.mails = new NumberPermutation(seed, Purpose.MAIL, MOST_PERSONS);
    this.phones = new PhoneNumbers(seed);
    this.households = new Households(seed);
  }

  /**
   * The person with this number.
   *
   * @throws IllegalArgumentException if the number is negative or above {@link #MOST_PERSONS}
   */
  public SyntheticPerson person(long number) {
    Inhabitant inhabitant = Census2020.table().inhabitant(inhabitants.place(number));
    long head = households.head(number);
    RandomStream random = RandomStream.of(seed, Purpose.PERSON, number);
    RandomStream home = RandomStream.of(seed, Purpose.HOUSEHOLD_HOME, head);
    boolean sharesPhone = home.chance(sharedPhoneRatio);
    int homeArea = homeArea(head, home);

    return new SyntheticPerson(
        number,
        head,
        surname(number, head, random),
        PersonNames.published().givenName(inhabitant.sex(), random),
        inhabitant.sex(),
        inhabitant.birthDate(),
        NationalIdNumber.of(inhabitant),
        phones.of(sharesPhone ? head : number),
        hasEmail(number) ? Optional.of(email(number, random)) : Optional.empty(),
        Places.address(homeArea, home),
        Places.postalCode(homeArea),
        Places.county(inhabitant.areaCode()));
  }

  /** Whether a person has an e-mail address. */
  boolean hasEmail(long number) {
    return RandomStream.ratio(RandomStream.hash(seed, Purpose.MAIL, number, 0, 1)) < emailRatio;
  }

  private String surname(long number, long head, RandomStream random) {
    String own = PersonNames.published().surname(random);
    boolean child = number >= head + 2 && random.chance(FAMILY_NAME_RATIO);
    return child || number == head ? familyName(head) : own;
  }

  private String familyName(long head) {
    return PersonNames.published().surname(RandomStream.of(seed, Purpose.HOUSEHOLD_NAME, head));
  }

  private int homeArea(long head, RandomStream home) {
    boolean stays = home.chance(HOME_PROVINCE_RATIO);
    long resident = home.below(MOST_PERSONS);
    long neighbour = stays ? inhabitants.place(head) : resident;
    return Census2020.table().inhabitant(neighbour).areaCode();
  }

  private String email(long number, RandomStream random) {
    long place = mails.place(number);
    return random.chance(NUMBER_MAIL_RATIO)
        ? FIRST_MAIL_NUMBER + place + "@qq.com"
        : "u" + Long.toString(place, Character.MAX_RADIX) + "@163.com";
  }
}
