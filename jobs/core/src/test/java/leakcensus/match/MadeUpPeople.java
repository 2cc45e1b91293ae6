package leakcensus.match;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import leakcensus.person.PersonField;

/**
 * Mentions of made-up people, with their truth: families under one roof and phone, twins, typing
 * errors, left-out fields, and an id that a dozen strangers were given.
 */
final class MadeUpPeople {

  private static final String JUNK_ID = "000000000000000000";
  private static final int FAMILIES = 160;

  private final SplittableRandom random;
  private final List<Map<PersonField, String>> mentions = new ArrayList<>();
  private final List<Integer> persons = new ArrayList<>();
  private final List<String> givenNames;
  private final List<String> surnames;
  private int personCount;

  MadeUpPeople(long seed) {
    this(seed, FAMILIES);
  }

  MadeUpPeople(long seed, int families) {
    random = new SplittableRandom(seed);
    givenNames = words(70, 2);
    surnames = words(120, 3);
    for (int family = 0; family < families; family++) {
      addFamily(family);
    }
    for (int stranger = 0; stranger < 12; stranger++) {
      addPerson(home(families + stranger), pick(givenNames), pick(surnames), date(), 1, true);
    }
  }

  /** The same mentions, a share of them with a default in place of whatever birth date they had. */
  List<Map<PersonField, String>> withDefaultDate(String date, double ratio) {
    SplittableRandom choice = new SplittableRandom(mentions.size());
    List<Map<PersonField, String>> defaulted = new ArrayList<>();
    for (Map<PersonField, String> mention : mentions) {
      Map<PersonField, String> copy = new EnumMap<>(mention);
      if (choice.nextDouble() < ratio) {
        copy.put(PersonField.BIRTH_DATE, date);
      }
      defaulted.add(copy);
    }
    return defaulted;
  }

  /** The mentions. */
  List<Map<PersonField, String>> mentions() {
    return mentions;
  }

  /** The number of the person of each mention. */
  List<Integer> persons() {
    return persons;
  }

  /** Number of persons. */
  int personCount() {
    return personCount;
  }

  private void addFamily(int family) {
    Map<PersonField, String> home = home(family);
    String surname = pick(surnames);
    String twins = date();
    int members = 1 + random.nextInt(4);
    int firstName = random.nextInt(givenNames.size());
    for (int member = 0; member < members; member++) {
      boolean twin = family % 20 == 0 && member < 2;
      // Nobody names two children alike.
      String given = givenNames.get((firstName + member) % givenNames.size());
      addPerson(home, given, surname, twin ? twins : date(), 1 + random.nextInt(4), false);
    }
  }

  private void addPerson(
      Map<PersonField, String> home,
      String given,
      String surname,
      String date,
      int records,
      boolean junk) {
    Map<PersonField, String> person = new EnumMap<>(home);
    person.put(PersonField.FULL_NAME, given + " " + surname);
    person.put(PersonField.BIRTH_DATE, date);
    person.put(PersonField.SEX, random.nextBoolean() ? "female" : "male");
    person.put(PersonField.EMAIL, given + "." + surname + personCount + "@example.com");
    person.put(PersonField.NATIONAL_ID, junk ? JUNK_ID : "id" + (100_000_000L + 97L * personCount));
    for (int record = 0; record < records; record++) {
      mentions.add(recorded(person, junk));
      persons.add(personCount);
    }
    personCount++;
  }

  private Map<PersonField, String> home(int family) {
    Map<PersonField, String> home = new EnumMap<>(PersonField.class);
    home.put(PersonField.PHONE, "+86138" + (10_000_000L + 7_919L * family));
    home.put(PersonField.ADDRESS, "%d %s street".formatted(1 + random.nextInt(90), pick(surnames)));
    home.put(PersonField.LOCALITY, pick(givenNames) + "ton");
    home.put(PersonField.POSTAL_CODE, String.valueOf(10_000 + 37 * random.nextInt(60)));
    return home;
  }

  /** As one record holds the person: some fields left out, some spelt wrongly. */
  private Map<PersonField, String> recorded(Map<PersonField, String> person, boolean junk) {
    Map<PersonField, String> record = new EnumMap<>(PersonField.class);
    person.forEach(
        (field, value) -> {
          boolean left = random.nextDouble() < leftOut(field) && !(junk && isId(field));
          if (!left) {
            boolean wrong = random.nextDouble() < 0.06 && !isId(field);
            record.put(field, wrong ? misspelt(field, value) : value);
          }
        });
    record.putIfAbsent(PersonField.FULL_NAME, person.get(PersonField.FULL_NAME));
    return record;
  }

  private static boolean isId(PersonField field) {
    return field == PersonField.NATIONAL_ID;
  }

  private static double leftOut(PersonField field) {
    return switch (field) {
      case NATIONAL_ID -> 0.7;
      case EMAIL -> 0.5;
      default -> 0.1;
    };
  }

  private String misspelt(PersonField field, String value) {
    if (field == PersonField.BIRTH_DATE) {
      return value.substring(0, 8) + "%02d".formatted(1 + random.nextInt(28));
    }
    if (field == PersonField.SEX) {
      return value;
    }
    StringBuilder wrong = new StringBuilder(value);
    int at = random.nextInt(value.length() - 1);
    switch (random.nextInt(3)) {
      case 0 -> wrong.deleteCharAt(at);
      case 1 -> wrong.insert(at, value.charAt(at));
      default -> wrong.replace(at, at + 2, "" + value.charAt(at + 1) + value.charAt(at));
    }
    return wrong.toString();
  }

  private String date() {
    return "%d-%02d-%02d"
        .formatted(1930 + random.nextInt(75), 1 + random.nextInt(12), 1 + random.nextInt(28));
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private List<String> words(int number, int syllables) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      StringBuilder word = new StringBuilder();
      for (int syllable = 0; syllable < syllables; syllable++) {
        word.append("bdfgklmnprstvz".charAt(random.nextInt(14)));
        word.append("aeiou".charAt(random.nextInt(5)));
      }
      words.add(word.append("lnrst".charAt(random.nextInt(5))).toString());
    }
    return words;
  }
}
