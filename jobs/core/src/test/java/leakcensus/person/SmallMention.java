package leakcensus.person;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
    Map<PersonField, Integer> values) {

  /** How many different values a random mention draws from. */
  public record Domain(int sources, int ids, int emails, int phones, int names, int births) {}

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
        values);
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
        values);
  }

  private static IdStep idStep(int id) {
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
