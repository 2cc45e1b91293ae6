package leakcensus.synthetic;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import leakcensus.person.PersonField;
import leakcensus.synthetic.SyntheticMention.Slip;

/** Decides what a record states of a person, and what of it is wrong, before any text is made. */
final class StatedMention {

  private final SyntheticSource source;
  private final SyntheticNoise noise;

  StatedMention(SyntheticSource source, SyntheticNoise noise) {
    this.source = source;
    this.noise = noise;
  }

  /** The mention of a person in a slot, unless every field is left out. */
  Optional<SyntheticMention> of(int slot, long person, boolean hasEmail, RandomStream random) {
    Set<PersonField> fields = EnumSet.noneOf(PersonField.class);
    Set<Slip> slips = EnumSet.noneOf(Slip.class);
    for (PersonField field : source.kind().fields(slot)) {
      boolean missing = random.chance(source.missingRatio(field));
      boolean unknown = field == PersonField.EMAIL && !hasEmail;
      if (!missing && !unknown) {
        fields.add(field);
        slip(field, random).ifPresent(slips::add);
      }
    }
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(new SyntheticMention(slot, person, fields, slips));
  }

  private Optional<Slip> slip(PersonField field, RandomStream random) {
    return switch (field) {
      case FULL_NAME -> slip(Slip.NAME_TYPO, noise.nameTypoRatio(), random);
      case NATIONAL_ID -> slip(Slip.INVALID_ID, noise.invalidIdRatio(), random);
      case PHONE -> slip(Slip.JUNK_PHONE, noise.junkPhoneRatio(), random);
      default -> Optional.empty();
    };
  }

  private static Optional<Slip> slip(Slip slip, double ratio, RandomStream random) {
    return random.chance(ratio) ? Optional.of(slip) : Optional.empty();
  }
}
