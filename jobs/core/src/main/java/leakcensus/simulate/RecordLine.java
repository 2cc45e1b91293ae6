package leakcensus.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Records on a line, each with its person. */
final class RecordLine {

  private final List<Placed> records = new ArrayList<>();
  private int persons;

  private record Placed(double place, int person) {}

  /** The records that follow are those of a person not met before. */
  void nextPerson() {
    persons++;
  }

  /** A record of the person at hand. */
  void add(double place) {
    records.add(new Placed(place, persons - 1));
  }

  /** The sample in the order of the places; records of one place stay in the order they came. */
  OrderedRecords inOrder() {
    records.sort(Comparator.comparingDouble(Placed::place));
    return OrderedRecords.of(person(), persons);
  }

  /** The sample in random order. */
  OrderedRecords shuffled(SplittableRandom random) {
    int[] person = person();
    for (int last = person.length - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int moved = person[other];
      person[other] = person[last];
      person[last] = moved;
    }
    return OrderedRecords.of(person, persons);
  }

  private int[] person() {
    return records.stream().mapToInt(Placed::person).toArray();
  }
}
