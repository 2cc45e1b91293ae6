package leakcensus.spark.overlap;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import leakcensus.overlap.PersonTraits;
import leakcensus.overlap.Trait;

/**
 * An identifier that a sketch has sampled.
 *
 * @param trait what it is
 * @param holders the persons that hold it, each once; sorted by their keys here
 */
record SampledIdentifier(Trait trait, List<PersonTraits> holders) {

  private static final Comparator<PersonTraits> BY_PERSON =
      Comparator.comparingLong(PersonTraits::person);

  SampledIdentifier {
    holders = holders.stream().sorted(BY_PERSON).toList();
  }

  /** The identifier with the holders of two parts of a run. */
  SampledIdentifier with(SampledIdentifier other) {
    List<PersonTraits> all = new ArrayList<>(holders);
    all.addAll(other.holders);
    return new SampledIdentifier(trait, all);
  }

  int encodedBytes() {
    int longs = holders.stream().mapToInt(person -> person.packed().length).sum();
    return (2 + holders.size()) * Integer.BYTES + longs * Long.BYTES;
  }

  void encode(ByteBuffer bytes) {
    bytes.putInt(trait.ordinal()).putInt(holders.size());
    for (PersonTraits person : holders) {
      bytes.putInt(person.packed().length);
      for (long number : person.packed()) {
        bytes.putLong(number);
      }
    }
  }

  static SampledIdentifier decode(ByteBuffer bytes) {
    Trait trait = Trait.at(bytes.getInt());
    List<PersonTraits> holders = new ArrayList<>();
    for (int left = bytes.getInt(); left > 0; left--) {
      long[] packed = new long[bytes.getInt()];
      for (int i = 0; i < packed.length; i++) {
        packed[i] = bytes.getLong();
      }
      holders.add(new PersonTraits(packed));
    }
    return new SampledIdentifier(trait, holders);
  }
}
