package leakcensus.estimate;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** A dump with known persons, from which records can be drawn without replacement. */
public final class RandomDump {

  private final int[] personOfRecord;
  private final int persons;
  private final SplittableRandom random;

  private RandomDump(int[] personOfRecord, int persons, SplittableRandom random) {
    this.personOfRecord = personOfRecord;
    this.persons = persons;
    this.random = random;
  }

  /** A dump of persons with numbers of records drawn by a law. */
  public static RandomDump of(
      int persons, long seed, ToIntFunction<SplittableRandom> recordsOfPerson) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] counts = new int[persons];
    int total = 0;
    for (int person = 0; person < persons; person++) {
      counts[person] = recordsOfPerson.applyAsInt(random);
      total += counts[person];
    }
    int[] records = new int[total];
    int next = 0;
    for (int person = 0; person < persons; person++) {
      for (int record = 0; record < counts[person]; record++) {
        records[next++] = person;
      }
    }
    return new RandomDump(records, persons, random);
  }

  /** Persons of the dump. */
  public int persons() {
    return persons;
  }

  /** Records of the dump. */
  public int records() {
    return personOfRecord.length;
  }

  /** Persons of a random sample, with their number of records in it. */
  public Map<Integer, Long> draw(int sampleRecords) {
    Map<Integer, Long> drawn = new HashMap<>();
    for (int i = 0; i < sampleRecords; i++) {
      int other = random.nextInt(i, personOfRecord.length);
      int person = personOfRecord[other];
      personOfRecord[other] = personOfRecord[i];
      personOfRecord[i] = person;
      drawn.merge(person, 1L, Long::sum);
    }
    return drawn;
  }

  /** The frequencies of a random sample. */
  public FrequencyOfFrequencies drawFrequencies(int sampleRecords) {
    return FrequencyOfFrequencies.of(
        draw(sampleRecords).values().stream()
            .collect(Collectors.groupingBy(times -> times, Collectors.counting())));
  }
}
