package leakcensus.register;

import java.util.List;
import leakcensus.person.Sex;
import leakcensus.synthetic.RandomStream;
import leakcensus.synthetic.RandomStream.Purpose;

/** The records of a made-up register, each of which follows from its person and its number. */
final class RegisterRecords {

  private static final List<String> JUNK_IDS = List.of("000000000", "999999999", "123456789");
  private static final List<String> JUNK_PHONES = List.of("0400000000", "0499999999", "0411111111");
  private static final String DEFAULT_DATE = "1900-01-01";
  private static final int OTHER_VERSIONS = 2;

  private final RegisterSettings settings;
  private final RegisterPopulation population;
  private final RegisterTally tally;

  /** Cells by ordinal of their column; an empty one has no content. */
  private final String[] cells = new String[RegisterColumn.COUNT];

  private RandomStream random;

  RegisterRecords(RegisterSettings settings, RegisterPopulation population, RegisterTally tally) {
    this.settings = settings;
    this.population = population;
    this.tally = tally;
  }

  /** Appends a record as one line of comma-separated values; no cell needs a quote. */
  void append(long person, int record, StringBuilder text) {
    random = RandomStream.of(settings.seed(), Purpose.REGISTER_RECORD, person, record, 0);
    RegisterPerson holder = population.person(person);
    state(holder);
    spoil();
    for (RegisterColumn column : settings.columns()) {
      String cell = cells[column.ordinal()];
      if (!cell.isEmpty()) {
        tally.addPresent(column);
      }
      text.append(cell).append(',');
    }
    text.append('p').append(person).append('\n');
    tally.addRecord();
  }

  private void state(RegisterPerson holder) {
    boolean moved = happens(RegisterRatio.MOVED);
    RegisterHome home = population.home(holder.homeOwner(), moved ? otherVersion() : 0);
    set(RegisterColumn.GIVEN_NAME, holder.given());
    set(
        RegisterColumn.SURNAME,
        happens(RegisterRatio.SURNAME_CHANGED) ? holder.otherSurname() : holder.surname());
    set(RegisterColumn.SEX, holder.sex() == Sex.MALE ? "m" : "f");
    set(RegisterColumn.DATE_OF_BIRTH, holder.born().toString());
    set(RegisterColumn.ADDRESS, home.address());
    set(RegisterColumn.POSTCODE, home.postcode());
    set(RegisterColumn.LOCALITY, home.locality());
    set(RegisterColumn.EMAIL, holder.email().orElse(""));
    set(RegisterColumn.PHONE, "");
    if (has(RegisterColumn.PHONE)) {
      boolean changed = happens(RegisterRatio.PHONE_CHANGED);
      set(
          RegisterColumn.PHONE,
          population.phone(holder.phoneOwner(), changed ? otherVersion() : 0));
    }
    boolean hasId = !settings.trusted() || happens(RegisterRatio.TRUSTED);
    set(RegisterColumn.NATIONAL_ID, hasId ? holder.nationalId() : "");
  }

  private void spoil() {
    leaveOut();
    placeholder(RegisterColumn.PHONE, RegisterRatio.JUNK_PHONE, JUNK_PHONES);
    placeholder(RegisterColumn.DATE_OF_BIRTH, RegisterRatio.DEFAULT_DATE, List.of(DEFAULT_DATE));
    if (!settings.trusted()) {
      placeholder(RegisterColumn.NATIONAL_ID, RegisterRatio.JUNK_ID, JUNK_IDS);
      slip(RegisterColumn.NATIONAL_ID, RegisterRatio.ID_TYPO, Slip::inDigits);
    }
    slip(RegisterColumn.GIVEN_NAME, RegisterRatio.NAME_TYPO, Slip::inText);
    slip(RegisterColumn.SURNAME, RegisterRatio.NAME_TYPO, Slip::inText);
    slip(RegisterColumn.DATE_OF_BIRTH, RegisterRatio.DATE_TYPO, Slip::inDigits);
    slip(RegisterColumn.PHONE, RegisterRatio.PHONE_TYPO, Slip::inDigits);
    slip(RegisterColumn.EMAIL, RegisterRatio.EMAIL_TYPO, Slip::inText);
    slip(RegisterColumn.ADDRESS, RegisterRatio.ADDRESS_TYPO, Slip::inText);
    writeNamesOtherwise();
  }

  private void leaveOut() {
    for (RegisterColumn column : settings.columns()) {
      boolean stated =
          !column.isName()
              && !cell(column).isEmpty()
              && !(settings.trusted() && column == RegisterColumn.NATIONAL_ID);
      if (stated && happens(RegisterRatio.MISSING)) {
        set(column, "");
      }
    }
    if (happens(RegisterRatio.MISSING_NAME)) {
      set(random.chance(0.5) ? RegisterColumn.GIVEN_NAME : RegisterColumn.SURNAME, "");
    }
  }

  private void writeNamesOtherwise() {
    String given = cell(RegisterColumn.GIVEN_NAME);
    if (!given.isEmpty() && happens(RegisterRatio.INITIAL)) {
      set(RegisterColumn.GIVEN_NAME, given.substring(0, 1));
    }
    if (happens(RegisterRatio.SWAPPED_NAMES)) {
      String first = cell(RegisterColumn.GIVEN_NAME);
      set(RegisterColumn.GIVEN_NAME, cell(RegisterColumn.SURNAME));
      set(RegisterColumn.SURNAME, first);
    }
  }

  private void placeholder(RegisterColumn column, RegisterRatio ratio, List<String> values) {
    if (isStated(column) && happens(ratio)) {
      set(column, random.pick(values));
    }
  }

  /** Placeholders have slips as other values have. */
  private void slip(RegisterColumn column, RegisterRatio ratio, Writing writing) {
    if (isStated(column) && happens(ratio)) {
      set(column, writing.write(cell(column), random));
    }
  }

  private boolean happens(RegisterRatio ratio) {
    return tally.drawn(ratio, random.chance(settings.ratio(ratio)));
  }

  private int otherVersion() {
    return 1 + random.below(OTHER_VERSIONS);
  }

  private boolean isStated(RegisterColumn column) {
    return has(column) && !cell(column).isEmpty();
  }

  private boolean has(RegisterColumn column) {
    return settings.columns().contains(column);
  }

  private String cell(RegisterColumn column) {
    return cells[column.ordinal()];
  }

  private void set(RegisterColumn column, String text) {
    cells[column.ordinal()] = text;
  }

  /** A way to write a text wrongly. */
  @FunctionalInterface
  private interface Writing {
    String write(String text, RandomStream random);
  }
}
