package leakcensus.spark.prepare;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;
import leakcensus.person.PersonRows;
import leakcensus.pseudonym.CmacBatch;
import leakcensus.pseudonym.DomainTokens;
import leakcensus.pseudonym.TokenKey;

/**
 * Values on their way to tokens: for which row and field of a block each text is.
 *
 * <p>Each text is hashed once. The token of a field is made of the hash of its text; those of a
 * record, as it stands and after normalisation, of the hashes of all its texts in their order.
 */
final class PendingTokens {

  /** Stands for the domain of a value whose place is no row but an entry of further values. */
  private static final int FURTHER = 1 << 7;

  private final CmacBatch batch;
  private final DomainTokens tokens;
  private final PendingDates dates;
  private final RecordTexts texts;
  private final PendingRecords records;

  /** Of each field that a token is asked for: its place, its domain and its message. */
  private final IntArrayList places = new IntArrayList();

  private final IntArrayList domains = new IntArrayList();
  private final IntArrayList messages = new IntArrayList();

  PendingTokens(TokenKey key) {
    batch = new CmacBatch(key);
    tokens = new DomainTokens(key);
    dates = new PendingDates(key);
    texts = new RecordTexts(batch);
    records = new PendingRecords(key, batch, tokens);
  }

  /** Begins a record: all that is asked for is of it until the next begins. */
  void beginRecord() {
    texts.forget();
    records.begin();
  }

  /** Appends a text to what stands in the record, or to what became of it. */
  void append(String text) {
    records.append(texts.message(text));
  }

  /** Appends the border before a slot. */
  void appendSlot() {
    records.appendSlot();
  }

  /** Appends the border before a further value of a field. */
  void appendFurther() {
    records.appendFurther();
  }

  /** Ends what stands in the record, and later what became of it. */
  void endSequence() {
    records.endSequence();
  }

  /** Asks for the two tokens of the record. */
  void addRecord(int row) {
    records.addRow(row);
  }

  /** Asks for the token of a field's normalised content, which is not empty. */
  void addField(int row, PersonField field, String normal) {
    add(row, field.ordinal(), field, normal);
  }

  /**
   * Asks for the token of one more value of a field, which is the same as where it stands alone.
   */
  void addFurther(int entry, PersonField field, String normal) {
    add(entry, field.ordinal() | FURTHER, field, normal);
  }

  /** Computes all tokens and puts them into the block. */
  void seal(MentionBlock mentions) {
    batch.seal();
    for (int i = 0; i < places.size(); i++) {
      int message = messages.getInt(i);
      tokens.add(domains.getInt(i) & ~FURTHER, batch.high(message), batch.low(message));
    }
    records.add();
    tokens.seal();
    for (int i = 0; i < places.size(); i++) {
      put(i, tokens.token(i), mentions);
    }
    dates.seal((i, date) -> put(i, PersonRows.dateToken(tokens.token(i), date), mentions));
    records.put(mentions);
  }

  /** Memory that the values take, in bytes. */
  int valueBytes() {
    return batch.messageBytes() + records.bytes();
  }

  /** Forgets all values. */
  void clear() {
    batch.clear();
    tokens.clear();
    dates.clear();
    texts.forget();
    records.clear();
    places.clear();
    domains.clear();
    messages.clear();
  }

  private void add(int place, int domain, PersonField field, String normal) {
    if (field == PersonField.BIRTH_DATE) {
      dates.add(places.size(), normal);
    }
    places.add(place);
    domains.add(domain);
    messages.add(texts.message(normal));
  }

  private void put(int index, long token, MentionBlock mentions) {
    int domain = domains.getInt(index);
    if ((domain & FURTHER) != 0) {
      mentions.further().setToken(places.getInt(index), token);
    } else {
      mentions.setToken(places.getInt(index), PersonField.at(domain), token);
    }
  }
}
