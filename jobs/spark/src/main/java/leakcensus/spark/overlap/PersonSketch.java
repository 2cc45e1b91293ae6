package leakcensus.spark.overlap;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import leakcensus.block.LongTable;
import leakcensus.overlap.PersonTraits;
import leakcensus.overlap.Trait;
import leakcensus.overlap.TraitRows;

/**
 * A sample of the identifiers of a run, with the persons that hold each: those with the smallest
 * hashes, a theta sketch whose entries carry summaries (Dasgupta, Lang, Rhodes and Thaler, "A
 * Framework for Estimating Stream Expression Cardinalities", ICDT 2016), beside exact counts. Two
 * runs with one key sample alike, so what both samples hold below the smaller threshold is a sample
 * of what both runs have in common.
 *
 * <p>It holds keyed tokens, never a value; at most {@value #ENTRIES} identifiers, some 5 MB.
 */
public final class PersonSketch {

  /** Identifiers that are sampled, where there are as many. */
  static final int ENTRIES = 1 << 16;

  /** Stands for no threshold: all identifiers are in the sample. */
  private static final long ALL = Long.MAX_VALUE;

  /** Hashes are positive: 63 bits. */
  private static final double HASHES = 0x1.0p63;

  private final long[] counts;
  private final long threshold;
  private final TreeMap<Long, SampledIdentifier> sampled;

  private PersonSketch(
      long[] counts, long threshold, TreeMap<Long, SampledIdentifier> identifiers) {
    this.counts = counts;
    this.sampled = identifiers;
    long lowered = threshold;
    while (identifiers.size() > ENTRIES) {
      lowered = identifiers.pollLastEntry().getKey();
    }
    this.threshold = lowered;
  }

  /**
   * The sketch of some persons.
   *
   * @param rows their traits, of which all rows of each person must be there; they are sorted
   */
  static PersonSketch of(LongTable rows) {
    LongTable traits = TraitRows.distinct(rows);
    long threshold = threshold(traits);
    TreeMap<Long, SampledIdentifier> identifiers = new TreeMap<>();
    long[] counts = new long[1 + Trait.IDENTIFIERS];
    for (int start = 0; start < traits.size(); ) {
      int end = start;
      while (end < traits.size()
          && traits.at(end, TraitRows.PERSON) == traits.at(start, TraitRows.PERSON)) {
        end++;
      }
      add(PersonTraits.of(traits, start, end), threshold, identifiers, counts);
      start = end;
    }
    return new PersonSketch(counts, threshold, identifiers);
  }

  private static void add(
      PersonTraits person,
      long threshold,
      TreeMap<Long, SampledIdentifier> identifiers,
      long[] counts) {
    boolean found = false;
    for (int i = 0; i < Trait.IDENTIFIERS; i++) {
      Trait trait = Trait.at(i);
      int held = person.count(trait);
      counts[1 + i] += held > 0 ? 1 : 0;
      found |= held > 0;
      for (int index = 0; index < held; index++) {
        long hash = hash(trait, person.token(trait, index));
        if (hash < threshold) {
          identifiers.merge(
              hash, new SampledIdentifier(trait, List.of(person)), SampledIdentifier::with);
        }
      }
    }
    counts[0] += found ? 1 : 0;
  }

  /** The smallest hash that is left out, so that few holders are ever held that are not kept. */
  private static long threshold(LongTable traits) {
    LongArrayList hashes = new LongArrayList();
    for (int row = 0; row < traits.size(); row++) {
      Trait trait = Trait.at((int) traits.at(row, TraitRows.TRAIT));
      if (trait.isIdentifier()) {
        hashes.add(hash(trait, traits.at(row, TraitRows.TOKEN)));
      }
    }
    hashes.sort(null);
    int distinct = 0;
    for (int i = 0; i < hashes.size(); i++) {
      distinct += i == 0 || hashes.getLong(i) != hashes.getLong(i - 1) ? 1 : 0;
      if (distinct > ENTRIES) {
        return hashes.getLong(i);
      }
    }
    return ALL;
  }

  /** Equal for equal identifiers of two runs, and spread evenly. */
  private static long hash(Trait trait, long token) {
    return HashCommon.murmurHash3(HashCommon.murmurHash3(token) + trait.ordinal()) >>> 1;
  }

  /** The sketch of two parts of a run that have no person in common. */
  PersonSketch with(PersonSketch other) {
    long[] sums = counts.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.addExact(sums[i], other.counts[i]);
    }
    long lower = Math.min(threshold, other.threshold);
    TreeMap<Long, SampledIdentifier> union = new TreeMap<>(sampled.headMap(lower));
    other
        .sampled
        .headMap(lower)
        .forEach((hash, identifier) -> union.merge(hash, identifier, SampledIdentifier::with));
    return new PersonSketch(sums, lower, union);
  }

  /** Number of persons that have an identifier. */
  public long persons() {
    return counts[0];
  }

  /** Number of persons that have an identifier of a kind. */
  public long persons(Trait identifier) {
    return counts[1 + identifier.ordinal()];
  }

  /** Share of all identifiers that is in the sample, 0 to 1. */
  double share() {
    return threshold == ALL ? 1 : threshold / HASHES;
  }

  /** The sampled identifiers by their hashes. */
  Map<Long, SampledIdentifier> sampled() {
    return sampled;
  }

  /** The sketch as bytes. */
  public byte[] encode() {
    int bytesOfEntries =
        sampled.values().stream()
            .mapToInt(identifier -> Long.BYTES + identifier.encodedBytes())
            .reduce(0, Math::addExact);
    ByteBuffer bytes =
        ByteBuffer.allocate((counts.length + 1) * Long.BYTES + Integer.BYTES + bytesOfEntries);
    for (long count : counts) {
      bytes.putLong(count);
    }
    bytes.putLong(threshold).putInt(sampled.size());
    sampled.forEach(
        (hash, identifier) -> {
          bytes.putLong(hash);
          identifier.encode(bytes);
        });
    return bytes.array();
  }

  /** The sketch that some bytes encode. */
  public static PersonSketch decode(byte[] encoded) {
    ByteBuffer bytes = ByteBuffer.wrap(encoded);
    long[] counts = new long[1 + Trait.IDENTIFIERS];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = bytes.getLong();
    }
    long threshold = bytes.getLong();
    TreeMap<Long, SampledIdentifier> identifiers = new TreeMap<>();
    for (int left = bytes.getInt(); left > 0; left--) {
      long hash = bytes.getLong();
      identifiers.put(hash, SampledIdentifier.decode(bytes));
    }
    return new PersonSketch(counts, threshold, identifiers);
  }
}
