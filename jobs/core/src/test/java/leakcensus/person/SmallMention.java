package leakcensus.person;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import leakcensus.normalise.IdStep;

/**
 * A mention with small whole numbers for values, of which a {@link SmallKey} makes tokens.
 *
 * @param source index of the source
 * @param fileId number of the file
 * @param position place of the record in the file
 * @param slot index of the slot
 * @param lead whether it stands for its record
 * @param mapped whether its record has a mapped column
 * @param idStep how far the national id passes its rule
 * @param place where it belongs
 * @param sex sex
 * @param birthYear year of birth
 * @param otherBits presence of profiled columns
 * @param exact the record as it stands
 * @param content the record after normalisation
 * @param values for each field that has content a number; a negative one breaks the field's rule
 * @param further for fields that have several values all but that one
 */
public record SmallMention(
    int source,
    int fileId,
    long position,
    int slot,
    boolean lead,
    boolean mapped,
    int idStep,
    int place,
    Sex sex,
    int birthYear,
    long otherBits,
    int exact,
    int content,
    Map<PersonField, Integer> values,
    Map<PersonField, Set<Integer>> further) {

  /** How many different values a random mention draws from. */
  public record Domain(int sources, int ids, int emails, int phones, int names, int births) {}

  /** A mention with one value of each field. */
  public SmallMention(
      int source,
      int fileId,
      long position,
      int slot,
      boolean lead,
      boolean mapped,
      int idStep,
      int place,
      Sex sex,
      int birthYear,
      long otherBits,
      int exact,
      int content,
      Map<PersonField, Integer> values) {
    this(
        source, fileId, position, slot, lead, mapped, idStep, place, sex, birthYear, otherBits,
        exact, content, values, Map.of());
  }

  /** A mention of source 0 with some values and nothing else. */
  public static SmallMention of(long position, Map<PersonField, Integer> values) {
    return new SmallMention(
        0,
        0,
        position,
        0,
        true,
        true,
        values.getOrDefault(PersonField.NATIONAL_ID, 0) > 0 ? IdStep.VALID_18.ordinal() : 0,
        0,
        Sex.UNKNOWN,
        0,
        0,
        (int) position,
        (int) position,
        values,
        Map.of());
  }

  /** The same mention with further values. */
  public SmallMention with(Map<PersonField, Set<Integer>> furtherValues) {
    return new SmallMention(
        source,
        fileId,
        position,
        slot,
        lead,
        mapped,
        idStep,
        place,
        sex,
        birthYear,
        otherBits,
        exact,
        content,
        values,
        furtherValues);
  }

  /** Random mentions of which some have several values of their identifiers. */
  public static List<SmallMention> randomWithSeveral(Random random, int number, Domain domain) {
    Map<PersonField, Integer> different =
        Map.of(
            PersonField.NATIONAL_ID,
            domain.ids(),
            PersonField.EMAIL,
            domain.emails(),
            PersonField.PHONE,
            domain.phones());
    List<SmallMention> mentions = new ArrayList<>();
    for (SmallMention mention : random(random, number, domain)) {
      Map<PersonField, Set<Integer>> further = new EnumMap<>(PersonField.class);
      for (PersonField field :
          List.of(PersonField.NATIONAL_ID, PersonField.EMAIL, PersonField.PHONE)) {
        int main = mention.values().getOrDefault(field, 0);
        if (main != 0 && random.nextInt(3) == 0) {
          Set<Integer> others = new TreeSet<>();
          for (int value = 0; value < 1 + random.nextInt(3); value++) {
            int other = 1 + random.nextInt(different.get(field));
            others.add(main < 0 || random.nextInt(6) == 0 ? -other : other);
          }
          others.remove(main);
          further.put(field, others);
        }
      }
      mentions.add(mention.with(further));
    }
    return mentions;
  }

  /** All valid values of a field. */
  public Set<Integer> valid(PersonField field) {
    Set<Integer> valid = new TreeSet<>(further.getOrDefault(field, Set.of()));
    valid.add(values.getOrDefault(field, 0));
    valid.removeIf(value -> value <= 0);
    return valid;
  }

  /** Random mentions, each at its own place. */
  public static List<SmallMention> random(Random random, int number, Domain domain) {
    List<SmallMention> mentions = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      mentions.add(one(random, i, domain));
    }
    return mentions;
  }

  /** Fields that have content. */
  public long presence() {
    return values.keySet().stream().mapToLong(PersonField::bit).sum() | otherBits;
  }

  /** Fields whose content passes its rule. */
  public long validity() {
    return values.entrySet().stream()
        .filter(value -> value.getValue() > 0)
        .mapToLong(value -> value.getKey().bit())
        .sum();
  }

  private static SmallMention one(Random random, int place, Domain domain) {
    Map<PersonField, Integer> values = new EnumMap<>(PersonField.class);
    put(random, values, PersonField.NATIONAL_ID, domain.ids(), 0.5);
    put(random, values, PersonField.EMAIL, domain.emails(), 0.3);
    put(random, values, PersonField.PHONE, domain.phones(), 0.4);
    put(random, values, PersonField.FULL_NAME, domain.names(), 0.7);
    put(random, values, PersonField.BIRTH_DATE, domain.births(), 0.3);
    put(random, values, PersonField.ADDRESS, 5, 0.3);
    put(random, values, PersonField.GIVEN_NAME, 2, 0.1);
    int id = values.getOrDefault(PersonField.NATIONAL_ID, 0);
    return new SmallMention(
        random.nextInt(domain.sources()),
        random.nextInt(2),
        place,
        random.nextInt(3),
        random.nextInt(4) > 0,
        random.nextInt(5) > 0,
        idStep(id).ordinal(),
        id > 0 ? 11 + id % 3 : 0,
        id > 0 ? Sex.values()[1 + id % 2] : Sex.values()[random.nextInt(3)],
        random.nextInt(3) == 0 ? 0 : 1950 + random.nextInt(3),
        random.nextInt(4) == 0 ? 1L << PersonField.COUNT + random.nextInt(4) : 0,
        random.nextInt(60),
        random.nextInt(30),
        values,
        Map.of());
  }

  /** How far a number passes the rule of national ids. */
  public static IdStep idStep(int id) {
    if (id <= 0) {
      return id % 2 == 0 ? IdStep.NOT_AN_ID_SHAPE : IdStep.BAD_CHECK;
    }
    return id % 4 == 0 ? IdStep.VALID_15 : IdStep.VALID_18;
  }

  private static void put(
      Random random,
      Map<PersonField, Integer> values,
      PersonField field,
      int different,
      double ratio) {
    if (random.nextDouble() < ratio) {
      int value = 1 + random.nextInt(different);
      values.put(field, random.nextInt(8) == 0 ? -value : value);
    }
  }
}
