package leakcensus.spark.prepare;

import java.util.Arrays;
import leakcensus.pseudonym.CmacBatch;

/**
 * The texts of one record as messages of a batch. Much of it comes three times: as it stands,
 * normalised, and as the value of a field; where that is one and the same string, it is one
 * message.
 */
final class RecordTexts {

  /** Stands for the message of no text. */
  static final int NONE = -1;

  /** Tells texts from other messages under the key. */
  static final int DOMAIN = 0x40;

  /** Of very many texts only the first ones are remembered: all of them are looked through. */
  private static final int MOST = 32;

  private final CmacBatch batch;
  private final String[] texts = new String[MOST];
  private final int[] messages = new int[MOST];
  private int known;

  /** Texts of records whose messages are of this batch. */
  RecordTexts(CmacBatch batch) {
    this.batch = batch;
  }

  /** Number of the message of a text, {@link #NONE} of an empty one. */
  int message(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    for (int index = 0; index < known; index++) {
      // The same string, not an equal one: that would cost as much as hashing it.
      if (texts[index] == text) {
        return messages[index];
      }
    }
    int message = batch.add(DOMAIN, text);
    if (known < MOST) {
      texts[known] = text;
      messages[known] = message;
      known++;
    }
    return message;
  }

  /** Forgets all texts, as the batch does, or because another record begins. */
  void forget() {
    Arrays.fill(texts, 0, known, null);
    known = 0;
  }
}
