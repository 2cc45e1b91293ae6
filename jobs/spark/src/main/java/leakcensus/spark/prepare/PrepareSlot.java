package leakcensus.spark.prepare;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import leakcensus.compare.FurtherValues;
import leakcensus.normalise.DateNormaliser;
import leakcensus.normalise.FieldNormalisers;
import leakcensus.normalise.FieldValue;
import leakcensus.normalise.FullName;
import leakcensus.normalise.IdStep;
import leakcensus.normalise.NationalIdRule;
import leakcensus.normalise.NormaliseSettings;
import leakcensus.normalise.OrganisationName;
import leakcensus.normalise.PhoneCountry;
import leakcensus.normalise.ResidentId;
import leakcensus.normalise.SexNormaliser;
import leakcensus.normalise.ZipCode;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;
import leakcensus.person.Place;
import leakcensus.person.Sex;
import leakcensus.person.UsState;
import leakcensus.source.RecordCursor;
import leakcensus.source.Slot;

/** Reads one slot of a record: the mention of one person. */
final class PrepareSlot {

  private static final int YEAR_DIVISOR = 10_000;
  private static final String UNITED_STATES = "US";

  private final int slotIndex;
  private final ReadField[] fields;
  private final NationalIdRule idRule;
  private final boolean hasZipCodes;
  private final FieldValue[] values = new FieldValue[PersonField.COUNT];
  private final List<FieldValue>[] further = noFurther();
  private final String[] normals = new String[PersonField.COUNT];

  /** How far the id of the record passes the rule of resident ids, where that is the rule. */
  private IdStep idStep = IdStep.NOT_AN_ID_SHAPE;

  PrepareSlot(
      int slotIndex,
      Slot slot,
      List<String> allColumns,
      FieldNormalisers normalisers,
      NormaliseSettings rules) {
    this.slotIndex = slotIndex;
    idRule = rules.nationalIdRule();
    hasZipCodes = rules.phoneRegion().equals(UNITED_STATES);
    fields =
        slot.columns().keySet().stream()
            .map(field -> new ReadField(field, slot, allColumns, normalisers))
            .toArray(ReadField[]::new);
    java.util.Arrays.fill(values, FieldValue.ABSENT);
    java.util.Arrays.fill(further, List.of());
  }

  /** Normalises all fields of a record. */
  void read(RecordCursor record) {
    for (ReadField field : fields) {
      field.read(record);
      values[field.field().ordinal()] = field.main();
      further[field.field().ordinal()] = field.further();
    }
    if (idRule == NationalIdRule.CN_RESIDENT_ID) {
      idStep = stepOf(value(PersonField.NATIONAL_ID));
    }
  }

  /** Forgets all values. */
  void clear() {
    for (ReadField field : fields) {
      field.clear();
    }
    java.util.Arrays.fill(values, FieldValue.ABSENT);
    java.util.Arrays.fill(further, List.of());
    java.util.Arrays.fill(normals, "");
  }

  /** Whether any field has content. */
  boolean isPresent() {
    for (ReadField field : fields) {
      if (field.main().isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Appends the normalised content of all fields. */
  void appendContent(PendingTokens content) {
    for (ReadField field : fields) {
      content.append(field.main().normal());
      appendFurther(field.further(), content);
      appendFurther(field.overLimit(), content);
    }
  }

  private static void appendFurther(List<FieldValue> values, PendingTokens content) {
    for (FieldValue value : values) {
      content.appendFurther();
      content.append(value.normal());
    }
  }

  /** Writes the mention to a row of a block, but for its tokens, which are asked for. */
  void write(int row, long otherPresence, MentionBlock mentions, PendingTokens tokens) {
    long presence = otherPresence;
    long validity = 0;
    for (ReadField read : fields) {
      PersonField field = read.field();
      FieldValue value = read.main();
      if (value.isPresent()) {
        presence |= field.bit();
        validity |= value.isValid() ? field.bit() : 0;
        tokens.addField(row, field, value.normal());
        writeFurther(row, read, mentions, tokens);
      }
    }
    writeComposedName(row, tokens);
    if (isOrganisation()) {
      mentions.markOrganisation(row);
    }
    mentions.setFields(row, presence, validity);
    writeFacts(row, mentions);
  }

  private void writeFurther(int row, ReadField read, MentionBlock mentions, PendingTokens tokens) {
    PersonField field = read.field();
    for (FieldValue value : read.further()) {
      boolean checked = field == PersonField.NATIONAL_ID && idRule == NationalIdRule.CN_RESIDENT_ID;
      int step = checked ? ResidentId.step(value.normal()).ordinal() : 0;
      int entry = mentions.further().append(row, field, value.isValid() ? 1 : 0, step);
      tokens.addFurther(entry, field, value.normal());
    }
  }

  /**
   * Asks for the signature of the mention. A checked id tells birth date and sex where the record
   * does not, so that records with an id and records without one can meet.
   */
  void sign(int birthYear, PendingSignatures signatures) {
    if (!signatures.isWanted()) {
      return;
    }
    for (int field = 0; field < PersonField.COUNT; field++) {
      normals[field] = values[field].normal();
    }
    int birth = PersonField.BIRTH_DATE.ordinal();
    if (DateNormaliser.yearOf(values[birth]) == 0) {
      normals[birth] = "";
    }
    String id = normals[PersonField.NATIONAL_ID.ordinal()];
    if (hasCheckedId()) {
      int date = ResidentId.birthDate(id);
      normals[birth] = DateNormaliser.normal(date / 10_000, date / 100 % 100, date % 100);
      normals[PersonField.SEX.ordinal()] = SexNormaliser.normal(ResidentId.sex(id));
    }
    signatures.add(normals, furtherValues(), birthYear);
  }

  private boolean hasFurther() {
    for (ReadField field : fields) {
      if (!field.further().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private FurtherValues furtherValues() {
    if (!hasFurther()) {
      return FurtherValues.NONE;
    }
    Map<PersonField, List<String>> texts = new EnumMap<>(PersonField.class);
    for (ReadField field : fields) {
      texts.put(field.field(), field.further().stream().map(FieldValue::normal).toList());
    }
    return FurtherValues.of(texts);
  }

  /**
   * Counts values beside those that stand for their fields, and what may tell made-up ones: of
   * phones, and of an id that passes all checks.
   */
  void tally(int source, int idStepOrdinal, PendingSigns signs) {
    for (ReadField field : fields) {
      if (!field.further().isEmpty()) {
        signs.addFurther(
            source, slotIndex, field.field(), field.further().size(), field.overLimit().size());
      }
    }
    FieldValue phone = value(PersonField.PHONE);
    if (phone.isValid()) {
      signs.addPhone(source, phone.normal());
    }
    for (FieldValue other : further[PersonField.PHONE.ordinal()]) {
      if (other.isValid()) {
        signs.addPhone(source, other.normal());
      }
    }
    if (idStepOrdinal == IdStep.VALID_18.ordinal()) {
      FieldValue birth = value(PersonField.BIRTH_DATE);
      signs.addCheckedId(
          source,
          value(PersonField.NATIONAL_ID).normal(),
          SexNormaliser.sexOf(value(PersonField.SEX).normal()),
          birth.isValid() ? birth.normal() : "");
    }
  }

  /**
   * By the name: one with a legal form, or the field of organisations where no person is named. Who
   * has a birth date or a checked id is a person whatever the name.
   */
  private boolean isOrganisation() {
    FieldValue full = value(PersonField.FULL_NAME);
    FieldValue surname = value(PersonField.SURNAME);
    boolean given = value(PersonField.GIVEN_NAME).isPresent();
    if (DateNormaliser.yearOf(value(PersonField.BIRTH_DATE)) != 0 || hasCheckedId()) {
      return false;
    }
    boolean named = full.isPresent() || surname.isPresent() || given;
    return !named && value(PersonField.ORGANISATION).isPresent()
        || OrganisationName.is(full.normal())
        || !given && OrganisationName.is(surname.normal());
  }

  private boolean hasCheckedId() {
    return idRule == NationalIdRule.CN_RESIDENT_ID && idStep == IdStep.VALID_18;
  }

  /** A check digit that was added has checked nothing. */
  private static IdStep stepOf(FieldValue id) {
    return id instanceof FieldValue.Completed ? IdStep.VALID_15 : ResidentId.step(id.normal());
  }

  private void writeComposedName(int row, PendingTokens tokens) {
    FieldValue surname = value(PersonField.SURNAME);
    FieldValue given = value(PersonField.GIVEN_NAME);
    if (!value(PersonField.FULL_NAME).isPresent() && surname.isPresent() && given.isPresent()) {
      String name = FullName.compose(surname.normal(), given.normal());
      tokens.addField(row, PersonField.FULL_NAME, name);
    }
  }

  private void writeFacts(int row, MentionBlock mentions) {
    FieldValue id = value(PersonField.NATIONAL_ID);
    FieldValue birth = value(PersonField.BIRTH_DATE);
    Sex sex = SexNormaliser.sexOf(value(PersonField.SEX).normal());
    int birthYear = DateNormaliser.yearOf(birth);
    if (!id.isPresent() || idRule != NationalIdRule.CN_RESIDENT_ID) {
      mentions.setFacts(row, 0, placeWithoutId(), sex, birthYear);
      return;
    }
    if (idStep == IdStep.VALID_18) {
      mentions.setFacts(
          row,
          idStep.ordinal(),
          Place.ofProvince(ResidentId.provincePrefix(id.normal())),
          ResidentId.sex(id.normal()),
          ResidentId.birthDate(id.normal()) / YEAR_DIVISOR);
    } else {
      mentions.setFacts(row, idStep.ordinal(), placeWithoutId(), sex, birthYear);
    }
  }

  private int placeWithoutId() {
    if (hasZipCodes) {
      Optional<UsState> state = ZipCode.state(value(PersonField.POSTAL_CODE).normal());
      if (state.isPresent()) {
        return Place.ofState(state.get());
      }
    }
    int place = ofPhone(value(PersonField.PHONE));
    for (FieldValue other : further[PersonField.PHONE.ordinal()]) {
      place = Place.better(place, ofPhone(other));
    }
    return place;
  }

  private static int ofPhone(FieldValue phone) {
    return phone.isValid() ? Place.ofCountry(PhoneCountry.of(phone.normal())) : Place.UNKNOWN;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static List<FieldValue>[] noFurther() {
    return new List[PersonField.COUNT];
  }

  private FieldValue value(PersonField field) {
    return values[field.ordinal()];
  }
}
