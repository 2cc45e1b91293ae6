package leakcensus.spark.prepare;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import leakcensus.person.MentionBlock;
import leakcensus.person.PersonField;
import leakcensus.person.PersonRows;
import leakcensus.pseudonym.CmacBatch;

/**
 * Values on their way to tokens: which row and field of a block each message of a batch is for.
 *
 * <p>The two texts of a record, as it stands and after normalisation, are written piece by piece
 * and become one message each, however many mentions the record has.
 */
final class PendingTokens {

  /** Domains of the hash beside the fields, whose domains are their ordinals. */
  private static final int EXACT_DOMAIN = 0x40;

  private static final int CONTENT_DOMAIN = 0x41;

  /** Stands for the domain of a value whose place is no row but an entry of further values. */
  private static final int FURTHER = -1;

  /** Stands for the domain of a text that is of a record, and so perhaps of several rows. */
  private static final int OF_RECORD = -2;

  private final CmacBatch batch;
  private final PendingDates dates;
  private final RecordTexts texts;
  private final IntArrayList rows = new IntArrayList();
  private final IntArrayList domains = new IntArrayList();
  private final IntArrayList recordRows = new IntArrayList();
  private final IntArrayList exactMessages = new IntArrayList();
  private final IntArrayList contentMessages = new IntArrayList();
  private int exactMessage;
  private int contentMessage;

  PendingTokens(CmacBatch batch, PendingDates dates) {
    this.batch = batch;
    this.dates = dates;
    texts = new RecordTexts(batch);
  }

  /** Asks for the token of a field's normalised content. */
  void addField(int row, PersonField field, String normal) {
    addText(field, normal);
    isFor(row, field.ordinal());
  }

  /**
   * Asks for the token of one more value of a field, which is the same as where it stands alone.
   */
  void addFurther(int entry, PersonField field, String normal) {
    addText(field, normal);
    isFor(entry, FURTHER);
  }

  /** Begins a record: the text of its mapped content as it stands; nothing else until it ends. */
  void beginExact() {
    texts.forget();
    batch.open(EXACT_DOMAIN);
  }

  /** Ends it. */
  void endExact() {
    exactMessage = batch.close();
    isFor(0, OF_RECORD);
  }

  /** Begins the text of a record's mapped content after normalisation, likewise. */
  void beginContent() {
    batch.open(CONTENT_DOMAIN);
  }

  /** Ends it. */
  void endContent() {
    contentMessage = batch.close();
    isFor(0, OF_RECORD);
  }

  /** Appends to the text that has begun. */
  void append(String text) {
    texts.append(text);
  }

  /** Appends a border between values to the text that has begun. */
  void append(char border) {
    batch.append(border);
  }

  /** Asks for the tokens of the two texts that have ended last. */
  void addRecord(int row) {
    recordRows.add(row);
    exactMessages.add(exactMessage);
    contentMessages.add(contentMessage);
  }

  /** Computes all tokens and puts them into the block. */
  void seal(MentionBlock mentions) {
    batch.seal();
    for (int message = 0; message < rows.size(); message++) {
      put(message, token(message), mentions);
    }
    dates.seal(
        (message, number) -> put(message, PersonRows.dateToken(token(message), number), mentions));
    for (int i = 0; i < recordRows.size(); i++) {
      mentions.setContent(
          recordRows.getInt(i), token(exactMessages.getInt(i)), token(contentMessages.getInt(i)));
    }
  }

  /** Memory that the values take, in bytes. */
  int valueBytes() {
    return batch.messageBytes();
  }

  /** Forgets all values. */
  void clear() {
    batch.clear();
    dates.clear();
    texts.forget();
    rows.clear();
    domains.clear();
    recordRows.clear();
    exactMessages.clear();
    contentMessages.clear();
  }

  private void addText(PersonField field, String normal) {
    batch.open(field.ordinal());
    texts.append(normal);
    int message = batch.close();
    if (field == PersonField.BIRTH_DATE) {
      dates.add(message, normal);
    }
  }

  private void put(int message, long token, MentionBlock mentions) {
    int domain = domains.getInt(message);
    if (domain == FURTHER) {
      mentions.further().setToken(rows.getInt(message), token);
    } else if (domain != OF_RECORD) {
      mentions.setToken(rows.getInt(message), PersonField.at(domain), token);
    }
  }

  private void isFor(int place, int domain) {
    rows.add(place);
    domains.add(domain);
  }

  /** 0 stands for no token. */
  private long token(int message) {
    long token = batch.high(message);
    return token == 0 ? 1 : token;
  }
}
