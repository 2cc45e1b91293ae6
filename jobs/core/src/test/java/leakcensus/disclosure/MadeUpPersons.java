package leakcensus.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.TreeMap;
import leakcensus.population.RoundCounts;

/**
 * Made-up persons, each with the fields that each source holds of it, counted one by one: what a
 * census counts, by another way than its own.
 */
final class MadeUpPersons {

  private static final List<String> SOURCES = List.of("a", "b", "c");
  private static final List<String> FIELDS = List.of("name", "phone", "mail");

  private final int sources;
  private final int fields;

  /** By person and source: the fields present, and those that are valid; -1 where it is not in. */
  private final List<int[]> present = new ArrayList<>();

  private final List<int[]> valid = new ArrayList<>();

  MadeUpPersons(int sources, int fields) {
    this.sources = sources;
    this.fields = fields;
  }

  /** Few or many persons, most of them alike; some sources lack some fields altogether. */
  static MadeUpPersons random(SplittableRandom random) {
    MadeUpPersons persons = new MadeUpPersons(1 + random.nextInt(3), 1 + random.nextInt(3));
    int[] mapped = new int[persons.sources];
    for (int source = 0; source < mapped.length; source++) {
      mapped[source] = random.nextInt(1 << persons.fields);
    }
    double rare = random.nextDouble(0.02, 0.5);
    double twice = random.nextInt(3) == 0 ? 0 : random.nextDouble(0.5);
    int number = 1 + random.nextInt(random.nextBoolean() ? 40 : 400);
    for (int person = 0; person < number; person++) {
      int[] in = new int[persons.sources];
      int[] right = new int[persons.sources];
      int first = random.nextInt(persons.sources);
      for (int source = 0; source < in.length; source++) {
        in[source] = -1;
        if (source == first || random.nextDouble() < twice) {
          in[source] = persons.mask(random, rare) & mapped[source];
          right[source] = in[source] & persons.mask(random, rare);
        }
      }
      persons.add(in, right);
    }
    return persons;
  }

  void add(int[] in, int[] right) {
    present.add(in);
    valid.add(right);
  }

  PersonCounts counts() {
    List<ScopeCounts> each = new ArrayList<>();
    for (int source = 0; source < sources; source++) {
      each.add(scope(SOURCES.get(source), 1 << source));
    }
    return new PersonCounts(
        scope(ScopeCounts.ALL, (1 << sources) - 1), each, overlaps(), List.of(), RoundCounts.NONE);
  }

  /** Told counts as a run that rounds tells them. */
  static PersonCounts rounded(PersonCounts counts, RoundCounts rounding) {
    return new PersonCounts(
        rounded(counts.all(), rounding),
        counts.sources().stream().map(scope -> rounded(scope, rounding)).toList(),
        new OverlapCounts(
            rounded(counts.overlaps().exactly(), rounding),
            rounded(counts.overlaps().both(), rounding)),
        List.of(),
        rounding);
  }

  private static ScopeCounts rounded(ScopeCounts scope, RoundCounts rounding) {
    return new ScopeCounts(
        scope.source(),
        scope.persons(),
        rounded(scope.combinations(), rounding),
        rounded(scope.present(), rounding),
        rounded(scope.valid(), rounding));
  }

  private static SortedMap<String, OptionalLong> rounded(
      SortedMap<String, OptionalLong> counts, RoundCounts rounding) {
    SortedMap<String, OptionalLong> rounded = new TreeMap<>(counts);
    rounded.replaceAll((key, count) -> rounding.nearest(count));
    return rounded;
  }

  private int mask(SplittableRandom random, double rare) {
    int mask = 0;
    for (int field = 0; field < fields; field++) {
      mask |= (random.nextDouble() < rare * (field % 2 + 1) ? 0 : 1) << field;
    }
    return mask;
  }

  private ScopeCounts scope(String name, int scope) {
    long persons = 0;
    SortedMap<String, OptionalLong> combinations = new TreeMap<>();
    SortedMap<String, OptionalLong> having = new TreeMap<>();
    SortedMap<String, OptionalLong> right = new TreeMap<>();
    for (int person = 0; person < present.size(); person++) {
      int in = union(present.get(person), scope);
      if (in >= 0) {
        persons++;
        add(combinations, names(in, FIELDS), 1);
        int ok = 0;
        for (int source = 0; source < sources; source++) {
          boolean counts = (scope >> source & 1) == 1 && present.get(person)[source] >= 0;
          ok |= counts ? valid.get(person)[source] : 0;
        }
        for (int field = 0; field < fields; field++) {
          add(having, FIELDS.get(field), in >> field & 1);
          add(right, FIELDS.get(field), ok >> field & 1);
        }
      }
    }
    return new ScopeCounts(name, OptionalLong.of(persons), combinations, having, right);
  }

  private OverlapCounts overlaps() {
    SortedMap<String, OptionalLong> exactly = new TreeMap<>();
    SortedMap<String, OptionalLong> both = new TreeMap<>();
    for (int[] in : present) {
      int set = 0;
      for (int source = 0; source < sources; source++) {
        set |= (in[source] >= 0 ? 1 : 0) << source;
      }
      add(exactly, names(set, SOURCES), 1);
      for (int one = 0; one < sources; one++) {
        for (int other = one + 1; other < sources; other++) {
          add(both, SOURCES.get(one) + "+" + SOURCES.get(other), set >> one & set >> other & 1);
        }
      }
    }
    return new OverlapCounts(exactly, both);
  }

  private int union(int[] in, int scope) {
    int union = -1;
    for (int source = 0; source < sources; source++) {
      if ((scope >> source & 1) == 1 && in[source] >= 0) {
        union = Math.max(0, union) | in[source];
      }
    }
    return union;
  }

  private static void add(SortedMap<String, OptionalLong> counts, String key, long persons) {
    long before = counts.getOrDefault(key, OptionalLong.empty()).orElse(0);
    counts.put(key, OptionalLong.of(before + persons));
  }

  private static String names(int mask, List<String> all) {
    StringJoiner names = new StringJoiner("+").setEmptyValue("none");
    for (int bit = 0; bit < all.size(); bit++) {
      if ((mask >> bit & 1) == 1) {
        names.add(all.get(bit));
      }
    }
    return names.toString();
  }
}
