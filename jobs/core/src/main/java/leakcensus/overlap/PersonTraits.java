package leakcensus.overlap;

import java.util.Arrays;
import leakcensus.block.LongTable;

/**
 * The traits of one person, packed: its key, how many tokens it has of each trait, and these,
 * ascending.
 *
 * @param packed the numbers
 */
public record PersonTraits(long[] packed) {

  private static final int PERSON = 0;
  private static final int COUNTS = 1;
  private static final int TOKENS = 2;
  private static final int COUNT_BITS = 12;

  /** Most tokens of one trait; further ones, the largest, are left out. */
  public static final int MOST_TOKENS = (1 << COUNT_BITS) - 1;

  /**
   * The traits of a person.
   *
   * @param rows table of traits, sorted by person, trait and token, without any row twice
   * @param start the person's first row
   * @param end the row behind the person's last
   */
  public static PersonTraits of(LongTable rows, int start, int end) {
    long[] packed = new long[TOKENS + end - start];
    packed[PERSON] = rows.at(start, TraitRows.PERSON);
    int size = TOKENS;
    int[] counts = new int[Trait.COUNT];
    for (int row = start; row < end; row++) {
      int trait = (int) rows.at(row, TraitRows.TRAIT);
      if (counts[trait] < MOST_TOKENS) {
        counts[trait]++;
        packed[size++] = rows.at(row, TraitRows.TOKEN);
      }
    }
    for (int trait = 0; trait < Trait.COUNT; trait++) {
      packed[COUNTS] |= (long) counts[trait] << trait * COUNT_BITS;
    }
    return new PersonTraits(Arrays.copyOf(packed, size));
  }

  /** Key of the person in its run. */
  public long person() {
    return packed[PERSON];
  }

  /** Number of the person's tokens of a trait. */
  public int count(Trait trait) {
    return (int) (packed[COUNTS] >>> trait.ordinal() * COUNT_BITS) & MOST_TOKENS;
  }

  /** One of the person's tokens of a trait, from 0. */
  public long token(Trait trait, int index) {
    return packed[from(trait) + index];
  }

  /** How many tokens of a trait this person shares with another. */
  public int common(Trait trait, PersonTraits other) {
    int common = 0;
    int left = from(trait);
    int right = other.from(trait);
    int leftEnd = left + count(trait);
    int rightEnd = right + other.count(trait);
    while (left < leftEnd && right < rightEnd) {
      int order = Long.compare(packed[left], other.packed[right]);
      common += order == 0 ? 1 : 0;
      left += order <= 0 ? 1 : 0;
      right += order >= 0 ? 1 : 0;
    }
    return common;
  }

  /**
   * Whether this person and another, who share an identifier, may be one: they share a national id,
   * or nothing that both have (national id, name, date of birth) differs.
   */
  public boolean agrees(PersonTraits other) {
    if (common(Trait.NATIONAL_ID, other) > 0) {
      return true;
    }
    return !differs(Trait.NATIONAL_ID, other)
        && !differs(Trait.NAME, other)
        && !differs(Trait.BIRTH_DATE, other);
  }

  private boolean differs(Trait trait, PersonTraits other) {
    return count(trait) > 0 && other.count(trait) > 0 && common(trait, other) == 0;
  }

  private int from(Trait trait) {
    int from = TOKENS;
    for (int before = 0; before < trait.ordinal(); before++) {
      from += count(Trait.at(before));
    }
    return from;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonTraits traits && Arrays.equals(packed, traits.packed);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(packed);
  }

  /** Without the tokens. */
  @Override
  public String toString() {
    return "PersonTraits[" + (packed.length - TOKENS) + " tokens]";
  }
}
