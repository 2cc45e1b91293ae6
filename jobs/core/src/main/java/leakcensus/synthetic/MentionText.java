package leakcensus.synthetic;

import leakcensus.person.PersonField;
import leakcensus.person.Sex;
import leakcensus.synthetic.SyntheticMention.Slip;

/**
 * The text of a mention.
 *
 * @param person the true person
 * @param mention what is stated, and what of it is wrong
 * @param random decides how it is wrong
 */
record MentionText(SyntheticPerson person, SyntheticMention mention, RandomStream random) {

  /** Chance that a record writes the check digit X in lower case. */
  private static final double SMALL_X_RATIO = 0.1;

  /** The text of one of the mention's fields; to be asked for once a field, in a fixed order. */
  String of(PersonField field) {
    return switch (field) {
      case FULL_NAME -> name();
      case NATIONAL_ID -> nationalId();
      case PHONE ->
          mention.slips().contains(Slip.JUNK_PHONE)
              ? PhoneNumbers.placeholder(random)
              : person.phone();
      case EMAIL -> person.email().orElseThrow();
      case ADDRESS -> person.address();
      case POSTAL_CODE -> person.postalCode();
      case BIRTH_DATE -> person.birthDate().toString();
      case SEX -> person.sex() == Sex.MALE ? "男" : "女";
      case BIRTHPLACE -> person.birthplace();
      default -> throw new IllegalStateException("Unknown field of a person: " + field.key());
    };
  }

  private String name() {
    return mention.slips().contains(Slip.NAME_TYPO)
        ? PersonNames.published().withSlip(person.fullName(), person.sex(), random)
        : person.fullName();
  }

  private String nationalId() {
    if (mention.slips().contains(Slip.INVALID_ID)) {
      return NationalIdNumber.withOneWrongCharacter(person.nationalId(), random);
    }
    return random.chance(SMALL_X_RATIO)
        ? person.nationalId().replace('X', 'x')
        : person.nationalId();
  }
}
