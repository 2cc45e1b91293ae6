package leakcensus.compare;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import leakcensus.person.PersonField;

/**
 * Copies the normalised text of a mention with slips planted in it, as if somebody had written the
 * person down once more. The text goes no further than its mention's own.
 *
 * <p>Of these slips each is as likely as the others, if the mention has the field for it:
 *
 * <pre>{@code
 * a letter of a name is lost, doubled, exchanged with the next or replaced
 * a digit of the birth date, id or phone is replaced; a whole birth date stays a date
 * a field is left out, if what remains is still somebody
 * given name and surname are exchanged; of a full name the last word goes to the front
 * address, postal code and locality are others, made of random characters
 * }</pre>
 *
 * <p>No field slips twice. The seed decides all; the first slips of more are those of fewer.
 */
public final class PlantSlips {

  private static final int DATE_CHARACTERS = 10;
  private static final int LETTERS = 26;
  private static final int DIGITS = 10;
  private static final int ADDRESS_CHARACTERS = 16;

  private static final List<PersonField> NAMES =
      List.of(PersonField.FULL_NAME, PersonField.GIVEN_NAME, PersonField.SURNAME);
  private static final List<PersonField> CODES =
      List.of(PersonField.BIRTH_DATE, PersonField.NATIONAL_ID, PersonField.PHONE);
  private static final List<PersonField> HOME =
      List.of(PersonField.ADDRESS, PersonField.POSTAL_CODE, PersonField.LOCALITY);

  private final String[] normals;
  private final SplittableRandom random;
  private long slipped;

  private PlantSlips(String[] normals, long seed) {
    this.normals = normals.clone();
    random = new SplittableRandom(seed);
    keepWhatIsCompared();
  }

  /**
   * The copy, or nothing where the mention has no room for so many slips.
   *
   * @param normalised normalised content by {@link PersonField#ordinal()}, empty where there is
   *     none
   * @param slips how many
   * @param seed decides which
   */
  public static Optional<String[]> copy(String[] normalised, int slips, long seed) {
    PlantSlips planting = new PlantSlips(normalised, seed);
    for (int slip = 0; slip < slips; slip++) {
      if (!planting.slip()) {
        return Optional.empty();
      }
    }
    return Optional.of(planting.normals);
  }

  /** A full name counts only where given name and surname are not both there. */
  private void keepWhatIsCompared() {
    boolean whole = isPresent(PersonField.GIVEN_NAME) && isPresent(PersonField.SURNAME);
    if (whole) {
      set(PersonField.FULL_NAME, "");
    } else if (isPresent(PersonField.FULL_NAME)) {
      set(PersonField.GIVEN_NAME, "");
      set(PersonField.SURNAME, "");
    }
    set(PersonField.ORGANISATION, "");
  }

  private boolean slip() {
    List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));
    while (!kinds.isEmpty()) {
      Kind kind = kinds.remove(random.nextInt(kinds.size()));
      boolean done =
          switch (kind) {
            case LETTER -> changeLetter();
            case DIGIT -> changeDigit();
            case LEFT_OUT -> leaveOut();
            case EXCHANGED -> exchangeNames();
            case MOVED -> move();
          };
      if (done) {
        return true;
      }
    }
    return false;
  }

  private boolean changeLetter() {
    List<PersonField> names = open(NAMES).stream().filter(name -> letters(name) > 1).toList();
    if (names.isEmpty()) {
      return false;
    }
    PersonField name = pick(names);
    int[] letters = normal(name).codePoints().toArray();
    String changed = normal(name);
    while (changed.equals(normal(name))) {
      int at = random.nextInt(letters.length);
      if (Character.isLetter(letters[at])) {
        changed = changed(letters, at);
      }
    }
    slip(name, changed);
    return true;
  }

  private String changed(int[] letters, int at) {
    String before = new String(letters, 0, at);
    String letter = Character.toString(letters[at]);
    String after = new String(letters, at + 1, letters.length - at - 1);
    return switch (random.nextInt(4)) {
      case 0 -> before + after;
      case 1 -> before + letter + letter + after;
      case 2 -> exchanged(before, letter, after);
      default -> before + letter() + after;
    };
  }

  private static String exchanged(String before, String letter, String after) {
    int next = after.isEmpty() ? 0 : Character.charCount(after.codePointAt(0));
    return before + after.substring(0, next) + letter + after.substring(next);
  }

  private boolean changeDigit() {
    List<PersonField> codes =
        open(CODES).stream().filter(code -> !withOtherDigit(code).isEmpty()).toList();
    if (codes.isEmpty()) {
      return false;
    }
    PersonField code = pick(codes);
    List<String> changed = withOtherDigit(code);
    slip(code, changed.get(random.nextInt(changed.size())));
    return true;
  }

  private List<String> withOtherDigit(PersonField code) {
    List<String> changed = new ArrayList<>();
    StringBuilder text = new StringBuilder(normal(code));
    for (int at = 0; at < text.length(); at++) {
      char digit = text.charAt(at);
      for (char other = '0'; isDigit(digit) && other <= '9'; other++) {
        text.setCharAt(at, other);
        if (other != digit && isRight(code, text)) {
          changed.add(text.toString());
        }
      }
      text.setCharAt(at, digit);
    }
    return changed;
  }

  private static boolean isRight(PersonField code, CharSequence text) {
    if (code != PersonField.BIRTH_DATE || text.length() != DATE_CHARACTERS) {
      return true;
    }
    try {
      return LocalDate.parse(text).getYear() > 0;
    } catch (DateTimeException fault) {
      return false;
    }
  }

  private boolean leaveOut() {
    List<PersonField> fields =
        open(List.of(PersonField.values())).stream().filter(this::isSomebodyWithout).toList();
    if (fields.isEmpty()) {
      return false;
    }
    slip(pick(fields), "");
    return true;
  }

  /** Whether what remains would be counted as somebody. */
  private boolean isSomebodyWithout(PersonField left) {
    String before = normal(left);
    set(left, "");
    boolean contacts = isAny(PersonField.NATIONAL_ID, PersonField.PHONE, PersonField.EMAIL);
    boolean whole =
        isPresent(PersonField.FULL_NAME)
            || isPresent(PersonField.GIVEN_NAME) && isPresent(PersonField.SURNAME);
    boolean placed = HOME.stream().anyMatch(this::isPresent) || isAny(PersonField.BIRTHPLACE);
    boolean born = isAny(PersonField.BIRTH_DATE);
    boolean somebody =
        contacts || whole && (placed || born) || born && NAMES.stream().anyMatch(this::isPresent);
    set(left, before);
    return somebody;
  }

  private boolean exchangeNames() {
    String given = normal(PersonField.GIVEN_NAME);
    String surname = normal(PersonField.SURNAME);
    String full = normal(PersonField.FULL_NAME);
    int last = full.lastIndexOf(' ');
    if (open(NAMES).size() == 2 && !given.equals(surname)) {
      slip(PersonField.GIVEN_NAME, surname);
      slip(PersonField.SURNAME, given);
      return true;
    }
    if (last > 0 && !open(NAMES).isEmpty()) {
      slip(PersonField.FULL_NAME, full.substring(last + 1) + " " + full.substring(0, last));
      return true;
    }
    return false;
  }

  private boolean move() {
    List<PersonField> home = open(HOME);
    for (PersonField field : home) {
      StringBuilder other = new StringBuilder();
      int length = field == PersonField.ADDRESS ? ADDRESS_CHARACTERS : normal(field).length();
      while (other.length() < length) {
        other.append(field == PersonField.POSTAL_CODE ? digit() : letter());
      }
      slip(field, other.toString());
    }
    return !home.isEmpty();
  }

  /** Fields that have content and have not slipped. */
  private List<PersonField> open(List<PersonField> fields) {
    return fields.stream()
        .filter(field -> isPresent(field) && (slipped & field.bit()) == 0)
        .toList();
  }

  private PersonField pick(List<PersonField> fields) {
    return fields.get(random.nextInt(fields.size()));
  }

  private void slip(PersonField field, String text) {
    set(field, text);
    slipped |= field.bit();
  }

  private long letters(PersonField field) {
    return normal(field).codePoints().filter(Character::isLetter).count();
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private char letter() {
    return (char) ('a' + random.nextInt(LETTERS));
  }

  private char digit() {
    return (char) ('0' + random.nextInt(DIGITS));
  }

  private boolean isAny(PersonField... fields) {
    return List.of(fields).stream().anyMatch(this::isPresent);
  }

  private boolean isPresent(PersonField field) {
    return !normal(field).isEmpty();
  }

  private String normal(PersonField field) {
    return normals[field.ordinal()];
  }

  private void set(PersonField field, String text) {
    normals[field.ordinal()] = text;
  }

  private enum Kind {
    LETTER,
    DIGIT,
    LEFT_OUT,
    EXCHANGED,
    MOVED
  }
}
