package leakcensus.spark.prepare;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import leakcensus.person.MentionBlock;
import leakcensus.pseudonym.CmacBatch;
import leakcensus.pseudonym.CodeChain;
import leakcensus.pseudonym.DomainTokens;
import leakcensus.pseudonym.TokenKey;

/**
 * Records on their way to their two tokens: of the mapped content as it stands, and after
 * normalisation. Each is a sequence of messages, whose order counts, and of borders between them.
 */
final class PendingRecords {

  private static final int EXACT_DOMAIN = 0x41;
  private static final int CONTENT_DOMAIN = 0x42;

  /** Borders stand for the domains whose masks are their codes. */
  private static final int SLOT_DOMAIN = 0x43;

  private static final int FURTHER_DOMAIN = 0x44;

  private final CmacBatch batch;
  private final DomainTokens tokens;
  private final CodeChain chain;

  /**
   * Messages of all sequences, one behind the other; borders are what {@link #border} makes of
   * their domains.
   */
  private final IntArrayList items = new IntArrayList();

  /** Ends of the sequences: of each record the exact one, then the normalised one. */
  private final IntArrayList ends = new IntArrayList();

  /** Rows of mentions, and the number of the record of each. */
  private final IntArrayList rows = new IntArrayList();

  private final IntArrayList records = new IntArrayList();
  private int firstToken;

  PendingRecords(TokenKey key, CmacBatch batch, DomainTokens tokens) {
    this.batch = batch;
    this.tokens = tokens;
    chain = new CodeChain(key);
  }

  /** Begins a record; one that was not ended is dropped. */
  void begin() {
    ends.size(ends.size() / 2 * 2);
    items.size(ends.isEmpty() ? 0 : ends.getInt(ends.size() - 1));
  }

  /** Appends a message to the sequence that is open, or {@link RecordTexts#NONE}. */
  void append(int message) {
    items.add(message);
  }

  /** Appends the border before a slot. */
  void appendSlot() {
    items.add(border(SLOT_DOMAIN));
  }

  /** Appends the border before a further value of a field. */
  void appendFurther() {
    items.add(border(FURTHER_DOMAIN));
  }

  /** Ends the sequence that is open: of a record first the exact one. */
  void endSequence() {
    ends.add(items.size());
  }

  /** Asks for the tokens of the two sequences that have ended last. */
  void addRow(int row) {
    rows.add(row);
    records.add(ends.size() / 2 - 1);
  }

  /** Asks for the tokens of all sequences, whose messages are sealed. */
  void add() {
    int at = 0;
    for (int sequence = 0; sequence < ends.size(); sequence++) {
      chain.begin();
      for (; at < ends.getInt(sequence); at++) {
        follow(items.getInt(at));
      }
      int domain = sequence % 2 == 0 ? EXACT_DOMAIN : CONTENT_DOMAIN;
      int number = tokens.add(domain, chain.high(), chain.low());
      firstToken = sequence == 0 ? number : firstToken;
    }
  }

  /** Puts the sealed tokens into the block. */
  void put(MentionBlock mentions) {
    for (int i = 0; i < rows.size(); i++) {
      int token = firstToken + 2 * records.getInt(i);
      mentions.setContent(rows.getInt(i), tokens.token(token), tokens.token(token + 1));
    }
  }

  /** Memory that the sequences take, in bytes: empty places have no message, but they count. */
  int bytes() {
    return items.size() * Integer.BYTES;
  }

  /** Forgets all records. */
  void clear() {
    chain.begin();
    items.clear();
    ends.clear();
    rows.clear();
    records.clear();
  }

  private void follow(int item) {
    if (item >= 0) {
      chain.add(batch.high(item), batch.low(item));
    } else if (item == RecordTexts.NONE) {
      chain.add(0, 0);
    } else {
      chain.add(tokens.maskHigh(border(item)), tokens.maskLow(border(item)));
    }
  }

  /** What stands for the border of a domain among messages; and the domain of such a border. */
  private static int border(int domain) {
    return RecordTexts.NONE - domain;
  }
}
