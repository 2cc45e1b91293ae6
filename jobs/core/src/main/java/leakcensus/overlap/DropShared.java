package leakcensus.overlap;

import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;
import leakcensus.block.LongTable;
import leakcensus.link.TrustSettings;

/**
 * Drops identifiers that more persons hold than one may believe: placeholders, switchboards. Those
 * that a family shares stay, for names tell its members apart.
 */
public final class DropShared {

  private DropShared() {}

  /**
   * The rows whose identifier is believed.
   *
   * @param rows traits, of which all rows of one token must be there
   * @param trust the limits: of mentions for phones and e-mails, of names for national ids
   */
  public static LongTable drop(LongTable rows, TrustSettings trust) {
    long[] tokens = new long[rows.size()];
    int[] order = new int[rows.size()];
    Arrays.setAll(tokens, row -> rows.at(row, TraitRows.TOKEN));
    Arrays.setAll(order, row -> row);
    LongArrays.radixSortIndirect(order, tokens, true);
    LongTable believed = TraitRows.table();
    LongTable ofToken = TraitRows.table();
    for (int start = 0; start < order.length; ) {
      int end = start;
      ofToken.clear();
      LongTable holders = TraitRows.table();
      while (end < order.length && tokens[order[end]] == tokens[order[start]]) {
        int row = order[end++];
        ofToken.append(
            rows.at(row, TraitRows.PERSON),
            rows.at(row, TraitRows.TRAIT),
            rows.at(row, TraitRows.TOKEN));
      }
      TraitRows.appendDistinct(ofToken, holders);
      if (holders.size() <= limit(holders, trust)) {
        believed.appendAll(holders);
      }
      start = end;
    }
    return believed;
  }

  private static long limit(LongTable holders, TrustSettings trust) {
    return holders.at(0, TraitRows.TRAIT) == Trait.NATIONAL_ID.ordinal()
        ? trust.maxNames()
        : trust.maxMentions();
  }
}
