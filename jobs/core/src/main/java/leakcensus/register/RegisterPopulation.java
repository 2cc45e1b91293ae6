package leakcensus.register;

import java.util.Locale;
import java.util.Optional;
import leakcensus.person.Sex;
import leakcensus.synthetic.NumberPermutation;
import leakcensus.synthetic.RandomStream;
import leakcensus.synthetic.RandomStream.Purpose;

/**
 * The persons of a made-up register, each of whom follows from the seed and his or her number.
 *
 * <p>National ids differ for all persons, phones and e-mail addresses for all but the members of a
 * household that shares one; twins differ in their given names.
 */
final class RegisterPopulation {

  private static final int PHONES_OF_ONE = 3;
  private static final long PHONES = 100_000_000L;
  private static final long OPAQUE_IDS = 900_000_000L;
  private static final long FIRST_OPAQUE_ID = 100_000_000L;
  private static final String[] MAIL_HOSTS = {"@mail.example", "@post.example", "@web.example"};

  private final RegisterSettings settings;
  private final RegisterNames names;
  private final RegisterHouseholds households;
  private final BirthRecords births;
  private final NumberPermutation phones;
  private final NumberPermutation ids;

  RegisterPopulation(RegisterSettings settings) {
    this.settings = settings;
    this.names = new RegisterNames(settings);
    this.households = new RegisterHouseholds(settings);
    this.births = new BirthRecords(settings.seed());
    this.phones = new NumberPermutation(settings.seed(), Purpose.REGISTER_PHONE, PHONES);
    this.ids = new NumberPermutation(settings.seed(), Purpose.REGISTER_ID, OPAQUE_IDS);
  }

  /** The household of a person, and what is shared in it. */
  RegisterFamily family(long person) {
    RegisterHousehold household = households.of(person);
    RandomStream random = stream(Purpose.REGISTER_FAMILY, household.head(), 0);
    boolean family = household.isFamily();
    return new RegisterFamily(
        household,
        random.chance(settings.ratio(RegisterRatio.SHARED_ADDRESS)) && family,
        random.chance(settings.ratio(RegisterRatio.SHARED_PHONE)) && family,
        random.chance(settings.ratio(RegisterRatio.SHARED_EMAIL)) && family,
        random.chance(settings.ratio(RegisterRatio.TWINS)) && family,
        random.chance(settings.ratio(RegisterRatio.NAMESAKES)) && family);
  }

  RegisterPerson person(long number) {
    RegisterFamily family = family(number);
    long head = family.household().head();
    boolean twin = family.isSecondTwin(number);
    long bornAs = twin ? number - 1 : number;
    boolean parent = family.isParent(bornAs);
    Sex sex = sex(family, number);

    return new RegisterPerson(
        number,
        sex,
        given(family, number),
        surname(family, number),
        names.surname(stream(Purpose.REGISTER_NAME, number, 2)),
        births.born(bornAs, parent),
        settings.trusted()
            ? births.residentId(bornAs, parent, sex, twin)
            : Long.toString(FIRST_OPAQUE_ID + ids.place(number)),
        email(family, number),
        homeOwner(family, number),
        family.sharesPhone() ? head : number);
  }

  /** Whether a member behind the first, twins and namesakes apart, bears the name of the first. */
  boolean bearsFamilyName(long number) {
    return stream(Purpose.REGISTER_PERSON, number, 2)
        .chance(settings.ratio(RegisterRatio.SAME_SURNAME));
  }

  boolean hasEmail(long number) {
    return stream(Purpose.REGISTER_PERSON, number, 1).chance(settings.ratio(RegisterRatio.EMAIL));
  }

  RegisterHome home(long owner, int version) {
    return names.home(stream(Purpose.REGISTER_HOME, owner, version));
  }

  String phone(long owner, int version) {
    long place = phones.place(owner * PHONES_OF_ONE + version);
    return "04" + Long.toString(PHONES + place).substring(1);
  }

  /** Twins live together even where the household does not. */
  private static long homeOwner(RegisterFamily family, long number) {
    if (family.sharesAddress()) {
      return family.household().head();
    }
    return family.isSecondTwin(number) ? number - 1 : number;
  }

  private Sex sex(RegisterFamily family, long number) {
    long person = family.isNamesake(number) ? family.household().head() : number;
    return stream(Purpose.REGISTER_PERSON, person, 0).chance(0.5) ? Sex.MALE : Sex.FEMALE;
  }

  private String given(RegisterFamily family, long number) {
    if (family.isNamesake(number)) {
      return given(family, family.household().head());
    }
    RandomStream random = stream(Purpose.REGISTER_NAME, number, 0);
    Sex sex = sex(family, number);
    String given = names.given(sex, random);
    if (family.isSecondTwin(number)) {
      String other = given(family, number - 1);
      while (given.equals(other)) {
        given = names.given(sex, random);
      }
    }
    return given;
  }

  private String surname(RegisterFamily family, long number) {
    if (family.isSecondTwin(number)) {
      return surname(family, number - 1);
    }
    boolean same = family.isNamesake(number) || bearsFamilyName(number);
    long owner = same ? family.household().head() : number;
    return names.surname(stream(Purpose.REGISTER_NAME, owner, 1));
  }

  private Optional<String> email(RegisterFamily family, long number) {
    if (!hasEmail(number)) {
      return Optional.empty();
    }
    long owner = family.sharesEmail() ? family.household().head() : number;
    String local = (given(family, owner) + "." + surname(family, owner)).toLowerCase(Locale.ROOT);
    return Optional.of(local + ids.place(owner) + MAIL_HOSTS[(int) (owner % MAIL_HOSTS.length)]);
  }

  private RandomStream stream(Purpose purpose, long first, long second) {
    return RandomStream.of(settings.seed(), purpose, first, second, 0);
  }
}
