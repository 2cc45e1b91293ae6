package leakcensus.compare;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import leakcensus.person.PersonField;
import leakcensus.pseudonym.KeyedNumbers;
import leakcensus.pseudonym.TokenKey;

/**
 * Derives from the normalised text of a mention what can be compared of it and the keys under which
 * it meets others. The text itself goes no further. Not thread-safe.
 */
public final class DeriveSignature {

  private static final int DATE_CHARACTERS = 10;
  private static final int MONTH_CHARACTERS = 7;
  private static final int YEAR_CHARACTERS = 4;
  private static final int RANK_DOMAIN = 0x7F;
  private static final int KEY_DOMAIN = 0x100;
  private static final int SHORTEST_LOCAL_PART = 3;

  /** Keeps what a name stands for apart from names that are written so. */
  private static final char CALLED = '=';

  private final KeyedNumbers numbers;
  private final ComparisonForms forms;
  private final MinHash minHash = new MinHash();
  private final Romaniser romaniser = new Romaniser();
  private final Sounds sounds = new Sounds();
  private final LongArrayList keys = new LongArrayList();
  private final List<BlockingRule> rules = new ArrayList<>();

  private String[] normals;
  private FurtherValues further;
  private String given;
  private String surname;
  private String otherSurname;
  private String latinGiven;
  private String latinSurname;
  private List<String> givenNames;
  private List<String> surnameGivenNames;
  private String givenSound;
  private String surnameSound;

  /** A deriver under the key of the run. */
  public DeriveSignature(TokenKey key) {
    numbers = new KeyedNumbers(key);
    forms = new ComparisonForms(key);
  }

  /**
   * The signature of a mention, without its node.
   *
   * @param normalised normalised content by {@link PersonField#ordinal()}, empty where there is
   *     none; a birth date only if it is valid or known in part
   * @param birthYear year of birth, 0 where unknown
   */
  public Signature derive(String[] normalised, int birthYear) {
    return derive(normalised, FurtherValues.NONE, birthYear);
  }

  /**
   * The signature of a mention that has several values of some fields, without its node.
   *
   * @param normalised normalised content by {@link PersonField#ordinal()}, as above
   * @param furtherValues values beside those; of a field that is empty they do not count
   * @param birthYear year of birth, 0 where unknown
   */
  public Signature derive(String[] normalised, FurtherValues furtherValues, int birthYear) {
    normals = normalised;
    further = furtherValues;
    forms.clear();
    keys.clear();
    rules.clear();
    readNames();
    addForms();
    addKeys();
    long[] sorted = sortedKeys();
    int[] all = forms.toArray();
    return new Signature(0, 0, rank(), birthYear, 0, sorted, all, forms.further());
  }

  private void readNames() {
    given = NameParts.givenName(romaniser.simplified(normal(PersonField.GIVEN_NAME)));
    surname = NameParts.surname(romaniser.simplified(normal(PersonField.SURNAME)));
    otherSurname = "";
    boolean inOrder = !given.isEmpty();
    String full = normal(PersonField.FULL_NAME);
    if ((given.isEmpty() || surname.isEmpty()) && !full.isEmpty()) {
      NameParts parts = NameParts.of(romaniser.simplified(full));
      given = parts.given();
      surname = parts.surname();
      otherSurname = parts.otherSurname();
      inOrder = false;
    }
    latinGiven = romaniser.latin(given);
    latinSurname = romaniser.latinSurname(surname);
    givenSound = sound(latinGiven);
    surnameSound = sound(latinSurname);
    readFamiliarNames(inOrder);
  }

  /** What names the given name may stand for; it may be the last word of a full name. */
  private void readFamiliarNames(boolean inOrder) {
    givenNames = givenNames(given, latinGiven);
    surnameGivenNames =
        inOrder || !givenNames.isEmpty() ? List.of() : givenNames(surname, latinSurname);
  }

  private static List<String> givenNames(String name, String latin) {
    List<String> names = GivenNames.namesOf(CoreName.firstWord(latin));
    return names.isEmpty() ? GivenNames.namesOf(name) : names;
  }

  private String sound(String latin) {
    return sounds.of(CoreName.firstWord(latin));
  }

  private void addForms() {
    addName(ComparisonField.GIVEN_NAME, given, latinGiven, "", givenNames);
    addName(
        ComparisonField.SURNAME,
        surname,
        latinSurname,
        romaniser.latinSurname(otherSurname),
        surnameGivenNames);
    addBirthDate(normal(PersonField.BIRTH_DATE));
    addCode(ComparisonField.NATIONAL_ID, PersonField.NATIONAL_ID);
    addCode(ComparisonField.PHONE, PersonField.PHONE);
    addEmail(normal(PersonField.EMAIL));
    addText(ComparisonField.ADDRESS, normal(PersonField.ADDRESS), false);
    addText(ComparisonField.POSTAL_CODE, normal(PersonField.POSTAL_CODE), true);
    addText(ComparisonField.LOCALITY, normal(PersonField.LOCALITY), true);
    if (!normal(PersonField.SEX).isEmpty()) {
      forms.begin(ComparisonField.SEX, ComparisonField.SEX, normal(PersonField.SEX));
      forms.end();
    }
    addText(ComparisonField.BIRTHPLACE, normal(PersonField.BIRTHPLACE), true);
    if (!further.isEmpty()) {
      addFurther(ComparisonField.NATIONAL_ID, PersonField.NATIONAL_ID);
      addFurther(ComparisonField.PHONE, PersonField.PHONE);
      addFurther(ComparisonField.EMAIL, PersonField.EMAIL);
    }
  }

  private void addFurther(ComparisonField compared, PersonField field) {
    for (String value : further(field)) {
      forms.addFurther(compared, value);
    }
  }

  private void addName(
      ComparisonField field, String name, String latin, String other, List<String> names) {
    if (name.isEmpty()) {
      return;
    }
    forms.begin(field, ComparisonField.GIVEN_NAME, name);
    forms.addBigrams(latin);
    forms.addDeletions(latin);
    if (latin.indexOf(' ') >= 0) {
      forms.addVariant(CoreName.joined(latin));
      forms.addVariant(CoreName.withoutParticles(latin));
      addLongVariant(CoreName.firstWord(latin));
    }
    addLongVariant(other);
    for (String called : names) {
      forms.addVariant(CALLED + called);
    }
    forms.end();
  }

  /** A single letter says too little for two names that have it to be near. */
  private void addLongVariant(String text) {
    if (text.length() > 1) {
      forms.addVariant(text);
    }
  }

  private void addBirthDate(String date) {
    if (date.isEmpty()) {
      return;
    }
    forms.begin(ComparisonField.BIRTH_DATE, ComparisonField.BIRTH_DATE, date);
    forms.addPart(0, date.substring(0, YEAR_CHARACTERS));
    if (date.length() >= MONTH_CHARACTERS) {
      forms.addPart(1, date.substring(5, MONTH_CHARACTERS));
    }
    if (date.length() == DATE_CHARACTERS) {
      forms.addPart(2, date.substring(8));
      forms.addGaps(date);
    }
    forms.end();
  }

  private void addCode(ComparisonField compared, PersonField field) {
    String code = normal(field);
    if (!code.isEmpty()) {
      forms.begin(compared, compared, code);
      forms.addDeletions(code);
      further(field).forEach(forms::addDeletions);
      forms.end();
    }
  }

  private void addEmail(String email) {
    if (email.isEmpty()) {
      return;
    }
    forms.begin(ComparisonField.EMAIL, ComparisonField.EMAIL, email);
    String local = localPart(email);
    // The domain is shared with strangers: the local part counts twice, lest it make two alike.
    forms.addBigrams(email, local);
    forms.addDeletions(email);
    addLocalPart(local);
    for (String other : further(PersonField.EMAIL)) {
      forms.addDeletions(other);
      addLocalPart(localPart(other));
    }
    forms.end();
  }

  private void addLocalPart(String local) {
    if (local.length() >= SHORTEST_LOCAL_PART) {
      forms.addVariant(local);
    }
  }

  private void addText(ComparisonField field, String text, boolean withEdits) {
    if (text.isEmpty()) {
      return;
    }
    forms.begin(field, field, text);
    forms.addBigrams(text);
    if (withEdits) {
      forms.addDeletions(text);
    }
    forms.end();
  }

  private static String localPart(String email) {
    int at = email.indexOf('@');
    return at < 0 ? "" : email.substring(0, at);
  }

  private void addKeys() {
    addKeys(BlockingRule.NATIONAL_ID, PersonField.NATIONAL_ID);
    addKeys(BlockingRule.PHONE, PersonField.PHONE);
    addKeys(BlockingRule.EMAIL, PersonField.EMAIL);
    addLocalPartKey(normal(PersonField.EMAIL));
    further(PersonField.EMAIL).forEach(this::addLocalPartKey);
    addKey(BlockingRule.ADDRESS, normal(PersonField.ADDRESS));
    if (normal(PersonField.BIRTH_DATE).length() == DATE_CHARACTERS) {
      addKey(BlockingRule.BIRTH_DATE, normal(PersonField.BIRTH_DATE));
    }
    addSounds(givenSound, surnameSound);
    for (String called : givenNames) {
      addSounds(sound(called), surnameSound);
    }
    for (String called : surnameGivenNames) {
      addSounds(givenSound, sound(called));
    }
    addNameKeys(givenSound);
    if (!surnameSound.equals(givenSound)) {
      addNameKeys(surnameSound);
    }
    minHash.read(forms.pool());
    for (int band = 0; band < MinHash.BANDS && !forms.pool().isEmpty(); band++) {
      add(BlockingRule.MIN_HASH, minHash.band(band));
    }
  }

  private void addKeys(BlockingRule rule, PersonField field) {
    addKey(rule, normal(field));
    for (String value : further(field)) {
      addKey(rule, value);
    }
  }

  private void addLocalPartKey(String email) {
    String local = localPart(email);
    if (local.length() >= SHORTEST_LOCAL_PART) {
      addKey(BlockingRule.EMAIL_LOCAL_PART, local);
    }
  }

  private void addSounds(String one, String other) {
    if (!one.isEmpty() && !other.isEmpty()) {
      boolean inOrder = one.compareTo(other) <= 0;
      addKey(BlockingRule.NAME_SOUNDS, inOrder ? one : other, inOrder ? other : one);
    }
  }

  private void addNameKeys(String sound) {
    if (sound.isEmpty()) {
      return;
    }
    String date = normal(PersonField.BIRTH_DATE);
    String locality = normal(PersonField.LOCALITY);
    if (date.length() == DATE_CHARACTERS) {
      addKey(BlockingRule.NAME_BIRTH_DAY, sound, date.substring(5));
      addKey(BlockingRule.NAME_DECADE_DAY, sound, date.substring(0, 3), date.substring(8));
    }
    if (!date.isEmpty()) {
      addKey(BlockingRule.NAME_BIRTH_YEAR, sound, date.substring(0, YEAR_CHARACTERS));
      int year = Integer.parseInt(date, 0, YEAR_CHARACTERS, 10);
      String place = locality.isEmpty() ? "" : locality.substring(0, 1);
      addKey(BlockingRule.NAME_NEAR_YEAR_LOCALITY, sound, "a", place, String.valueOf(year / 2));
      addKey(
          BlockingRule.NAME_NEAR_YEAR_LOCALITY, sound, "b", place, String.valueOf((year + 1) / 2));
    }
    if (!locality.isEmpty()) {
      addKey(BlockingRule.NAME_LOCALITY, sound, sounds.of(romaniser.latin(locality)));
    }
    if (!normal(PersonField.POSTAL_CODE).isEmpty()) {
      addKey(BlockingRule.NAME_POSTAL_CODE, sound, normal(PersonField.POSTAL_CODE));
    }
  }

  /** A key of a rule over parts; none where the first part is empty. */
  private void addKey(BlockingRule rule, String... parts) {
    if (!parts[0].isEmpty()) {
      add(rule, TextHash.ofParts(KEY_DOMAIN + rule.ordinal(), parts));
    }
  }

  private void add(BlockingRule rule, long hash) {
    rules.add(rule);
    keys.add(hash);
  }

  private long[] sortedKeys() {
    long[] sorted = keys.toLongArray();
    numbers.replace(sorted, sorted.length);
    for (int key = 0; key < sorted.length; key++) {
      sorted[key] = rules.get(key).key(sorted[key]);
    }
    LongArrays.unstableSort(sorted);
    int distinct = 0;
    for (long key : sorted) {
      if (distinct == 0 || key != sorted[distinct - 1]) {
        sorted[distinct++] = key;
      }
    }
    return Arrays.copyOf(sorted, distinct);
  }

  private long rank() {
    long hash = RANK_DOMAIN;
    for (String normal : normals) {
      hash = TextHash.mixed(hash * 31 + TextHash.of(RANK_DOMAIN, normal));
    }
    return further.isEmpty() ? hash : withFurther(hash);
  }

  private long withFurther(long rank) {
    long hash = rank;
    for (PersonField field : PersonField.values()) {
      for (String value : further(field)) {
        hash = TextHash.mixed(hash * 31 + TextHash.of(RANK_DOMAIN + field.ordinal() + 1, value));
      }
    }
    return hash;
  }

  private List<String> further(PersonField field) {
    return normal(field).isEmpty() ? List.of() : further.of(field);
  }

  private String normal(PersonField field) {
    return normals[field.ordinal()];
  }
}
