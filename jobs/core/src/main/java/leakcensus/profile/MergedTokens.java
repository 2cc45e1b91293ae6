package leakcensus.profile;

import leakcensus.block.LongTable;

/**
 * Merges equal tokens of one field on their way into a table, as far as a memory of those seen last
 * reaches: nearly all of a field that has some ten thousand values, hardly any of one whose values
 * are all different, which then cost next to nothing either. What is not merged here is where the
 * tokens meet.
 *
 * <p>Of two tokens that want the same place the one that came more often stays, so that two that
 * are frequent keep no one else out, whatever the key.
 */
final class MergedTokens {

  /** Places; with what is counted of their tokens they fit a near cache. */
  private static final int SETS = 1 << 14;

  private static final int WAYS = 2;

  private final LongTable merged;
  private final long[] tokens = new long[WAYS * SETS];
  private final long[] fields = new long[WAYS * SETS];
  private final long[] sources = new long[WAYS * SETS];
  private final long[] mentions = new long[WAYS * SETS];

  /** Merges into this table, of the columns of {@link DistinctTokens}. */
  MergedTokens(LongTable merged) {
    this.merged = merged;
  }

  /**
   * Adds a mention of a value.
   *
   * @param token its token, not 0
   * @param field as {@link DistinctTokens#FIELD}
   * @param source source of the mention, as a mask
   */
  void add(long token, long field, long source) {
    // Tokens are random in all their bits; the upper ones decide the bucket that this is of.
    int first = WAYS * ((int) token & SETS - 1);
    if (isAt(first, token, field)) {
      count(first, source);
    } else if (isAt(first + 1, token, field)) {
      count(first + 1, source);
    } else {
      int rarer = mentions[first + 1] < mentions[first] ? first + 1 : first;
      give(rarer);
      tokens[rarer] = token;
      fields[rarer] = field;
      sources[rarer] = source;
      mentions[rarer] = 1;
    }
  }

  /** Gives all that is remembered to the table. */
  void end() {
    for (int place = 0; place < tokens.length; place++) {
      give(place);
      mentions[place] = 0;
    }
  }

  private boolean isAt(int place, long token, long field) {
    return tokens[place] == token && fields[place] == field && mentions[place] > 0;
  }

  private void count(int place, long source) {
    sources[place] |= source;
    mentions[place]++;
  }

  private void give(int place) {
    if (mentions[place] > 0) {
      merged.append(tokens[place], fields[place], sources[place], mentions[place]);
    }
  }
}
