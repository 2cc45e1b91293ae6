package leakcensus.normalise;

import java.io.Serializable;
import leakcensus.person.PersonField;

/** One normaliser for each field of a person. Immutable, serialisable, safe for many threads. */
public final class FieldNormalisers implements Serializable {

  private final Normaliser[] normalisers = new Normaliser[PersonField.COUNT];

  private FieldNormalisers(NormaliseSettings settings) {
    for (int ordinal = 0; ordinal < PersonField.COUNT; ordinal++) {
      normalisers[ordinal] = normaliser(PersonField.at(ordinal), settings);
    }
  }

  /** The normalisers that these settings ask for. */
  public static FieldNormalisers of(NormaliseSettings settings) {
    return new FieldNormalisers(settings);
  }

  /** The normaliser of a field. */
  public Normaliser normaliserOf(PersonField field) {
    return normalisers[field.ordinal()];
  }

  /** Normalises one value of a field. */
  public FieldValue normalise(PersonField field, RawValue raw) {
    return normaliserOf(field).normalise(raw);
  }

  private static Normaliser normaliser(PersonField field, NormaliseSettings settings) {
    return switch (field) {
      case FULL_NAME, GIVEN_NAME, SURNAME -> TextNormaliser.name();
      case NATIONAL_ID -> nationalId(settings);
      case PHONE -> new PhoneNormaliser(settings.phoneRegion());
      case EMAIL ->
          settings.emailAliases() == EmailAliases.MERGE
              ? new AliasEmailNormaliser()
              : new EmailNormaliser();
      case ADDRESS, BIRTHPLACE, LOCALITY, ORGANISATION -> TextNormaliser.freeText();
      case POSTAL_CODE -> new PostalCodeNormaliser();
      case BIRTH_DATE -> new DateNormaliser(settings.dateOrder());
      case SEX -> new SexNormaliser();
    };
  }

  private static Normaliser nationalId(NormaliseSettings settings) {
    return switch (settings.nationalIdRule()) {
      case CN_RESIDENT_ID ->
          settings.fifteenDigitIds() == FifteenDigitIds.UPGRADE
              ? ResidentIdNormaliser.upgradingFifteenDigits()
              : ResidentIdNormaliser.eighteenCharacters();
      case OPAQUE -> new OpaqueIdNormaliser();
      default -> new RuledIdNormaliser(settings.nationalIdRule());
    };
  }
}
