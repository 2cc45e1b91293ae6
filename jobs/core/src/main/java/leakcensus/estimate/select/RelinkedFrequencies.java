package leakcensus.estimate.select;

import java.util.Map;
import java.util.TreeMap;
import leakcensus.estimate.FrequencyOfFrequencies;

/**
 * Frequencies as they would be if links that were missed were made, or links that were false
 * undone.
 *
 * <p>A missed link joins two persons with few mentions, since most mentions are of such; a false
 * link had joined the mentions of persons with few.
 */
final class RelinkedFrequencies {

  private final TreeMap<Long, Long> persons;

  private RelinkedFrequencies(FrequencyOfFrequencies frequencies) {
    this.persons = new TreeMap<>(frequencies.asMap());
  }

  /**
   * The frequencies with some persons fewer: those with the fewest mentions become one, in twos.
   */
  static FrequencyOfFrequencies merged(FrequencyOfFrequencies frequencies, long personsFewer) {
    RelinkedFrequencies relinked = new RelinkedFrequencies(frequencies);
    long left = personsFewer;
    while (left > 0 && frequencies.observedPersons() - (personsFewer - left) > 1) {
      left -= relinked.mergeFewest(left);
    }
    return relinked.frequencies();
  }

  /**
   * The frequencies with some persons more: mentions leave those with the fewest repeats first.
   *
   * @param frequencies the frequencies
   * @param mentionsMore mentions of no person so far, each of a person of its own
   * @param personsMore persons more, those of these mentions included
   */
  static FrequencyOfFrequencies split(
      FrequencyOfFrequencies frequencies, long mentionsMore, long personsMore) {
    RelinkedFrequencies relinked = new RelinkedFrequencies(frequencies);
    long alone = Math.min(mentionsMore, personsMore);
    relinked.add(1, alone);
    long left = personsMore - alone;
    while (left > 0 && !relinked.persons.isEmpty() && relinked.persons.lastKey() > 1) {
      left -= relinked.splitFewest(left);
    }
    return relinked.frequencies();
  }

  /**
   * The frequencies with some persons fewer: to those seen twice and more come others in the same
   * proportions, made of mentions that are alone, as long as there are any.
   */
  static FrequencyOfFrequencies completed(FrequencyOfFrequencies frequencies, long personsFewer) {
    RelinkedFrequencies relinked = new RelinkedFrequencies(frequencies);
    double joins = (double) frequencies.records() - frequencies.observedPersons();
    long alone = frequencies.personsSeen(1);
    for (Map.Entry<Long, Long> persons : frequencies.asMap().tailMap(2L).entrySet()) {
      long more =
          Math.min(
              Math.round(persons.getValue() * (personsFewer / joins)), alone / persons.getKey());
      alone -= more * persons.getKey();
      relinked.add(persons.getKey(), more);
      relinked.add(1, -more * persons.getKey());
    }
    return relinked.frequencies();
  }

  private long mergeFewest(long most) {
    long first = persons.firstKey();
    long count = persons.get(first);
    if (count >= 2) {
      long merges = Math.min(most, count / 2);
      add(first, -2 * merges);
      add(2 * first, merges);
      return merges;
    }
    long second = persons.higherKey(first);
    add(first, -1);
    add(second, -1);
    add(first + second, 1);
    return 1;
  }

  private long splitFewest(long most) {
    long times = persons.higherKey(1L);
    long splits = Math.min(most, persons.get(times));
    add(times, -splits);
    add(times - 1, splits);
    add(1, splits);
    return splits;
  }

  private void add(long times, long count) {
    if (count != 0) {
      persons.merge(times, count, Math::addExact);
      persons.remove(times, 0L);
    }
  }

  private FrequencyOfFrequencies frequencies() {
    return persons.isEmpty() ? FrequencyOfFrequencies.empty() : FrequencyOfFrequencies.of(persons);
  }
}
