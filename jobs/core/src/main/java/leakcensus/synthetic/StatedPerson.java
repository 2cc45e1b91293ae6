package leakcensus.synthetic;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import leakcensus.person.PersonField;
import leakcensus.person.Sex;
import leakcensus.synthetic.SyntheticMention.Slip;

/**
 * A person as one slot of a record states him or her: some fields left out, some wrong.
 *
 * @param person the true person
 * @param fields text by field, for those that have content
 * @param slips what is wrong in them
 */
record StatedPerson(SyntheticPerson person, Map<PersonField, String> fields, Set<Slip> slips) {

  /** Chance that a record writes the check digit X in lower case. */
  private static final double SMALL_X_RATIO = 0.1;

  static StatedPerson of(
      SyntheticPerson person,
      int slot,
      SyntheticSource source,
      SyntheticNoise noise,
      RandomStream random) {
    StatedPerson stated =
        new StatedPerson(person, new EnumMap<>(PersonField.class), EnumSet.noneOf(Slip.class));
    for (SyntheticColumn column : source.kind().columns()) {
      if (column.slot() == slot && column.field().isPresent()) {
        stated.state(column.field().orElseThrow(), source, noise, random);
      }
    }
    return stated;
  }

  private void state(
      PersonField field, SyntheticSource source, SyntheticNoise noise, RandomStream random) {
    boolean missing = random.chance(source.missingRatio(field));
    boolean unknown = field == PersonField.EMAIL && person.email().isEmpty();
    if (!missing && !unknown) {
      fields.put(field, text(field, noise, random));
    }
  }

  private String text(PersonField field, SyntheticNoise noise, RandomStream random) {
    return switch (field) {
      case FULL_NAME -> name(noise, random);
      case NATIONAL_ID -> nationalId(noise, random);
      case PHONE -> phone(noise, random);
      case EMAIL -> person.email().orElseThrow();
      case ADDRESS -> person.address();
      case POSTAL_CODE -> person.postalCode();
      case BIRTH_DATE -> person.birthDate().toString();
      case SEX -> person.sex() == Sex.MALE ? "男" : "女";
      case BIRTHPLACE -> person.birthplace();
      default -> throw new IllegalStateException("Unknown field of a person: " + field.key());
    };
  }

  private String name(SyntheticNoise noise, RandomStream random) {
    if (!random.chance(noise.nameTypoRatio())) {
      return person.fullName();
    }
    slips.add(Slip.NAME_TYPO);
    return PersonNames.published().withSlip(person.fullName(), person.sex(), random);
  }

  private String nationalId(SyntheticNoise noise, RandomStream random) {
    if (random.chance(noise.invalidIdRatio())) {
      slips.add(Slip.INVALID_ID);
      return NationalIdNumber.withOneWrongCharacter(person.nationalId(), random);
    }
    return random.chance(SMALL_X_RATIO)
        ? person.nationalId().replace('X', 'x')
        : person.nationalId();
  }

  private String phone(SyntheticNoise noise, RandomStream random) {
    if (!random.chance(noise.junkPhoneRatio())) {
      return person.phone();
    }
    slips.add(Slip.JUNK_PHONE);
    return PhoneNumbers.placeholder(random);
  }
}
