package leakcensus.profile;

import leakcensus.block.LongTable;

/**
 * Merges equal tokens on their way into a table, as far as a small memory of those seen last
 * reaches: all of a field that has few values, hardly any of one whose values are all different,
 * which then cost next to nothing either. What is not merged here is where the tokens meet.
 */
final class MergedTokens {

  /** Tokens that are remembered; with what is counted of them they fit a near cache. */
  private static final int PLACES = 1 << 12;

  private final LongTable merged;
  private final long[] tokens = new long[PLACES];
  private final long[] fields = new long[PLACES];
  private final long[] sources = new long[PLACES];
  private final long[] mentions = new long[PLACES];

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
    int place = (int) token & PLACES - 1;
    if (tokens[place] == token && fields[place] == field) {
      sources[place] |= source;
      mentions[place]++;
      return;
    }
    give(place);
    tokens[place] = token;
    fields[place] = field;
    sources[place] = source;
    mentions[place] = 1;
  }

  /** Gives all that is remembered to the table. */
  void end() {
    for (int place = 0; place < PLACES; place++) {
      give(place);
      tokens[place] = 0;
    }
  }

  private void give(int place) {
    if (tokens[place] != 0) {
      merged.append(tokens[place], fields[place], sources[place], mentions[place]);
    }
  }
}
