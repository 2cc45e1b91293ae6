package leakcensus.spark.prepare;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;
import leakcensus.pseudonym.CmacBatch;

/** Values on their way to tokens: which row and field of a block each message of a batch is for. */
final class PendingTokens {

  /** Domains of the hash beside the fields, whose domains are their ordinals. */
  private static final int EXACT_DOMAIN = 0x40;

  private static final int CONTENT_DOMAIN = 0x41;

  /** Stands for the domain of a value whose place is no row but an entry of further values. */
  private static final int FURTHER = -1;

  private final CmacBatch batch;
  private final IntArrayList rows = new IntArrayList();
  private final IntArrayList domains = new IntArrayList();

  PendingTokens(CmacBatch batch) {
    this.batch = batch;
  }

  /** Asks for the token of a field's normalised content. */
  void addField(int row, PersonField field, String normal) {
    add(row, field.ordinal(), normal);
  }

  /**
   * Asks for the token of one more value of a field, which is the same as where it stands alone.
   */
  void addFurther(int entry, PersonField field, String normal) {
    batch.add(field.ordinal(), normal);
    rows.add(entry);
    domains.add(FURTHER);
  }

  /** Asks for the token of a record's mapped content as it stands. */
  void addExact(int row, CharSequence content) {
    add(row, EXACT_DOMAIN, content.toString());
  }

  /** Asks for the token of a record's mapped content after normalisation. */
  void addContent(int row, CharSequence content) {
    add(row, CONTENT_DOMAIN, content.toString());
  }

  /** Computes all tokens and puts them into the block. */
  void seal(MentionBlock mentions) {
    batch.seal();
    long exact = 0;
    for (int message = 0; message < rows.size(); message++) {
      int row = rows.getInt(message);
      int domain = domains.getInt(message);
      long token = nonZero(batch.high(message));
      if (domain == EXACT_DOMAIN) {
        exact = token;
      } else if (domain == CONTENT_DOMAIN) {
        mentions.setContent(row, exact, token);
      } else if (domain == FURTHER) {
        mentions.further().setToken(row, token);
      } else {
        mentions.setToken(row, PersonField.at(domain), token);
      }
    }
  }

  /** Memory that the values take, in bytes. */
  int valueBytes() {
    return batch.messageBytes();
  }

  /** Forgets all values. */
  void clear() {
    batch.clear();
    rows.clear();
    domains.clear();
  }

  private void add(int row, int domain, String text) {
    batch.add(domain, text);
    rows.add(row);
    domains.add(domain);
  }

  /** 0 stands for no token. */
  private static long nonZero(long token) {
    return token == 0 ? 1 : token;
  }
}
